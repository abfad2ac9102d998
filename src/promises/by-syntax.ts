import type { Node, Source } from '../syntax/source.ts';
import type { Launch } from './launch.ts';
import { variableOf } from '../syntax/binding.ts';
import { chainCall, methodCall } from '../syntax/call.ts';
import { compiledAsync, helperOf, isAsync } from '../syntax/compiled.ts';
import { isFunction } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { isContinued, isDelay } from './quiet.ts';

const COMBINATORS = new Set(['all', 'allSettled', 'any', 'race']);
const SETTLERS = new Set(['resolve', 'reject']);

/** What the code itself says: an async function called in place, `new Promise`, `import()`, a combinator, a chain. */
export function launchBySyntax(node: Node, source: Source): Launch | undefined {
  switch (node.type) {
    case 'ImportExpression':
      return launches('import() yields a promise');
    case 'NewExpression':
      if (!isGlobal(node.callee, 'Promise', source)) return undefined;
      return isDelay(node) && !isContinued(node)
        ? { verdict: 'no', evidence: { step: 'syntax', why: 'only a delay' }, quiet: true }
        : launches('new Promise');
    case 'CallExpression': {
      const callee = unwrap(node.callee);
      if (isFunction(callee) && isAsync(callee)) return launches('async function called in place');
      const compiled = compiledAsync(node);
      if (compiled !== undefined)
        return helperOf(node.callee) === 'awaiter' ? launches('async function called in place') : undefined;
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
