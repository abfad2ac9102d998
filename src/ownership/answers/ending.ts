import type { Node, Source } from '../../syntax/source.ts';
import { chainCall } from '../../syntax/call.ts';
import { isExit } from '../../syntax/exit.ts';
import { isFunction } from '../../syntax/function.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { someIn } from '../../syntax/walk.ts';

/** Whether a function ends the process in any case: what it follows cannot be cut by that. */
export function endsProcess(continuation: Node, source: Source): boolean {
  const fn = unwrap(continuation);
  if (!isFunction(fn)) return false;
  if (fn.body.type !== 'BlockStatement') return isExitAtLast(fn.body, source);
  return fn.body.body.some((statement) => {
    const expression = expressionOf(statement);
    return expression !== undefined && isExitAtLast(expression, source);
  });
}

/** The expression that a statement consists of: `run();`, `return run();`. */
function expressionOf(statement: Node): Node | undefined {
  if (statement.type === 'ExpressionStatement') return statement.expression;
  return statement.type === 'ReturnStatement' ? (statement.argument ?? undefined) : undefined;
}

/** `process.exit()`, also behind a `void` or an `await`, or among other expressions: `log(x), process.exit()`. */
function isExitAtLast(expression: Node, source: Source): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case 'SequenceExpression':
      return node.expressions.some((part) => isExitAtLast(part, source));
    case 'UnaryExpression':
    case 'AwaitExpression':
      return isExitAtLast(node.argument, source);
    default:
      return isExit(node, source);
  }
}

/**
 * Whether a function ends the process where nothing goes wrong, as one that shuts a server down does. What ends it in a
 * `catch` alone, or in a branch with a code that tells of a failure, does other work, too.
 */
export function leadsToExit(body: Node, source: Source): boolean {
  return someIn(
    body,
    (node) => isExit(node, source) && !isAfterFailure(node, body),
    (node) => !isFunction(node) || isContinuation(node),
  );
}

/** Whether an end of the process is come to only when something failed. */
function isAfterFailure(exit: Node, body: Node): boolean {
  let inBranch = false;
  for (let inner = exit; inner !== body && inner.parent != null; inner = inner.parent) {
    const outer: Node = inner.parent;
    if (outer.type === 'CatchClause') return true;
    inBranch ||= isBranch(outer, inner);
  }
  return inBranch && tellsFailure(exit);
}

/** Whether one part of a node runs only under a condition. */
function isBranch(outer: Node, inner: Node): boolean {
  switch (outer.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return inner !== outer.test;
    case 'LogicalExpression':
      return inner === outer.right;
    case 'SwitchCase':
      return inner !== outer.test;
    default:
      return false;
  }
}

/** `process.exit(1)`, `process.exit(-1)`, `process.exit(code)`; not without a code, or with 0. */
function tellsFailure(exit: Node): boolean {
  const call = unwrap(exit);
  const [given] = call.type === 'CallExpression' ? call.arguments : [];
  const code = given?.type === 'UnaryExpression' ? given.argument : given;
  return code !== undefined && !(code.type === 'Literal' && code.value === 0);
}

/** What runs once a promise is fulfilled, or has settled in any way: `close().then(() => process.exit())`. */
function isContinuation(fn: Node): boolean {
  const call = fn.parent == null ? undefined : chainCall(fn.parent);
  return call !== undefined && call.method !== 'catch' && call.call.arguments[0] === fn;
}
