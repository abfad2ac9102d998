import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../../syntax/function.ts';
import type { Node } from '../../syntax/source.ts';
import type { Edit } from '../edit.ts';
import type { DrainContext } from './context.ts';
import { calleeText, methodCall } from '../../syntax/call.ts';
import { isExit } from '../../syntax/exit.ts';
import { enclosingFunction, isFunction } from '../../syntax/function.ts';
import { walk } from '../../syntax/walk.ts';
import { close, open } from '../edit.ts';
import { afterStatement, beforeStatement } from './lines.ts';

/**
 * Makes a shutdown hook wait for the tasks, once no more requests arrive and before anything ends that the tasks need:
 * first in the callback of `server.close(…)`; else after the statement that awaits the closing; else before the process
 * ends.
 *
 * @returns undefined when the hook is of another kind
 */
export function hookEdits(fn: FunctionNode, context: DrainContext): Edit[] | undefined {
  const { callee } = context;
  const closing = closingCallback(fn);
  if (closing !== undefined) return callbackEdits(closing, context);
  const statements = fn.body.type === 'BlockStatement' ? statementsOf(fn.body) : [];
  const awaited = fn.async ? statements.find((statement) => closesAndWaits(statement, fn)) : undefined;
  if (awaited !== undefined) return [afterStatement(awaited, `await ${callee}()`, context)];
  // Before an async hook ends the process, it may await the end of something that the tasks need.
  const end = fn.async
    ? undefined
    : statements.find(
        (statement) => statement.type === 'ExpressionStatement' && isExit(statement.expression, context.source),
      );
  if (end === undefined) return undefined;
  const asynchronous = asyncEdits(fn);
  return asynchronous === undefined ? undefined : [...asynchronous, beforeStatement(end, `await ${callee}()`, context)];
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

function callbackEdits(fn: FunctionNode, context: DrainContext): Edit[] | undefined {
  const asynchronous = asyncEdits(fn);
  if (asynchronous === undefined) return undefined;
  const { callee, style, text } = context;
  if (fn.body.type !== 'BlockStatement') {
    const [start, end] = fn.body.range;
    return [...asynchronous, open(start, `{ await ${callee}(); `), close(end, `${style.semicolon} }`)];
  }
  const [first] = fn.body.body;
  if (first !== undefined) return [...asynchronous, beforeStatement(first, `await ${callee}()`, context)];
  const start = fn.body.range[0] + 1;
  return [...asynchronous, open(start, ` await ${callee}();${text[start] === '}' ? ' ' : ''}`)];
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

/** Judged by its name: a database has a `close`, too. */
function isServer(node: Node): boolean {
  return /(?:server|app|http|fastify|listener)$/i.test(calleeText(node).replace(/[!?]/g, ''));
}
