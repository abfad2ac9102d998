import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { TaskSignal } from './signals.ts';
import { methodCall } from '../syntax/call.ts';
import { enclosingFunction, isFunction } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { someIn, walk } from '../syntax/walk.ts';
import { mentions, signalOf } from './signals.ts';
import { taskCallsIn } from './task-calls.ts';

/** A place where a task's cancellation is swallowed. */
export interface SwallowedAbort {
  /** What ends it: a `catch` clause, what is passed to `.catch(…)`, a `return` in a `finally`, `Promise.allSettled(…)`. */
  readonly node: Node;
  /** The signal's source text. */
  readonly signal: string;
}

/**
 * The catches in tasks that swallow the cancellation: they guard work that gets the task's signal, and they neither
 * throw nor check the signal. The task does not check it afterwards either, or in a loop around the work.
 */
export function swallowedAborts(source: Source, tracker: string, evaluation: Evaluation): SwallowedAbort[] {
  return taskCallsIn(source, tracker, evaluation).flatMap(({ fn }) => {
    const signal = fn === undefined ? undefined : signalOf(fn, source);
    return fn === undefined || signal === undefined ? [] : catchesIn(fn, signal);
  });
}

function catchesIn(fn: FunctionNode, signal: TaskSignal): SwallowedAbort[] {
  const found: SwallowedAbort[] = [];
  walk(fn.body, (node) => {
    const ends = node.type === 'TryStatement' ? endsOfTry(node, fn, signal) : endsOfCall(node, signal);
    if (ends.length > 0 && enclosingFunction(node) === fn && !isLookedAtLater(node, fn, signal))
      found.push(...ends.map((end) => ({ node: end, signal: signal.text })));
  });
  return found;
}

function endsOfTry({ block, handler, finalizer }: TSESTree.TryStatement, fn: FunctionNode, signal: TaskSignal): Node[] {
  if (!mentions(block, signal)) return [];
  const ends: Node[] = handler !== null && swallows(handler.body, signal) ? [handler] : [];
  // It replaces whatever was thrown.
  if (finalizer !== null)
    walk(finalizer, (node) => {
      if (node.type === 'ReturnStatement' && enclosingFunction(node) === fn) ends.push(node);
    });
  return ends;
}

/** `.catch(handler)`, `.then(done, handler)`, and `await Promise.allSettled(…)` whose result nobody reads. */
function endsOfCall(node: Node, signal: TaskSignal): Node[] {
  const call = methodCall(node);
  if (call === undefined) return [];
  if (call.method === 'allSettled') {
    const isUnread = node.parent?.type === 'AwaitExpression' && node.parent.parent.type === 'ExpressionStatement';
    return isUnread && mentions(node, signal) ? [node] : [];
  }
  const given = call.call.arguments[HANDLERS.indexOf(call.method)];
  if (given === undefined || !mentions(call.object, signal)) return [];
  const handler = unwrap(given);
  return (isFunction(handler) ? swallows(handler.body, signal) : isConsole(handler)) ? [handler] : [];
}

/** The methods that take a handler of failures, at its place among their arguments. */
const HANDLERS = ['catch', 'then'];

/** `console.error`: printing throws nothing again. */
function isConsole(node: Node): boolean {
  return node.type === 'MemberExpression' && node.object.type === 'Identifier' && node.object.name === 'console';
}

function swallows(body: Node, signal: TaskSignal): boolean {
  return !passesOn(body, signal) || stopsAtAbort(body, signal);
}

/** `if (error.name === 'AbortError') return;`, or `!== 'AbortError'` before a `throw`: of all errors, ours ends here. */
function stopsAtAbort(body: Node, signal: TaskSignal): boolean {
  if (body.type !== 'BlockStatement' || mentions(body, signal)) return false;
  return body.body.some((statement, at) => {
    if (statement.type !== 'IfStatement' || statement.test.type !== 'BinaryExpression') return false;
    const { left, right, operator } = statement.test;
    if (![left, right].some((side) => side.type === 'Literal' && side.value === 'AbortError')) return false;
    const isForOurs = operator.startsWith('=');
    const rest = body.body.slice(at + 1);
    const reached = isForOurs ? statement.consequent : statement.alternate;
    if (reached !== null && passesOn(reached, signal)) return false;
    return (isForOurs && endsIn(statement.consequent)) || !rest.some((later) => passesOn(later, signal));
  });
}

/** `return;`, or a block whose last statement it is. */
function endsIn(statement: Node): boolean {
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : statement;
  return last?.type === 'ReturnStatement';
}

const PASSES: ReadonlySet<string> = new Set(['reject', 'abort', 'exit']);

/** Throws, rejects, ends the process, or uses the signal. */
function passesOn(body: Node, signal: TaskSignal): boolean {
  // A function called here, as in `.catch((error) => handle(error))`, may throw again. Only what the body itself does
  // counts.
  return someIn(
    body,
    (node) => signal.is(node) || node.type === 'ThrowStatement' || PASSES.has(methodCall(node)?.method ?? ''),
  );
}

function isLookedAtLater(node: Node, fn: FunctionNode, signal: TaskSignal): boolean {
  if (someIn(fn.body, (other) => other.range[0] >= node.range[1] && signal.is(other))) return true;
  for (let outer = node.parent; outer != null && outer !== fn; outer = outer.parent) {
    if (
      (outer.type === 'WhileStatement' || outer.type === 'DoWhileStatement' || outer.type === 'ForStatement') &&
      outer.test !== null &&
      mentions(outer.test, signal)
    )
      return true;
  }
  return false;
}
