import type { Node, Source } from '../syntax/source.ts';
import type { CallNode } from '../syntax/call.ts';
import { LISTENS } from '../catalog/conventions.ts';
import { isOfModule, variableOf } from '../syntax/binding.ts';
import { calleeText, methodCall } from '../syntax/call.ts';
import { enclosingFunction } from '../syntax/function.ts';
import { contains } from '../syntax/position.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';

const TIMERS = /^(?:(?:global|globalThis|window)\.)?set(?:Interval|Timeout)$/;
const CLEARS = /^(?:(?:global|globalThis|window)\.)?clear(?:Interval|Timeout)$/;

/**
 * Whether a call sets a timer that the same function takes back when its work is done, or stands in the callback of
 * one: a heartbeat goes no longer than what it beats for.
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
      !isLater(parent)
    );
  });
}

/** The name that a timer's handle is given: `const beat = setInterval(…).unref()`. */
function heldIn(timer: Node): Node | undefined {
  const outer = wrapped(timer);
  const { parent } = outer;
  if (parent?.type === 'VariableDeclarator') return parent.id;
  if (parent?.type === 'AssignmentExpression' && parent.right === outer) return unwrap(parent.left);
  const call = parent?.type === 'MemberExpression' ? wrapped(parent).parent : undefined;
  return call !== undefined && methodCall(call)?.method === 'unref' ? heldIn(call) : undefined;
}

/** Whether a node stands in the callback of a timer or a listener: it runs some time, not when the work is done. */
function isLater(node: Node): boolean {
  for (let fn = enclosingFunction(node); fn !== undefined; fn = enclosingFunction(fn)) {
    const { parent } = wrapped(fn);
    if (parent?.type === 'CallExpression' && runsLater(parent) && contains(parent, fn)) return true;
  }
  return false;
}

function runsLater(call: CallNode): boolean {
  return TIMERS.test(calleeText(call)) || LISTENS.has(methodCall(call)?.method ?? '');
}
