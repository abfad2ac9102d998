import type { Node, Source } from './source.ts';
import { definitionOf, variableOf } from './binding.ts';
import { methodCall } from './call.ts';
import { folderOfComputed } from './computed-path.ts';
import { staticText } from './literal.ts';
import { perSource } from './per-source.ts';
import { unwrap } from './unwrap.ts';
import { outlineOf } from './walk.ts';

/** How many steps may lie between loading a module and what is made of it. */
const DEEPEST = 6;

/**
 * The folder that a node loads a module from, if it is a `require` or `import()` of a computed path, or a method
 * `import` that takes one.
 */
export function loadAt(node: Node, source: Source): string | undefined {
  const path = pathLoaded(node) ?? importing(node)?.call.arguments[0];
  return path === undefined ? undefined : folderOfComputed(path, source);
}

/** The path in `require(path)` and `import(path)`. */
function pathLoaded(node: Node): Node | undefined {
  if (node.type === 'ImportExpression') return node.source;
  const isRequire =
    node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require';
  return isRequire ? node.arguments[0] : undefined;
}

/** `db.import(path)`, which calls the function that is the module, with `db` as its argument. */
export function importing(node: Node): ReturnType<typeof methodCall> {
  const method = methodCall(node);
  return method?.method === 'import' ? method : undefined;
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

/** A call of a module that a file loads by a computed path. */
interface LoadingCall {
  readonly folder: string;
  readonly arguments: readonly Node[];
}

/** The calls of modules that a file loads by computed paths. */
export const loadingCalls = perSource((source) =>
  outlineOf(source).calls.flatMap((call): LoadingCall[] => {
    if (call.type !== 'CallExpression') return [];
    const importer = importing(call);
    const folder = importer === undefined ? loadedFolder(call.callee, source) : loadAt(call, source);
    return folder === undefined
      ? []
      : [{ folder, arguments: importer === undefined ? call.arguments : [importer.object] }];
  }),
);

/** The folders whose modules a file loads by computed paths. */
export const foldersLoaded = perSource((source): readonly string[] => [
  ...new Set(outlineOf(source).calls.flatMap((call) => loadAt(call, source) ?? [])),
]);

/** Whether a file loads modules by paths of which nothing is known: `for (const file of filesIn(folder)) require(file)`. */
export const loadsAnywhere = perSource((source): boolean =>
  outlineOf(source).calls.some((call) => {
    const path = pathLoaded(call);
    return path !== undefined && staticText(path) === undefined && folderOfComputed(path, source) === undefined;
  }),
);
