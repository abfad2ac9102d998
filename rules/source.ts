import type { TSESLint } from '@typescript-eslint/utils';
import type { Source, TypeServices } from '../src/syntax/source.ts';
import type { Workspace } from '../src/project/workspace.ts';
import { createWorkspace } from '../src/project/workspace.ts';
import { nullThrows } from '../src/taken-in/rule-creator.ts';
import { isParseFailure, parse } from '../src/syntax/parse.ts';

let made: Workspace | undefined;

/** What is known of the projects that this process lints, by all rules; made at the first file. */
export function workspace(): Workspace {
  return (made ??= createWorkspace());
}

/** Rules take turns on one file; it is held by nothing else when the next one comes. */
let last: { readonly ast: TSESLint.SourceCode['ast']; readonly source: Source } | undefined;

/** The file that ESLint is linting, as the analyses see it. */
export function sourceOf(sourceCode: TSESLint.SourceCode, path: string): Source {
  const { ast } = sourceCode;
  // By tree: oxlint hands every file in through one and the same SourceCode.
  if (last?.ast !== ast) last = { ast, source: chooseSource(sourceCode, path) };
  return last.source;
}

/** With a tree of our own at hand much is known of it already, as other files lead into it. */
function chooseSource(sourceCode: TSESLint.SourceCode, path: string): Source {
  const given = givenSource(sourceCode, path);
  if (given.types !== undefined) return given;
  return (
    workspace().files.keptSource(path, given.text) ??
    (knowsTypes(sourceCode, path) ? undefined : ownSource(sourceCode, path)) ??
    given
  );
}

/** Types are there when the parser built a program; oxlint gives an empty object. */
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
 * Whether the scopes of TypeScript hold its types: those of eslint-scope, which Babel's parser gives, know values only.
 */
function knowsTypes({ scopeManager }: TSESLint.SourceCode, path: string): boolean {
  return !/\.[cm]?tsx?$/.test(path) || scopeManager === null || !('__nodeToScope' in scopeManager);
}

/** The same text read by our own parser; undefined where that cannot read it. */
function ownSource({ text }: TSESLint.SourceCode, path: string): Source | undefined {
  const parsed = parse(path, text);
  return isParseFailure(parsed) ? undefined : parsed;
}

function typesOf(services: unknown): TypeServices | undefined {
  const offered = services as Partial<TypeServices> | undefined;
  return offered?.program == null ? undefined : (offered as TypeServices);
}
