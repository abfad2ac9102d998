import type { Node, Source } from '../../syntax/source.ts';
import type { FunctionNode } from '../../syntax/function.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import { chainCall, lastName } from '../../syntax/call.ts';
import { isExit } from '../../syntax/exit.ts';
import { isFunction } from '../../syntax/function.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { someIn, someOwn, walk } from '../../syntax/walk.ts';
import { functionOf } from '../../values/function-of.ts';

/** How many levels of called functions are searched. */
const DEEPEST = 3;

/**
 * Which functions end the process, for those looked into so far for one question, by how deep they were met: functions
 * that call each other are met again and again.
 */
export type Endings = Map<number, Map<FunctionNode, boolean>>;

/**
 * Whether a call ends the process: `process.exit()`, or a function that does so in any case, as `fatal(error)` does.
 *
 * @param known - shared by questions that are asked together
 */
export function isEnd(
  call: Node,
  source: Source,
  evaluation: Evaluation,
  known: Endings = new Map(),
  depth = 0,
): boolean {
  if (isExit(call, source)) return true;
  const node = unwrap(call);
  if (node.type !== 'CallExpression' || depth >= DEEPEST) return false;
  const called = functionOf(node.callee, source, evaluation);
  if (called === undefined) return false;
  const here = known.get(depth) ?? new Map<FunctionNode, boolean>();
  known.set(depth, here);
  const ends = here.get(called.fn) ?? endsProcess(called.fn, called.source, evaluation, known, depth + 1);
  here.set(called.fn, ends);
  return ends;
}

/** Whether a function ends the process in any case: what it follows cannot be cut by that. */
export function endsProcess(
  continuation: Node,
  source: Source,
  evaluation: Evaluation,
  known: Endings = new Map(),
  depth = 0,
): boolean {
  const given = unwrap(continuation);
  const place = functionOf(given, source, evaluation);
  if (place === undefined) return false;
  const { body } = place.fn;
  const ends = (call: Node): boolean => isEnd(call, place.source, evaluation, known, depth);
  if (body.type !== 'BlockStatement') return isEndAtLast(body, ends);
  // What stands after a `return` is not come to in any case.
  const at = body.body.findIndex((statement) => returnsIn(statement));
  return body.body.slice(0, at < 0 ? undefined : at + 1).some((statement) => {
    const expression = expressionOf(statement);
    return expression !== undefined && isEndAtLast(expression, ends);
  });
}

/** Whether a statement may leave the function: `if (--open > 0) return;` */
function returnsIn(statement: Node): boolean {
  return someOwn(statement, (node) => node.type === 'ReturnStatement');
}

/** The expression that a statement consists of: `run();`, `return run();`. */
function expressionOf(statement: Node): Node | undefined {
  if (statement.type === 'ExpressionStatement') return statement.expression;
  return statement.type === 'ReturnStatement' ? (statement.argument ?? undefined) : undefined;
}

/** `process.exit()`, also after `void` or `await`, or in a sequence: `log(x), process.exit()`. */
function isEndAtLast(expression: Node, ends: (call: Node) => boolean): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case 'SequenceExpression':
      return node.expressions.some((part) => isEndAtLast(part, ends));
    case 'UnaryExpression':
    case 'AwaitExpression':
      return isEndAtLast(node.argument, ends);
    default:
      return ends(node);
  }
}

/**
 * Whether a function ends the process when nothing goes wrong, as a shutdown function does. A function that exits only
 * in a `catch`, or in a branch with an exit code for failure, has other work to do.
 */
export function leadsToExit(body: Node, source: Source, evaluation: Evaluation): boolean {
  const known: Endings = new Map();
  return someIn(
    body,
    (node) =>
      isEnd(node, source, evaluation, known) &&
      !isAfterFailure(node, body, () => tellsFailure(exitOf(node, source, evaluation, known))),
    (node) => !isFunction(node) || isContinuation(node),
  );
}

/** Whether an exit is reached only after a failure. */
function isAfterFailure(exit: Node, body: Node, tells: () => boolean): boolean {
  let inBranch = false;
  for (let inner = exit; inner !== body && inner.parent != null; inner = inner.parent) {
    const outer: Node = inner.parent;
    if (outer.type === 'CatchClause') return true;
    inBranch ||= isBranch(outer, inner);
  }
  return inBranch && tells();
}

/** The exit that a call comes to: itself, or that in the function that it calls. */
function exitOf(call: Node, source: Source, evaluation: Evaluation, known: Endings, depth = 0): Node {
  const node = unwrap(call);
  if (isExit(node, source) || node.type !== 'CallExpression' || depth > DEEPEST) return node;
  const called = functionOf(node.callee, source, evaluation);
  let found: Node | undefined;
  if (called !== undefined)
    walk(called.fn.body, (inner) => {
      if (found === undefined && isEnd(inner, called.source, evaluation, known, depth))
        found = exitOf(inner, called.source, evaluation, known, depth + 1);
      return found === undefined;
    });
  return found ?? node;
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

/**
 * Whether a function runs once the one around it has done its work: `close().then(() => process.exit())`,
 * `server.close(() => process.exit())`, `setTimeout(() => process.exit(), 500);`. A timer that is kept may be cleared.
 */
function isContinuation(fn: Node): boolean {
  const { parent } = fn;
  if (parent?.type !== 'CallExpression') return false;
  const chain = chainCall(parent);
  if (chain !== undefined) return chain.method !== 'catch' && parent.arguments[0] === fn;
  if (isLater(parent)) return parent.parent.type === 'ExpressionStatement';
  return CLOSES.test(lastName(parent));
}

const CLOSES = /^(?:close|end|stop|quit|destroy|disconnect|shutdown)$/;

function isLater(call: Node): boolean {
  return /^set(?:Timeout|Immediate)$/.test(lastName(call));
}
