import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Launch } from './launch.ts';
import { chainCall, methodCall } from '../syntax/call.ts';
import { compiledAsync, helperOf, isAsync } from '../syntax/compiled.ts';
import { isFunction } from '../syntax/function.ts';
import { isCombinator, isGlobal } from '../syntax/promise-call.ts';
import { unwrap } from '../syntax/unwrap.ts';
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
      if (isAsyncFold(node)) return launches('an async function makes each result, and the last');
      const link = chainCall(node);
      if (link !== undefined && link.call.arguments.length > 0) return launches(`.${link.method}() yields a promise`);
      return undefined;
    }
    default:
      return undefined;
  }
}

/** `items.reduce(async (before, item) => …, Promise.resolve())` */
function isAsyncFold(node: TSESTree.CallExpression): boolean {
  const method = methodCall(node);
  const [fold] = node.arguments;
  if (method === undefined || fold === undefined || !/^reduce(?:Right)?$/.test(method.method)) return false;
  const fn = unwrap(fold);
  return isFunction(fn) && isAsync(fn);
}

function launches(why: string): Launch {
  return { verdict: 'promise', evidence: { step: 'syntax', why } };
}
