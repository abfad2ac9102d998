import type { Node, Source } from '../../syntax/source.ts';
import { methodCall } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { isGlobal } from '../../syntax/promise-call.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { someIn } from '../../syntax/walk.ts';

/** Whether a function ends the process in any case: what it follows cannot be cut by that. */
export function endsProcess(continuation: Node, source: Source): boolean {
  const fn = unwrap(continuation);
  if (!isFunction(fn)) return false;
  if (fn.body.type !== 'BlockStatement') return isExit(fn.body, source);
  return fn.body.body.some(
    (statement) => statement.type === 'ExpressionStatement' && isExit(statement.expression, source),
  );
}

/** Whether the end of the process stands anywhere in a function's body. */
export function mayEndProcess(body: Node, source: Source): boolean {
  return someIn(
    body,
    (node) => isExit(node, source),
    (node) => !isFunction(node),
  );
}

/** `process.exit(1)` */
function isExit(expression: Node, source: Source): boolean {
  const call = methodCall(unwrap(expression));
  return call?.method === 'exit' && isGlobal(call.object, 'process', source);
}
