import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../../syntax/function.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Edit } from '../edit.ts';
import type { DrainContext } from './context.ts';
import { methodCall } from '../../syntax/call.ts';
import { isExit } from '../../syntax/exit.ts';
import { enclosingFunction, isFunction } from '../../syntax/function.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { someIn, walk } from '../../syntax/walk.ts';
import { close, open } from '../edit.ts';
import { inBraces } from '../style.ts';
import { drainStatement } from './exit-code.ts';
import { inDigits, limitIn } from './limit.ts';
import { afterStatement, beforeStatement } from './lines.ts';
import { closingOf, isServer } from './servers.ts';

/** Why a hook is left that ends what the tasks may need while the server is still closing. */
const ENDS_MORE = 'it also ends what the tasks may need, without waiting until the server has closed';

/**
 * Makes a shutdown hook wait for the tasks after the last request, and before anything ends that the tasks need: at the
 * start of the callback of `server.close(…)`, after the statement that awaits the closing, or else before the process
 * ends. A hook that only begins to close the server gets such a callback, or an `await`.
 *
 * @returns undefined if the hook has none of these forms, or a reason in words if it has an unreadable time limit, or
 *   ends more than the server
 */
export function hookEdits(
  fn: FunctionNode,
  context: DrainContext,
  evaluation: Evaluation,
): Edit[] | string | undefined {
  const { callee, source } = context;
  const servers = serversOf(source, evaluation);
  const closing = closingCallback(fn, servers);
  const statements = fn.body.type === 'BlockStatement' ? statementsOf(fn.body) : [];
  // What an async hook awaits before it ends the process may be what the tasks need.
  const beside = fn.async
    ? statements.find((statement) => closesAndWaits(statement, fn, servers))
    : statements.find((statement) => statement.type === 'ExpressionStatement' && isExit(statement.expression, source));
  const begun = (closing ?? beside) ? undefined : begunClosing(fn, servers);
  const place = closing ?? beside ?? begun?.call;
  if (place === undefined) return undefined;
  if (begun !== undefined && endsMore(fn.body, servers)) return ENDS_MORE;
  const limit = limitIn(fn, place, source, evaluation);
  if (limit === undefined) return 'its own timer ends the process after a delay that could not be determined';
  const call = `${callee}(${inBraces(`timeoutMs: ${inDigits(limit)}`, context.style)})`;
  if (closing !== undefined) return callbackEdits(closing, call, context);
  if (begun !== undefined) return begunEdits(fn, begun, call, context);
  if (beside === undefined || (fn.async && endsMore(beside, servers))) return undefined;
  const asynchronous = asyncEdits(fn);
  if (asynchronous === undefined) return undefined;
  const { code, edits } = drainStatement(beside.parent, beside.range[fn.async ? 1 : 0], call, context);
  const added = fn.async ? afterStatement(beside, code, context) : beforeStatement(beside, code, context);
  return [...asynchronous, added, ...edits];
}

/** Whether a shutdown hook closes the server, and goes on once it has closed. */
export function closesServer(fn: FunctionNode, source: Source, evaluation: Evaluation): boolean {
  const servers = serversOf(source, evaluation);
  if (closingCallback(fn, servers) !== undefined) return true;
  return (
    fn.body.type === 'BlockStatement' &&
    statementsOf(fn.body).some((statement) => closesAndWaits(statement, fn, servers))
  );
}

/** What a hook's file knows about the servers in it. */
interface Servers {
  readonly is: (node: Node) => boolean;
  readonly closing: (node: Node) => 'callback' | 'promise' | undefined;
}

function serversOf(source: Source, evaluation: Evaluation): Servers {
  return {
    is: (node) => isServer(node, source, evaluation),
    closing: (node) => closingOf(node, source, evaluation),
  };
}

/** The function passed to `server.close(…)`. */
function closingCallback(fn: FunctionNode, servers: Servers): FunctionNode | undefined {
  let found: FunctionNode | undefined;
  walk(fn.body, (node) => {
    const call = methodCall(node);
    const last = call?.call.arguments.at(-1);
    if (call?.method === 'close' && servers.is(call.object) && isFunction(last)) found ??= last;
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

/** A closing that a hook only begins, and how the server tells that it is over. */
interface BegunClosing {
  readonly call: TSESTree.CallExpression;
  readonly tells: 'callback' | 'promise';
  /** The statement that is nothing but the call; undefined if the call is the whole function. */
  readonly statement: TSESTree.ExpressionStatement | undefined;
}

/** `() => { server.close(); }`, `() => server.close()` */
function begunClosing(fn: FunctionNode, servers: Servers): BegunClosing | undefined {
  if (fn.async) return undefined;
  const statements: readonly (TSESTree.Statement | TSESTree.Expression)[] =
    fn.body.type === 'BlockStatement' ? fn.body.body : [fn.body];
  const found = statements.flatMap((each): BegunClosing[] => {
    const statement = each.type === 'ExpressionStatement' ? each : undefined;
    const call = methodCall(unwrap(statement?.expression ?? each));
    const tells = call?.method === 'close' ? servers.closing(call.object) : undefined;
    return call === undefined || tells === undefined || call.call.arguments.length > 0
      ? []
      : [{ call: call.call, tells, statement }];
  });
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}

function begunEdits(
  fn: FunctionNode,
  { call, tells, statement }: BegunClosing,
  drain: string,
  context: DrainContext,
): Edit[] | undefined {
  const { semicolon } = context.style;
  if (tells === 'callback') {
    // Between the parentheses.
    const end = call.range[1] - 1;
    return [open(end, `async () => { await ${drain}${semicolon} }`)];
  }
  const asynchronous = asyncEdits(fn);
  if (asynchronous === undefined) return undefined;
  const awaited = open(call.range[0], 'await ');
  if (statement !== undefined) return [...asynchronous, awaited, afterStatement(statement, `await ${drain}`, context)];
  return [...asynchronous, open(call.range[0], '{ await '), close(call.range[1], `; await ${drain}${semicolon} }`)];
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

function closesAndWaits(statement: Node, hook: FunctionNode, servers: Servers): boolean {
  const seen = { closing: false, waiting: false };
  walk(statement, (node) => {
    const call = methodCall(node);
    seen.closing ||= call !== undefined && /^(?:close|stop)$/.test(call.method) && servers.is(call.object);
    seen.waiting ||= node.type === 'AwaitExpression' && enclosingFunction(node) === hook;
  });
  return seen.closing && seen.waiting;
}

/** Whether a statement also ends what the tasks may need: `Promise.all([server.close(), pool.end()])`. */
function endsMore(statement: Node, servers: Servers): boolean {
  return someIn(statement, (node) => {
    const call = methodCall(node);
    return (
      call !== undefined && /^(?:close|end|quit|disconnect|destroy\w*)$/.test(call.method) && !servers.is(call.object)
    );
  });
}
