import type { Node, Source } from '../syntax/source.ts';
import type { CallNode } from '../syntax/call.ts';
import type { FunctionNode } from '../syntax/function.ts';
import { LISTENS } from '../catalog/conventions.ts';
import { isOfModule, variableOf } from '../syntax/binding.ts';
import { calleeText, methodCall } from '../syntax/call.ts';
import { enclosingFunction } from '../syntax/function.ts';
import { contains } from '../syntax/position.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { readsOfFunction } from '../syntax/uses.ts';

const TIMERS = /^(?:(?:global|globalThis|window)\.)?set(?:Interval|Timeout)$/;
const CLEARS = /^(?:(?:global|globalThis|window)\.)?clear(?:Interval|Timeout)$/;

/**
 * Whether a call sets a timer that the same function clears once its work is done, or is in the callback of such a
 * timer. Such a heartbeat ends with the work that it accompanies.
 */
export function isHeartbeat(call: Node, source: Source): boolean {
  if (isTakenBack(call, source)) return true;
  for (let fn = enclosingFunction(call); fn !== undefined; fn = enclosingFunction(fn)) {
    const { parent } = wrapped(fn);
    if (parent != null && isTakenBack(parent, source)) return true;
  }
  return false;
}

function isTakenBack(timer: Node, source: Source): boolean {
  if (timer.type !== 'CallExpression' || !TIMERS.test(calleeText(timer))) return false;
  const held = heldIn(timer);
  const variable = held?.type === 'Identifier' ? variableOf(held, source) : undefined;
  if (variable === undefined || isOfModule(variable)) return false;
  return variable.references.some(({ identifier }) => {
    const { parent } = wrapped(identifier);
    return (
      parent?.type === 'CallExpression' &&
      CLEARS.test(calleeText(parent)) &&
      parent.range[0] > timer.range[1] &&
      !isLater(parent, timer, source)
    );
  });
}

/** The variable that holds a timer's handle: `const beat = setInterval(…).unref()`. */
function heldIn(timer: Node): Node | undefined {
  const outer = wrapped(timer);
  const { parent } = outer;
  if (parent?.type === 'VariableDeclarator') return parent.id;
  if (parent?.type === 'AssignmentExpression' && parent.right === outer) return unwrap(parent.left);
  const call = parent?.type === 'MemberExpression' ? wrapped(parent).parent : undefined;
  return call !== undefined && methodCall(call)?.method === 'unref' ? heldIn(call) : undefined;
}

/**
 * Whether a node runs at some later time rather than when the work is done: it is in the callback of a timer or
 * listener, or in a function that is only passed to one or called in one. Functions around the timer itself don't
 * count.
 */
function isLater(node: Node, timer: Node, source: Source, asked = new Set<FunctionNode>()): boolean {
  for (let fn = enclosingFunction(node); fn !== undefined && !contains(fn, timer); fn = enclosingFunction(fn)) {
    // A function that calls itself is as late as its other calls.
    if (asked.has(fn)) return true;
    const reads = readsOfFunction(fn, source);
    asked.add(fn);
    if (isGivenToLater(fn) || reads?.every((read) => isGivenToLater(read) || isLater(read, timer, source, asked)))
      return true;
  }
  return false;
}

function isGivenToLater(callback: Node): boolean {
  const { parent } = wrapped(callback);
  return parent?.type === 'CallExpression' && runsLater(parent) && contains(parent, callback);
}

function runsLater(call: CallNode): boolean {
  return TIMERS.test(calleeText(call)) || LISTENS.has(methodCall(call)?.method ?? '');
}
