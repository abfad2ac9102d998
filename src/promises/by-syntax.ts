import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Launch } from './launch.ts';
import { chainCall, chainRoot, methodCall } from '../syntax/call.ts';
import { compiledAsync, helperOf, isAsync } from '../syntax/compiled.ts';
import { isFunction, parameterNames } from '../syntax/function.ts';
import { isCombinator, isGlobal } from '../syntax/promise-call.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { returnsOf } from '../values/results.ts';
import { isDelay } from './delay.ts';
import { isContinued } from './quiet.ts';

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
      if (isAsyncFold(node, source)) return launches('each result is a promise, and so is the last');
      const link = chainCall(node);
      // Without arguments, `.catch()` may be anything. `.then()` says that the object is a promise, or sends a query.
      if (link !== undefined && (link.call.arguments.length > 0 || link.method === 'then'))
        return launches(`.${link.method}() yields a promise`);
      return undefined;
    }
    default:
      return undefined;
  }
}

/**
 * `items.reduce(async (before, item) => …, Promise.resolve())`, or with `(before, item) => before.then(…)`, a chain on
 * what came before.
 */
function isAsyncFold(node: TSESTree.CallExpression, source: Source): boolean {
  const method = methodCall(node);
  const [fold] = node.arguments;
  if (method === undefined || fold === undefined || !/^reduce(?:Right)?$/.test(method.method)) return false;
  const fn = unwrap(fold);
  if (!isFunction(fn)) return false;
  if (isAsync(fn)) return true;
  const returned = returnsOf(fn, source);
  const [before] = parameterNames(fn);
  return before !== undefined && returned.length > 0 && returned.every((each) => isChainOn(before, each));
}

/** `before.then(…)` */
function isChainOn(name: string, node: Node): boolean {
  const root = chainRoot(node);
  return root !== unwrap(node) && root.type === 'Identifier' && root.name === name;
}

function launches(why: string): Launch {
  return { verdict: 'promise', evidence: { step: 'syntax', why } };
}
