import type { SourceCode } from 'eslint';
import type { Source, TypeServices } from '../src/syntax/source.ts';

const sources = new WeakMap<SourceCode, Source>();

/** The file that ESLint is linting, as the analyses see it. Types are there when the parser built a program; oxlint gives an empty object. */
export function sourceOf(sourceCode: SourceCode, path: string): Source {
  let source = sources.get(sourceCode);
  if (source === undefined) {
    const types = typesOf(sourceCode.parserServices);
    source = {
      path,
      text: sourceCode.text,
      ast: sourceCode.ast as unknown as Source['ast'],
      scopes: sourceCode.scopeManager as unknown as Source['scopes'],
      ...(types !== undefined && { types }),
    };
    sources.set(sourceCode, source);
  }
  return source;
}

function typesOf(services: unknown): TypeServices | undefined {
  const offered = services as Partial<TypeServices> | undefined;
  return offered?.program == null ? undefined : (offered as TypeServices);
}
