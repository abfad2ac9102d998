import { parseForESLint } from '@typescript-eslint/parser';
import ts from 'typescript';
import type { Source } from '../../src/syntax/source.ts';
import { childrenOf, walk } from '../../src/syntax/walk.ts';

/** The file at a path on the disk as ESLint gives it with type information. */
export function typedSource(path: string, text: string): Source {
  const program = ts.createProgram([path], { strict: true, target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: [], allowJs: true, checkJs: true });
  const { ast, scopeManager, services } = parseForESLint(text, { programs: [program], filePath: path, range: true, loc: true });
  const tree = ast as unknown as Source['ast'];
  setParents(tree);
  return { path, text, ast: tree, scopes: scopeManager as unknown as Source['scopes'], types: services as unknown as NonNullable<Source['types']> };
}

/** ESLint sets them while it walks. */
function setParents(root: Source['ast']): void {
  walk(root, (node) => {
    for (const child of childrenOf(node)) (child as { parent: unknown }).parent = node;
  });
}
