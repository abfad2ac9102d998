import type { Node, Source } from '../../syntax/source.ts';
import { definitionOf, variableOf, writesOf } from '../../syntax/binding.ts';
import { propertyName } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { addTo } from '../../syntax/grouping.ts';
import { keyName } from '../../syntax/literal.ts';
import { loadAt } from '../../syntax/loads.ts';
import { perSource } from '../../syntax/per-source.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { walk } from '../../syntax/walk.ts';
import { originOf } from './origin.ts';

const DEEPEST = 6;

/** What an expression takes from the module of a folder that is chosen at run time: the folder, and names of members. */
export interface LoadedPart {
  readonly folder: string;
  readonly path: readonly string[];
}

/** `` (await import(`./jobs/${name}.js`)).default.run ``: the part `default.run` of each module in `jobs`. */
export function loadedPart(expression: Node, source: Source, depth = 0): LoadedPart | undefined {
  const node = unwrap(expression);
  const folder = loadAt(node, source);
  if (folder !== undefined) return { folder, path: [] };
  if (depth > DEEPEST) return undefined;
  const inner = (next: Node): LoadedPart | undefined => loadedPart(next, source, depth + 1);
  switch (node.type) {
    case 'AwaitExpression':
      return inner(node.argument);
    case 'LogicalExpression':
      // `loaded.default ?? loaded`
      return node.operator === '&&' ? undefined : inner(node.left);
    case 'MemberExpression':
      return step(inner(node.object), propertyName(node));
    case 'Identifier': {
      const origin = originOf(node, source);
      if (origin === undefined) return partWritten(node, source, inner);
      if ('each' in origin) return undefined;
      return origin.key === undefined ? inner(origin.whole) : step(inner(origin.whole), origin.key);
    }
    default:
      return undefined;
  }
}

function step(before: LoadedPart | undefined, name: string | undefined): LoadedPart | undefined {
  return before === undefined || name === undefined ? undefined : { ...before, path: [...before.path, name] };
}

/** `let job; try { job = require(path); } catch { … }` */
function partWritten(
  name: Node,
  source: Source,
  inner: (next: Node) => LoadedPart | undefined,
): LoadedPart | undefined {
  const variable = variableOf(name, source);
  const definition = variable === undefined ? undefined : definitionOf(variable)?.node;
  const [value, ...others] = (variable === undefined ? undefined : writesOf(variable)) ?? [];
  const isOne = definition?.type === 'VariableDeclarator' && definition.id.type === 'Identifier' && others.length === 0;
  return value === undefined || !isOne ? undefined : inner(value);
}

/** The parts of loaded modules that a file keeps under names: `{ name, exec: loaded.default }`, `row.exec = loaded.run`. */
export const partsKept = perSource((source): ReadonlyMap<string, readonly LoadedPart[]> => {
  const parts = new Map<string, LoadedPart[]>();
  const keep = (name: string | undefined, value: Node): void => {
    const part = name === undefined || isFunction(unwrap(value)) ? undefined : loadedPart(value, source);
    if (name !== undefined && part !== undefined) addTo(parts, name, part);
  };
  walk(source.ast, (node) => {
    if (node.type === 'Property' && node.parent.type === 'ObjectExpression')
      keep(keyName(node.key, node.computed), node.value);
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression')
      keep(propertyName(node.left), node.right);
  });
  return parts;
});
