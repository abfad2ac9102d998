import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from './source.ts';
import { counts } from './counts.ts';
import { finishTree } from './finish-tree.ts';
import { isParsable } from './attempt.ts';
import { nestingOf } from './nesting.ts';
import { positionAt } from './position.ts';
import { scopesOf } from './scopes/analyse.ts';
import type { Scopes } from './scopes/scope.ts';
import { childrenOf, walk } from './walk.ts';
import { withinStack } from './within-stack.ts';

/** Why a file could not be read as JavaScript or TypeScript; `line` and `column` are 1-based. */
export interface ParseFailure {
  readonly path: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export type Language = 'js' | 'jsx' | 'ts' | 'tsx' | 'dts';

type Oxc = typeof import('oxc-parser');
type ParserOptions = NonNullable<Parameters<Oxc['parseSync']>[2]>;
type ParseResult = ReturnType<Oxc['parseSync']>;
type OxcError = ParseResult['errors'][number];
const require = createRequire(import.meta.url);
let oxc: Oxc | undefined;

/** Under Plug'n'Play, Node can't require an ES module such as this parser. The build converts it to CommonJS. */
const parser =
  process.versions['pnp'] === undefined
    ? 'oxc-parser'
    : join(dirname(require.resolve('eslint-plugin-fire-task/package.json')), 'dist/pnp/oxc-parser.cjs');

/** Loading the plugin must not load a parser: it is required when we first parse a file. */
function loadParser(): Oxc {
  return (oxc ??= require(parser) as Oxc);
}

/** `.js` files may hold JSX, as every bundler and ESLint's espree accept it there. */
function languageOf(path: string): Language {
  if (/\.d\.[cm]?ts$/.test(path)) return 'dts';
  if (/\.[cm]?ts$/.test(path)) return 'ts';
  if (path.endsWith('.tsx')) return 'tsx';
  return 'jsx';
}

/**
 * Parses `text` with oxc-parser into the same tree that typescript-eslint's parser gives, with parents and scopes.
 *
 * @param path - absolute path; its extension picks the language
 * @param text - the file's text; a leading byte order mark is dropped, so that offsets are those of `Source.text`
 */
export function parse(path: string, text: string): Source | ParseFailure {
  const body = withoutMark(text);
  if (body.length > LARGEST) return { path, message: TOO_LARGE, line: 1, column: 1 };
  const options = optionsFor(path);
  const { brackets, chained } = nestingOf(body);
  if (brackets > DEEPEST || (chained > DEEPEST && !isParsable(parser, path, body, options)))
    return { path, message: TOO_DEEP, line: 1, column: 1 };
  counts.parsed += 1;
  const result = resultOf(path, body, options);
  const error = errorIn(result);
  if (error !== undefined) {
    return { path, message: error.message, ...positionAt(body, error.labels[0]?.start ?? 0) };
  }
  const ast = result.program as unknown as TSESTree.Program;
  finishTree(ast);
  const source = withScopes(path, body, ast);
  if (Math.max(brackets, chained) < HARMLESS) return source;
  // The scope analysis is recursive; so is ESLint's, which stops at the same code.
  const scopes = withinStack(() => source.scopes);
  return scopes === undefined ? { path, message: TOO_DEEP, line: 1, column: 1 } : { path, text: body, ast, scopes };
}

/**
 * Whether `parse` would return a tree, without making one, which is most of the work. Also false if only the tree could
 * tell.
 */
export function isParsed(path: string, text: string): boolean {
  const body = withoutMark(text);
  if (body.length > LARGEST) return false;
  const { brackets, chained } = nestingOf(body);
  return Math.max(brackets, chained) < HARMLESS && errorIn(resultOf(path, body, optionsFor(path))) === undefined;
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function optionsFor(path: string): ParserOptions {
  return {
    lang: languageOf(path),
    astType: 'ts',
    preserveParens: false,
    sourceType: path.endsWith('.cjs') || path.endsWith('.cts') ? 'commonjs' : 'unambiguous',
  };
}

/**
 * The parser's result. Node wraps a CommonJS file in a function, so `return` may be outside all others in it. The
 * extension `.js` doesn't tell which kind a file is. If both attempts fail, the first error is reported.
 */
function resultOf(path: string, body: string, options: ParserOptions): ParseResult {
  const { parseSync } = loadParser();
  const result = parseSync(path, body, options);
  if (errorIn(result) === undefined || !/\.jsx?$/.test(path) || !/\breturn\b/.test(body)) return result;
  const wrapped = parseSync(path, body, { ...options, sourceType: 'commonjs' });
  return errorIn(wrapped) === undefined ? wrapped : result;
}

function errorIn({ errors: [error] }: ParseResult): OxcError | undefined {
  return error?.severity === 'Error' ? error : undefined;
}

/** A source whose scopes are computed on demand: many files are only asked for their exports. */
function withScopes(path: string, text: string, ast: TSESTree.Program): Source {
  let scopes: Scopes | undefined;
  return {
    path,
    text,
    ast,
    get scopes() {
      return (scopes ??= scopesOf(ast));
    },
  };
}

/**
 * In UTF-16 units. A tree takes about sixty times the memory of its text, and a rewrite compares several. The largest
 * bundle that people edit has nine million.
 */
const LARGEST = 16_000_000;
const TOO_LARGE = 'The file is too large to be analysed: leave it out';
const TOO_DEEP = 'The code is nested too deeply to be analysed';

/**
 * The parser isn't given code with more nested brackets. It is recursive, and code that overflows its stack ends the
 * process: on Linux at about 5,000 in the main thread, whose stack is twice that of a worker. Longer chains without
 * brackets are tried in another process first.
 */
const DEEPEST = 2_000;
/** Any recursion can go this deep. */
const HARMLESS = 200;

export function isParseFailure(result: Source | ParseFailure): result is ParseFailure {
  return 'message' in result;
}

/** Sets only the parents, in a tree made by typescript-eslint's parser. */
export function setParents(root: Node): void {
  walk(root, (node) => {
    for (const child of childrenOf(node)) (child as { parent: Node }).parent = node;
  });
}
