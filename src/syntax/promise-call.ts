import type { Node, Source } from './source.ts';
import { variableOf } from './binding.ts';
import { methodCall } from './call.ts';
import { unwrap } from './unwrap.ts';

const COMBINATORS = new Set(['all', 'allSettled', 'any', 'race']);
const SETTLERS = new Set(['resolve', 'reject']);

/** `Promise.all(…)` and its siblings. */
export function isCombinator(node: Node, source: Source): boolean {
  return isPromiseMethod(node, COMBINATORS, source);
}

/** `Promise.resolve(…)` or `Promise.reject(…)`: it is already settled, or its work was started elsewhere. */
export function isSettled(node: Node, source: Source): boolean {
  return isPromiseMethod(node, SETTLERS, source);
}

function isPromiseMethod(node: Node, methods: ReadonlySet<string>, source: Source): boolean {
  const call = methodCall(node);
  return call !== undefined && methods.has(call.method) && isGlobal(call.object, 'Promise', source);
}

/** Whether an expression is the global with this name, and not a variable of the file. */
export function isGlobal(expression: Node, name: string, source: Source): boolean {
  const node = unwrap(expression);
  return node.type === 'Identifier' && node.name === name && variableOf(node, source) === undefined;
}
