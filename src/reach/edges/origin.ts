import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../../syntax/source.ts';
import { definitionOf, variableOf } from '../../syntax/binding.ts';
import { methodCall } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { parameterNamed } from '../../syntax/parameter.ts';
import { keyOfPart } from '../../syntax/take-apart.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';

/** Methods of arrays, and functions that take a collection, that call their callback with each element. */
const EACH: ReadonlySet<string> = new Set(['each', 'forEach', 'map', 'flatMap', 'filter', 'some', 'every', 'find']);

/**
 * Where a variable's value comes from: each element of a collection, or one expression. With a `key`, it is the value
 * of that property there.
 */
export type Origin = ({ readonly each: Node } | { readonly whole: Node }) & { readonly key?: string };

/** The origin of a variable: `jobs` in `for (const job of jobs)`, `rows[id]` and `hooks` in `const { hooks } = rows[id]`. */
export function originOf(name: TSESTree.Identifier, source: Source): Origin | undefined {
  const variable = variableOf(name, source);
  const definition = variable === undefined ? undefined : definitionOf(variable);
  const node = definition?.node;
  if (node?.type === 'VariableDeclarator') {
    const loop = node.parent.parent;
    const isWhole = node.id.type === 'Identifier';
    const key = isWhole ? undefined : keyOfPart(node.id, definition?.name);
    if (!isWhole && key === undefined) return undefined;
    const part = key === undefined ? {} : { key };
    if (loop.type === 'ForOfStatement' && loop.left === node.parent) return { each: loop.right, ...part };
    const init = node.init === null ? undefined : unwrap(node.init);
    return init === undefined || isFunction(init) ? undefined : { whole: init, ...part };
  }
  const parameter = parameterNamed(name, source);
  const each = parameter?.index === 0 ? goneThrough(parameter.fn) : undefined;
  return each === undefined ? undefined : { each };
}

/** The collection whose elements are passed to a function: `jobs` in `jobs.forEach(fn)` and `_.each(jobs, fn)`. */
function goneThrough(fn: Node): Node | undefined {
  const callback = wrapped(fn);
  const method = callback.parent == null ? undefined : methodCall(callback.parent);
  if (method === undefined || !EACH.has(method.method)) return undefined;
  const [first, second] = method.call.arguments;
  if (first === callback) return method.object;
  return second === callback ? first : undefined;
}
