import { parseForESLint } from '@typescript-eslint/parser';
import ts from 'typescript';
import type { Source } from '../../src/syntax/source.ts';
import { setParents } from '../../src/syntax/parse.ts';

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  allowJs: true,
  checkJs: true,
};
const HOST = ts.createCompilerHost(OPTIONS, true);
/** The declarations of the language take most of a small program's time, and are the same in each program. */
const libraries = new Map<string, ts.SourceFile | undefined>();

function hostOfOne(): ts.CompilerHost {
  return {
    ...HOST,
    getSourceFile(name, ...rest) {
      if (!/[\\/]typescript[\\/]lib[\\/]lib\./.test(name)) return HOST.getSourceFile(name, ...rest);
      if (!libraries.has(name)) libraries.set(name, HOST.getSourceFile(name, ...rest));
      return libraries.get(name);
    },
  };
}

/** A file on disk as ESLint provides it with type information. */
export function typedSource(path: string, text: string): Source {
  const program = ts.createProgram([path], OPTIONS, hostOfOne());
  const { ast, scopeManager, services } = parseForESLint(text, {
    programs: [program],
    filePath: path,
    range: true,
    loc: true,
  }) as unknown as Parsed;
  setParents(ast);
  return { path, text, ast, scopes: scopeManager, types: services };
}

/** The parser's result, in the types of our sources. */
interface Parsed {
  readonly ast: Source['ast'];
  readonly scopeManager: Source['scopes'];
  readonly services: NonNullable<Source['types']>;
}
