import type { TSESLint } from '@typescript-eslint/utils';
import type { Source, TypeServices } from '../src/syntax/source.ts';
import type { Workspace } from '../src/project/workspace.ts';
import { storeCaches, turnOnCache } from '../src/findings/cache.ts';
import { createWorkspace } from '../src/project/workspace.ts';
import { nullThrows } from '../src/taken-in/rule-creator.ts';
import { isParseFailure, parse } from '../src/syntax/parse.ts';

const STORE_EVERY_MS = 20_000;

let made: Workspace | undefined;

/** Everything known about the projects that this process lints, shared by all rules; created with the first file. */
export function workspace(): Workspace {
  if (made !== undefined) return made;
  const created = createWorkspace();
  made = created;
  turnOnCache(created);
  const store = (): void => {
    storeCaches(created);
  };
  process.once('exit', store);
  // An editor's process is often killed.
  setInterval(store, STORE_EVERY_MS).unref();
  return created;
}

/** The rules process a file one after another; this is the only reference to it between two rules. */
let last: { readonly ast: TSESLint.SourceCode['ast']; readonly source: Source } | undefined;

/** The file that ESLint is linting, in the form that the analyses use. */
export function sourceOf(sourceCode: TSESLint.SourceCode, path: string): Source {
  const { ast } = sourceCode;
  // Compared by tree: oxlint passes every file through the same SourceCode object.
  if (last?.ast !== ast) last = { ast, source: chooseSource(sourceCode, path) };
  return last.source;
}

/** If our own tree of the file exists, much about it is already known, because other files import it. */
function chooseSource(sourceCode: TSESLint.SourceCode, path: string): Source {
  const given = givenSource(sourceCode, path);
  if (given.types !== undefined) return given;
  return (
    workspace().files.keptSource(path, given.text) ??
    (knowsTypes(sourceCode, path) ? undefined : ownSource(sourceCode, path)) ??
    given
  );
}

/** Types are available if the parser built a program; oxlint provides an empty object. */
function givenSource({ ast, text, scopeManager, parserServices }: TSESLint.SourceCode, path: string): Source {
  const types = typesOf(parserServices);
  return {
    path,
    text,
    ast,
    scopes: nullThrows(scopeManager, 'ESLint gives every file its scopes'),
    ...(types !== undefined && { types }),
  };
}

/**
 * Whether the scopes of a TypeScript file include its types: the scopes of eslint-scope, which Babel's parser provides,
 * contain only values.
 */
function knowsTypes({ scopeManager }: TSESLint.SourceCode, path: string): boolean {
  return !/\.[cm]?tsx?$/.test(path) || scopeManager === null || !('__nodeToScope' in scopeManager);
}

/** The same text, parsed by our own parser; undefined if it does not parse. */
function ownSource({ text }: TSESLint.SourceCode, path: string): Source | undefined {
  const parsed = parse(path, text);
  return isParseFailure(parsed) ? undefined : parsed;
}

function typesOf(services: unknown): TypeServices | undefined {
  const offered = services as Partial<TypeServices> | undefined;
  return offered?.program == null ? undefined : (offered as TypeServices);
}
