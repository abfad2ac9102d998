import type { SourceCode } from 'eslint';
import type { Source, TypeServices } from '../src/syntax/source.ts';

/** Rules take turns on one file; it is held by nothing else when the next one comes. */
let last: Source | undefined;

/** The file that ESLint is linting, as the analyses see it. Types are there when the parser built a program; oxlint gives an empty object. */
export function sourceOf(sourceCode: SourceCode, path: string): Source {
  const ast = sourceCode.ast as unknown as Source['ast'];
  // By tree: oxlint hands every file in through one and the same SourceCode.
  if (last?.ast === ast) return last;
  const types = typesOf(sourceCode.parserServices);
  const source: Source = {
    path,
    text: sourceCode.text,
    ast,
    scopes: sourceCode.scopeManager as unknown as Source['scopes'],
    ...(types !== undefined && { types }),
  };
  last = source;
  return source;
}

function typesOf(services: unknown): TypeServices | undefined {
  const offered = services as Partial<TypeServices> | undefined;
  return offered?.program == null ? undefined : (offered as TypeServices);
}
