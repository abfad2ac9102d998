import type { Node, Source } from '../../syntax/source.ts';
import { methodCall } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { isGlobal } from '../../syntax/promise-call.ts';
import { unwrap } from '../../syntax/unwrap.ts';

/** Whether a function ends the process in any case: what it follows cannot be cut by that. */
export function endsProcess(continuation: Node, source: Source): boolean {
  const fn = unwrap(continuation);
  if (!isFunction(fn)) return false;
  if (fn.body.type !== 'BlockStatement') return isExit(fn.body, source);
  return fn.body.body.some(
    (statement) => statement.type === 'ExpressionStatement' && isExit(statement.expression, source),
  );
}

/**
 * Whether a function ends the process where nothing goes wrong, as one that shuts a server down does: among its
 * statements, or in its `try`. What ends it in a branch or a `catch` alone does other work, too.
 */
export function leadsToExit(body: Node, source: Source): boolean {
  switch (body.type) {
    case 'BlockStatement':
      return body.body.some((statement) => leadsToExit(statement, source));
    case 'TryStatement':
      return leadsToExit(body.block, source) || (body.finalizer !== null && leadsToExit(body.finalizer, source));
    case 'ExpressionStatement':
      return isExit(body.expression, source);
    default:
      return isExit(body, source);
  }
}

/** `process.exit(1)` */
function isExit(expression: Node, source: Source): boolean {
  const call = methodCall(unwrap(expression));
  return call?.method === 'exit' && isGlobal(call.object, 'process', source);
}
