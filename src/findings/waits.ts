import type { FunctionNode } from '../syntax/function.ts';
import { walkOwn } from '../syntax/walk.ts';

/**
 * Whether an async function ever waits. One that never does has done its work when it returns, and its launches are
 * judged separately.
 */
export function waits(fn: FunctionNode): boolean {
  if (fn.body.type !== 'BlockStatement') return true;
  let found = false;
  walkOwn(fn, (node) => {
    found ||=
      node.type === 'AwaitExpression' ||
      (node.type === 'ForOfStatement' && node.await) ||
      (node.type === 'ReturnStatement' && node.argument !== null);
    return !found;
  });
  return found;
}
