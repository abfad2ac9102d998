import type { Node, Source } from '../syntax/source.ts';
import type { Launch } from './launch.ts';
import { chainCall } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { isCombinator, isGlobal } from '../syntax/promise-call.ts';
import { unwrap } from '../syntax/unwrap.ts';

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

function launches(why: string): Launch {
  return { verdict: 'promise', evidence: { step: 'syntax', why } };
}
