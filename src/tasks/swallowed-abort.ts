import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { TaskSignal } from './signals.ts';
import { methodCall } from '../syntax/call.ts';
import { enclosingFunction, isFunction } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { walk } from '../syntax/walk.ts';
import { mentions, signalOf } from './signals.ts';
import { taskCallsIn } from './task-calls.ts';

/** A place where a task's cancellation is swallowed. */
export interface SwallowedAbort {
  /** The `catch` clause, or the function passed to `.catch(…)`. */
  readonly node: TSESTree.CatchClause | FunctionNode;
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
    if (node.type === 'TryStatement' && node.handler !== null && enclosingFunction(node) === fn) {
      if (mentions(node.block, signal) && !passesOn(node.handler.body, signal) && !isLookedAtLater(node, fn, signal))
        found.push({ node: node.handler, signal: signal.text });
      return;
    }
    const call = methodCall(node);
    const handler = call?.method === 'catch' ? call.call.arguments[0] : undefined;
    if (call === undefined || handler === undefined || !isFunction(unwrap(handler)) || enclosingFunction(node) !== fn)
      return;
    const caught = unwrap(handler) as FunctionNode;
    if (mentions(call.object, signal) && !passesOn(caught.body, signal) && !isLookedAtLater(node, fn, signal))
      found.push({ node: caught, signal: signal.text });
  });
  return found;
}

/** Throws, rejects, ends the process, or uses the signal. */
function passesOn(body: Node, signal: TaskSignal): boolean {
  let passes = mentions(body, signal);
  walk(body, (node) => {
    const call = methodCall(node);
    passes ||=
      node.type === 'ThrowStatement' ||
      call?.method === 'reject' ||
      call?.method === 'abort' ||
      call?.method === 'exit';
  });
  // A function called here, as in `.catch((error) => handle(error))`, may throw again. Only what the body itself does
  // counts.
  return passes;
}

function isLookedAtLater(node: Node, fn: FunctionNode, signal: TaskSignal): boolean {
  let looks = false;
  walk(fn.body, (other) => {
    looks ||= other.range[0] >= node.range[1] && signal.is(other);
  });
  for (let outer = node.parent; outer != null && outer !== fn; outer = outer.parent) {
    if (
      (outer.type === 'WhileStatement' || outer.type === 'DoWhileStatement' || outer.type === 'ForStatement') &&
      outer.test !== null &&
      mentions(outer.test, signal)
    )
      looks = true;
  }
  return looks;
}
