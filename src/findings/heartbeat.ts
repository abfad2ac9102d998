import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { CallNode } from '../syntax/call.ts';
import type { FunctionNode } from '../syntax/function.ts';
import { LISTENS } from '../catalog/streams-and-events.ts';
import { isOfModule, variableOf } from '../syntax/binding.ts';
import { calleeText, methodCall } from '../syntax/call.ts';
import { classOfThis, enclosingFunction, nameOf } from '../syntax/function.ts';
import { contains } from '../syntax/position.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { readsOfFunction } from '../syntax/uses.ts';
import { outlineOf } from '../syntax/walk.ts';
import { callSitesOf } from '../values/call-sites.ts';
import { mayBeSkipped } from './skipped.ts';

const TIMERS = /^(?:(?:global|globalThis|window)\.)?set(?:Interval|Timeout)$/;
const CLEARS = /^(?:(?:global|globalThis|window)\.)?clear(?:Interval|Timeout)$/;

/**
 * Whether a call sets a timer that the same function, or the same object, clears once its work is done, or is in the
 * callback of such a timer. Such a heartbeat ends with the work that it accompanies.
 */
export function isHeartbeat(call: Node, source: Source, evaluation: Evaluation): boolean {
  if (isTakenBack(call, source, evaluation)) return true;
  for (let fn = enclosingFunction(call); fn !== undefined; fn = enclosingFunction(fn)) {
    const { parent } = wrapped(fn);
    if (parent != null && isTakenBack(parent, source, evaluation)) return true;
  }
  return false;
}

function isTakenBack(timer: Node, source: Source, evaluation: Evaluation): boolean {
  if (timer.type !== 'CallExpression' || !TIMERS.test(calleeText(timer))) return false;
  const held = heldIn(timer);
  if (held?.type === 'MemberExpression') return isFieldCleared(held, timer, source, evaluation);
  const variable = held?.type === 'Identifier' ? variableOf(held, source) : undefined;
  if (variable === undefined || isOfModule(variable)) return false;
  return variable.references.some(({ identifier }) => {
    const { parent } = wrapped(identifier);
    if (parent?.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression')
      return isFieldCleared(parent.left, timer, source, evaluation);
    return (
      parent?.type === 'CallExpression' &&
      CLEARS.test(calleeText(parent)) &&
      parent.range[0] > timer.range[1] &&
      !isLater(parent, timer, source)
    );
  });
}

/**
 * `this.beat = setInterval(…)`, if the same method clears the field once its work is done, or calls a method that does.
 * The same if all code that calls the method also calls one that does: `beat.start(); try { await run(); } finally {
 * beat.stop(); }`.
 */
function isFieldCleared(
  field: TSESTree.MemberExpression,
  timer: Node,
  source: Source,
  evaluation: Evaluation,
): boolean {
  const setter = field.object.type === 'ThisExpression' ? methodAround(field) : undefined;
  const owner = setter === undefined ? undefined : classOfThis(field)?.node;
  if (setter === undefined || owner === undefined) return false;
  const text = calleeText(field);
  const clears = outlineOf(source).calls.filter(
    (call) =>
      call.type === 'CallExpression' &&
      contains(owner, call) &&
      CLEARS.test(calleeText(call)) &&
      call.arguments.some((argument) => calleeText(argument) === text) &&
      !isLater(call, timer, source),
  );
  const [own, others] = [
    clears.filter((clear) => contains(setter, clear)),
    clears.filter((clear) => !contains(setter, clear)),
  ];
  if (own.some((clear) => clear.range[0] > timer.range[1] && !mayBeSkipped(clear, timer, text, source))) return true;
  const stops = others.flatMap((clear) => nameOf(methodAround(clear) ?? setter) ?? []);
  if (stops.length === 0) return false;
  if (isStopped({ call: timer, object: 'this', source }, stops)) return true;
  const starts = callSitesOf(setter, source, evaluation);
  return (
    starts.length > 0 &&
    starts.every(({ call, source: home }) => {
      const object = calleeText(call).replace(/\.[^.]*$/, '');
      return isStopped({ call, object, source: home }, stops);
    })
  );
}

interface Start {
  readonly call: Node;
  readonly object: string;
  readonly source: Source;
}

/** Whether the code after a start calls one of some methods of the same object. */
function isStopped({ call, object, source }: Start, stops: readonly string[]): boolean {
  const around = enclosingFunction(call);
  if (around === undefined) return false;
  return outlineOf(source).calls.some(
    (stop) =>
      stop.range[0] > call.range[1] &&
      contains(around, stop) &&
      stops.some((name) => calleeText(stop) === `${object}.${name}`) &&
      !isLater(stop, call, source) &&
      !mayBeSkipped(stop, call, object, source),
  );
}

/** The method of a class that a node is in, perhaps in functions inside it. */
function methodAround(node: Node): FunctionNode | undefined {
  let outermost: FunctionNode | undefined;
  for (let fn = enclosingFunction(node); fn !== undefined; fn = enclosingFunction(fn)) {
    outermost = fn;
    if (fn.parent.type === 'MethodDefinition' || fn.parent.type === 'PropertyDefinition') return fn;
  }
  return outermost;
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
