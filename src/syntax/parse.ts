import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from './source.ts';
import { counts } from './counts.ts';
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

/** Under Plug'n'Play, Node cannot require an ES module, which this parser is: the build has made another of it. */
const parser =
  process.versions['pnp'] === undefined
    ? 'oxc-parser'
    : join(dirname(require.resolve('eslint-plugin-fire-task/package.json')), 'dist/pnp/oxc-parser.cjs');

/** Loading the plugin must not load a parser: it is required at the first file we parse ourselves. */
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
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (body.length > LARGEST) return { path, message: TOO_LARGE, line: 1, column: 1 };
  const options = {
    lang: languageOf(path),
    astType: 'ts',
    preserveParens: false,
    sourceType: path.endsWith('.cjs') || path.endsWith('.cts') ? 'commonjs' : 'unambiguous',
  } as const;
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
 * The parser's result. Node wraps a CommonJS file in a function, so `return` may stand outside of all others in it; the
 * ending `.js` does not say which kind a file is. The first error is the one that is told.
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

/** A source whose scopes are found out at the first question: of many files only the exports are asked for. */
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
 * In UTF-16 units. A tree takes about sixty times its text, and a rewrite compares several; the largest bundle that
 * people edit has nine million.
 */
const LARGEST = 16_000_000;
const TOO_LARGE = 'The file is too large to be analysed: leave it out';
const TOO_DEEP = 'The code is nested too deeply to be analysed';

/**
 * More brackets in one another than the parser is given. It is recursive, and code that overflows its stack ends the
 * process:
 * on Linux at about 5,000 in the main thread, whose stack is twice that of a worker. What may be chained so deep
 * without brackets is tried elsewhere first.
 */
const DEEPEST = 2_000;
/** So deep any recursion can go. */
const HARMLESS = 200;

export function isParseFailure(result: Source | ParseFailure): result is ParseFailure {
  return 'message' in result;
}

/** Where oxc writes null, typescript-eslint's parser leaves the key out; the analyses know the latter. */
const OPTIONAL_KEYS: ReadonlySet<string> = new Set([
  'typeAnnotation',
  'returnType',
  'typeArguments',
  'typeParameters',
  'constraint',
  'default',
  'superTypeArguments',
]);

/**
 * What nodes have in common. A range is made when it is asked for: one for each node, and a list for each that has no
 * entries, would be a third of a tree.
 */
class TreeNode {
  declare readonly start: number;
  declare readonly end: number;

  get range(): [number, number] {
    return [this.start, this.end];
  }
}

const NO_ENTRIES: readonly never[] = Object.freeze([]);

/** Finishes oxc's tree in one pass: parents, ranges, and absent types left out. */
function finishTree(root: Node): void {
  const pending: Record<string, unknown>[] = [root as unknown as Record<string, unknown>];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const key in node) {
      const value = node[key];
      if (value === null) {
        if (OPTIONAL_KEYS.has(key)) node[key] = undefined;
      } else if (typeof value === 'object' && key !== 'parent') {
        if (!Array.isArray(value)) {
          if (isTree(value)) adopt(value, node, pending);
        } else if (value.length === 0) node[key] = NO_ENTRIES;
        else for (const item of value) if (isTree(item)) adopt(item, node, pending);
      }
    }
    Object.setPrototypeOf(node, TreeNode.prototype);
  }
}

function adopt(child: Record<string, unknown>, parent: object, pending: Record<string, unknown>[]): void {
  child['parent'] = parent;
  pending.push(child);
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** The parents alone, of a tree that typescript-eslint's parser made. */
export function setParents(root: Node): void {
  walk(root, (node) => {
    for (const child of childrenOf(node)) (child as { parent: Node }).parent = node;
  });
}
