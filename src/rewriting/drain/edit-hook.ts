import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../../syntax/function.ts';
import type { Node } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Edit } from '../edit.ts';
import type { DrainContext } from './context.ts';
import { calleeText, methodCall } from '../../syntax/call.ts';
import { isExit } from '../../syntax/exit.ts';
import { enclosingFunction, isFunction } from '../../syntax/function.ts';
import { someIn, walk } from '../../syntax/walk.ts';
import { close, open } from '../edit.ts';
import { drainStatement } from './exit-code.ts';
import { inDigits, limitIn } from './limit.ts';
import { afterStatement, beforeStatement } from './lines.ts';

/**
 * Makes a shutdown hook wait for the tasks after the last request, and before anything ends that the tasks need: at the
 * start of the callback of `server.close(…)`, after the statement that awaits the closing, or else before the process
 * ends.
 *
 * @returns undefined if the hook has none of these forms, or a reason in words if it has an unreadable time limit
 */
export function hookEdits(
  fn: FunctionNode,
  context: DrainContext,
  evaluation: Evaluation,
): Edit[] | string | undefined {
  const { callee, source } = context;
  const closing = closingCallback(fn);
  const statements = fn.body.type === 'BlockStatement' ? statementsOf(fn.body) : [];
  // What an async hook awaits before it ends the process may be what the tasks need.
  const beside = fn.async
    ? statements.find((statement) => closesAndWaits(statement, fn))
    : statements.find((statement) => statement.type === 'ExpressionStatement' && isExit(statement.expression, source));
  const place = closing ?? beside;
  if (place === undefined) return undefined;
  const limit = limitIn(fn, place, source, evaluation);
  if (limit === undefined) return 'its own timer ends the process after a delay that could not be determined';
  const call = `${callee}({ timeoutMs: ${inDigits(limit)} })`;
  if (closing !== undefined) return callbackEdits(closing, call, context);
  if (beside === undefined || (fn.async && endsMore(beside))) return undefined;
  const asynchronous = asyncEdits(fn);
  if (asynchronous === undefined) return undefined;
  const { code, edits } = drainStatement(beside.parent, beside.range[fn.async ? 1 : 0], call, context);
  const added = fn.async ? afterStatement(beside, code, context) : beforeStatement(beside, code, context);
  return [...asynchronous, added, ...edits];
}

/** Whether a shutdown hook closes the server, and goes on once it has closed. */
export function closesServer(fn: FunctionNode): boolean {
  if (closingCallback(fn) !== undefined) return true;
  return fn.body.type === 'BlockStatement' && statementsOf(fn.body).some((statement) => closesAndWaits(statement, fn));
}

/** The function passed to `server.close(…)`. */
function closingCallback(fn: FunctionNode): FunctionNode | undefined {
  let found: FunctionNode | undefined;
  walk(fn.body, (node) => {
    const call = methodCall(node);
    const last = call?.call.arguments.at(-1);
    if (call?.method === 'close' && isServer(call.object) && isFunction(last)) found ??= last;
  });
  return found;
}

function callbackEdits(fn: FunctionNode, call: string, context: DrainContext): Edit[] | undefined {
  const asynchronous = asyncEdits(fn);
  if (asynchronous === undefined) return undefined;
  const { style, text } = context;
  const { code, edits } = drainStatement(fn.body, fn.body.range[0], call, context);
  if (fn.body.type !== 'BlockStatement') {
    const [start, end] = fn.body.range;
    return [...asynchronous, open(start, `{ ${code}; `), ...edits, close(end, `${style.semicolon} }`)];
  }
  const [first] = fn.body.body;
  if (first !== undefined) return [...asynchronous, beforeStatement(first, code, context), ...edits];
  const start = fn.body.range[0] + 1;
  return [...asynchronous, open(start, ` ${code};${text[start] === '}' ? ' ' : ''}`)];
}

/** The edits that make a function async; undefined if that isn't possible as it is written. */
function asyncEdits(fn: FunctionNode): Edit[] | undefined {
  if (fn.async) return [];
  if (
    fn.generator ||
    fn.returnType != null ||
    fn.parent.type === 'MethodDefinition' ||
    (fn.parent.type === 'Property' && fn.parent.method)
  )
    return undefined;
  return [open(fn.range[0], 'async ')];
}

/** The statements that a block runs in sequence, including those of a `try`. */
function statementsOf(block: TSESTree.BlockStatement): TSESTree.Statement[] {
  return block.body.flatMap((statement) =>
    statement.type === 'TryStatement'
      ? [...statementsOf(statement.block), ...(statement.finalizer === null ? [] : statementsOf(statement.finalizer))]
      : [statement],
  );
}

function closesAndWaits(statement: Node, hook: FunctionNode): boolean {
  const seen = { closing: false, waiting: false };
  walk(statement, (node) => {
    const call = methodCall(node);
    seen.closing ||= call !== undefined && /^(?:close|stop)$/.test(call.method) && isServer(call.object);
    seen.waiting ||= node.type === 'AwaitExpression' && enclosingFunction(node) === hook;
  });
  return seen.closing && seen.waiting;
}

/** Whether a statement also ends what the tasks may need: `Promise.all([server.close(), pool.end()])`. */
function endsMore(statement: Node): boolean {
  return someIn(statement, (node) => {
    const call = methodCall(node);
    return (
      call !== undefined && /^(?:close|end|quit|disconnect|destroy\w*)$/.test(call.method) && !isServer(call.object)
    );
  });
}

/** By its name: a database has a `close`, too. */
function isServer(node: Node): boolean {
  return /(?:server|app|http|fastify|listener)$/i.test(calleeText(node).replace(/[!?]/g, ''));
}
