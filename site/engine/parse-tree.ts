import type { ParserOptions } from 'babel-parser8';
import { parse } from 'babel-parser8';
import type { Language } from '../../src/syntax/parse.ts';

interface Tree {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/**
 * The tree that the engine expects, from Babel's parser. Its ESTree is typescript-eslint's, apart from what `complete`
 * corrects. oxc's own build for browsers needs memory shared between threads. A page has that only if its server sends
 * headers that static hosts do not.
 *
 * @throws {SyntaxError} with `pos`
 */
export function parseTree(text: string, language: Language, isCommonJs: boolean): Tree {
  const isTypeScript = language === 'ts' || language === 'tsx' || language === 'dts';
  const { program } = parse(text, {
    // TypeScript that is compiled to CommonJS may use import and export.
    ...(isCommonJs && !isTypeScript
      ? { sourceType: 'commonjs' }
      : { sourceType: 'unambiguous', allowReturnOutsideFunction: true }),
    attachComment: false,
    // Recoverable errors, such as a name declared twice, don't prevent the analysis.
    errorRecovery: true,
    plugins: pluginsFor(language),
  });
  const tree = program as unknown as Tree;
  const [first] = tree['body'] as Tree[];
  tree.start = first?.start ?? tree.end;
  if (isCommonJs) tree['sourceType'] = 'commonjs';
  complete(tree, text);
  return tree;
}

function pluginsFor(language: Language): NonNullable<ParserOptions['plugins']> {
  const plugins: NonNullable<ParserOptions['plugins']> = ['estree', 'decorators-legacy', 'decoratorAutoAccessors'];
  if (language !== 'ts' && language !== 'dts') plugins.push('jsx');
  if (language !== 'js' && language !== 'jsx') plugins.push(['typescript', { dts: language === 'dts' }]);
  return plugins;
}

/** Fields that typescript-eslint's parser always writes, and Babel's only for TypeScript. */
const ALWAYS: Readonly<Record<string, Readonly<Record<string, () => unknown>>>> = {
  ...Object.fromEntries(
    [
      'Identifier',
      'ObjectPattern',
      'ArrayPattern',
      'AssignmentPattern',
      'RestElement',
      'MethodDefinition',
      'PropertyDefinition',
      'AccessorProperty',
    ].map((type) => [type, { decorators: () => [] }]),
  ),
  ClassDeclaration: { decorators: () => [], implements: () => [] },
  ClassExpression: { decorators: () => [], implements: () => [] },
  ImportDeclaration: { importKind: () => 'value' },
  ImportSpecifier: { importKind: () => 'value' },
  ExportNamedDeclaration: { exportKind: () => 'value' },
  ExportDefaultDeclaration: { exportKind: () => 'value' },
  ExportAllDeclaration: { exportKind: () => 'value' },
  ExportSpecifier: { exportKind: () => 'value' },
};

function complete(root: Tree, text: string): void {
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const [key, make] of Object.entries(ALWAYS[node.type] ?? {})) node[key] ??= make();
    if (node.type === 'TemplateElement') {
      // Includes the delimiters around it.
      node.start -= 1;
      node.end += node['tail'] === true ? 1 : 2;
    }
    const decorated = node.type === 'ClassDeclaration' ? (node['decorators'] as Tree[]).at(-1)?.end : undefined;
    // Decorators may precede the `export` of their class.
    if (decorated !== undefined)
      node.start =
        decorated + (/^\s*export\s+(?:default\s+)?/.exec(text.slice(decorated))?.[0].length ?? node.start - decorated);
    // Babel's own field is empty, and would hide the range that the engine computes.
    delete node['range'];
    delete node['loc'];
    for (const value of Object.values(node)) {
      for (const item of Array.isArray(value) ? value : [value]) if (isTree(item)) pending.push(item);
    }
  }
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
