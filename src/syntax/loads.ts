import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from './source.ts';
import { definitionOf, variableOf } from './binding.ts';
import { folderOfComputed } from './computed-path.ts';
import { perSource } from './per-source.ts';
import { unwrap } from './unwrap.ts';
import { outlineOf } from './walk.ts';

/** How many steps may lie between loading a module and what is made of it. */
const DEEPEST = 6;

/** The folder that a node loads a module from, if it is a `require` or `import()` of a computed path. */
export function loadAt(node: Node, source: Source): string | undefined {
  const isRequire =
    node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require';
  const path = node.type === 'ImportExpression' ? node.source : isRequire ? node.arguments[0] : undefined;
  return path === undefined ? undefined : folderOfComputed(path, source);
}

/** The folder whose modules an expression takes its value from: `require(path.join(__dirname, file))(sequelize)`. */
export function loadedFolder(expression: Node, source: Source, depth = 0): string | undefined {
  const node = unwrap(expression);
  const folder = loadAt(node, source);
  if (folder !== undefined || depth > DEEPEST) return folder;
  const before = stepBefore(node, source);
  return before === undefined ? undefined : loadedFolder(before, source, depth + 1);
}

/** The expression whose value an expression takes one step further. */
export function stepBefore(node: Node, source: Source): Node | undefined {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
      return node.callee;
    case 'MemberExpression':
      return node.object;
    case 'AwaitExpression':
      return node.argument;
    case 'Identifier':
      return initialiserOf(node, source);
    default:
      return undefined;
  }
}

function initialiserOf(name: Node, source: Source): Node | undefined {
  const variable = variableOf(name, source);
  const declarator = variable === undefined ? undefined : definitionOf(variable)?.node;
  return declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier'
    ? (declarator.init ?? undefined)
    : undefined;
}

/** The calls of modules that a file loads by computed paths, with the folder of each. */
export const loadingCalls = perSource((source) =>
  outlineOf(source).calls.flatMap((call): { call: TSESTree.CallExpression; folder: string }[] => {
    const folder = call.type === 'CallExpression' ? loadedFolder(call.callee, source) : undefined;
    return call.type === 'CallExpression' && folder !== undefined ? [{ call, folder }] : [];
  }),
);
