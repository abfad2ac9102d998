import type { Node, Source } from '../../syntax/source.ts';
import { chainCall } from '../../syntax/call.ts';
import { isExit } from '../../syntax/exit.ts';
import { isFunction } from '../../syntax/function.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { someIn } from '../../syntax/walk.ts';

/** Whether a function always ends the process. That exit can't cut off the work before it. */
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

/** `process.exit()`, possibly after a `void` or `await`, or in a sequence: `log(x), process.exit()`. */
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
 * Whether a function ends the process when nothing goes wrong, as a shutdown function does. A function that exits only
 * in a `catch`, or in a branch with an exit code for failure, has other work to do.
 */
export function leadsToExit(body: Node, source: Source): boolean {
  return someIn(
    body,
    (node) => isExit(node, source) && !isAfterFailure(node, body),
    (node) => !isFunction(node) || isContinuation(node),
  );
}

/** Whether an exit is reached only after a failure. */
function isAfterFailure(exit: Node, body: Node): boolean {
  let inBranch = false;
  for (let inner = exit; inner !== body && inner.parent != null; inner = inner.parent) {
    const outer: Node = inner.parent;
    if (outer.type === 'CatchClause') return true;
    inBranch ||= isBranch(outer, inner);
  }
  return inBranch && tellsFailure(exit);
}

/** Whether `inner` runs only under a condition of `outer`. */
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

/**
 * Whether the exit code reports a failure: `process.exit(1)`, `process.exit(-1)`, `process.exit(code)`, but not 0 or
 * none.
 */
function tellsFailure(exit: Node): boolean {
  const call = unwrap(exit);
  const [given] = call.type === 'CallExpression' ? call.arguments : [];
  const code = given?.type === 'UnaryExpression' ? given.argument : given;
  return code !== undefined && !(code.type === 'Literal' && code.value === 0);
}

/** Whether a function runs once a promise is fulfilled or settled: `close().then(() => process.exit())`. */
function isContinuation(fn: Node): boolean {
  const call = fn.parent == null ? undefined : chainCall(fn.parent);
  return call !== undefined && call.method !== 'catch' && call.call.arguments[0] === fn;
}
