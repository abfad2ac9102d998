import { parseForESLint } from '@typescript-eslint/parser';
import ts from 'typescript';
import type { Source } from '../../src/syntax/source.ts';
import { setParents } from '../../src/syntax/parse.ts';

/** The file at a path on the disk as ESLint gives it with type information. */
export function typedSource(path: string, text: string): Source {
  const program = ts.createProgram([path], { strict: true, target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: [], allowJs: true, checkJs: true });
  const { ast, scopeManager, services }: Record<'ast' | 'scopeManager' | 'services', unknown> = parseForESLint(text, { programs: [program], filePath: path, range: true, loc: true });
  const tree = ast as Source['ast'];
  setParents(tree);
  return { path, text, ast: tree, scopes: scopeManager as Source['scopes'], types: services as NonNullable<Source['types']> };
}
