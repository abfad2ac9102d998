import type { Node, Source } from '../syntax/source.ts';
import type { Launch } from './launch.ts';
import { variableOf } from '../syntax/binding.ts';
import { chainCall, methodCall } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';

const COMBINATORS = new Set(['all', 'allSettled', 'any', 'race']);
const SETTLERS = new Set(['resolve', 'reject']);

/** What the code itself says: an async function called in place, `new Promise`, `import()`, a combinator, a chain. */
export function launchBySyntax(node: Node, source: Source): Launch | undefined {
  switch (node.type) {
    case 'ImportExpression':
      return launches('import() yields a promise');
    case 'NewExpression':
      return isGlobal(node.callee, 'Promise', source) ? launches('new Promise') : undefined;
    case 'CallExpression': {
      const callee = unwrap(node.callee);
      if (isFunction(callee) && callee.async && !callee.generator) return launches('async function called in place');
      if (isCombinator(node, source)) return launches('Promise combinator');
      const link = chainCall(node);
      if (link !== undefined && link.call.arguments.length > 0) return launches(`.${link.method}() yields a promise`);
      return undefined;
    }
    default:
      return undefined;
  }
}

/** `Promise.all(…)` and its siblings. */
export function isCombinator(node: Node, source: Source): boolean {
  return isPromiseMethod(node, COMBINATORS, source);
}

/**
 * `Promise.resolve(…)` or `Promise.reject(…)`: a promise that is settled already, of work that somebody else started.
 */
export function isSettled(node: Node, source: Source): boolean {
  return isPromiseMethod(node, SETTLERS, source);
}

function isPromiseMethod(node: Node, methods: ReadonlySet<string>, source: Source): boolean {
  const call = methodCall(node);
  return call !== undefined && methods.has(call.method) && isGlobal(call.object, 'Promise', source);
}

export function isGlobal(expression: Node, name: string, source: Source): boolean {
  const node = unwrap(expression);
  return node.type === 'Identifier' && node.name === name && variableOf(node, source) === undefined;
}

function launches(why: string): Launch {
  return { verdict: 'promise', evidence: { step: 'syntax', why } };
}
