import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { PlacedFunction } from '../values/function-of.ts';
import type { FindingContext } from './context.ts';
import { calleeText, chainCall, chainRoot, methodCall } from '../syntax/call.ts';
import { isCaughtWithin } from '../syntax/caught.ts';
import { continuationsOf } from '../syntax/continuations.ts';
import { isFunction } from '../syntax/function.ts';
import { isCombinator, isSettled } from '../syntax/promise-call.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { isCall, someIn, someOwn } from '../syntax/walk.ts';
import { functionOf } from '../values/function-of.ts';
import { returnsOf } from '../values/results.ts';

/** How many levels of called functions are searched. */
const DEEPEST = 3;

/**
 * Whether a promise may reject. A chain is judged with all its links, and a call by the function that it calls. Code
 * that can't be seen may reject.
 */
export function mayReject(expression: Node, context: FindingContext, depth = 0): boolean {
  const node = unwrap(expression);
  if (chainCall(node) !== undefined) return mayRejectAfter([node], mayReject(objectOf(node), context, depth), context);
  if (node.type === 'ConditionalExpression')
    return [node.consequent, node.alternate].some((branch) => mayReject(branch, context, depth));
  if (node.type === 'Literal') return false;
  if (isCombinator(node, context.source)) return combinedMayReject(node, context, depth);
  const run = functionOf(isFunction(node) ? node : calleeOf(node), context.source, context.evaluation);
  return run === undefined || functionMayReject(run, context, depth + 1);
}

/** Whether a promise may reject after the links of its chain, innermost first, if it may reject `before` them. */
export function mayRejectAfter(links: readonly Node[], before: boolean, context: FindingContext): boolean {
  return links.reduce((rejecting, link) => {
    const { next, failed } = continuationsOf(link);
    const stays = failed === undefined ? rejecting : rejecting && mayFail(failed, context);
    return stays || (next !== undefined && continuesBadly(next, context));
  }, before);
}

/** Whether a success handler throws, or returns a promise that may reject. */
function continuesBadly(next: Node, context: FindingContext): boolean {
  const fn = unwrap(next);
  if (!isFunction(fn))
    return context.oracle.launchWhenCalled(fn, context.source)?.verdict === 'promise' && mayReject(fn, context);
  return mayFail(fn, context) || returnsOf(fn, context.source).some((given) => givesRejection(given, context, 0));
}

/** Whether what a function returns is a promise that may reject. */
function givesRejection(given: Node, context: FindingContext, depth: number): boolean {
  return context.oracle.launchOf(given, context.source)?.verdict === 'promise' && mayReject(given, context, depth);
}

function objectOf(link: Node): Node {
  return methodCall(link)?.object ?? link;
}

/** The callee of a call; a callback passed by name is its own callee. */
function calleeOf(node: Node): Node {
  return node.type === 'CallExpression' ? node.callee : node;
}

/** `Promise.all([a().catch(log)])`; `allSettled` never rejects. */
function combinedMayReject(node: Node, context: FindingContext, depth: number): boolean {
  const call = methodCall(node);
  const [given] = call?.call.arguments ?? [];
  if (call?.method === 'allSettled') return false;
  const parts = given === undefined ? undefined : unwrap(given);
  if (parts?.type === 'ArrayExpression') {
    const rejects = (part: Node | null): boolean => part !== null && mayReject(part, context, depth);
    // `any` rejects if all do, and also if there are none.
    return call?.method === 'any' ? parts.elements.every(rejects) : parts.elements.some(rejects);
  }
  const mapped = parts === undefined ? undefined : methodCall(parts);
  const each = mapped?.method === 'map' ? mapped.call.arguments[0] : undefined;
  return each === undefined || mayReject(each, context, depth);
}

function functionMayReject({ fn, source }: PlacedFunction, context: FindingContext, depth: number): boolean {
  const there = context.at(source);
  const { failing } = there;
  const known = failing.get(fn);
  if (known !== undefined) return known;
  if (depth > DEEPEST || fn.generator) return true;
  // A function that waits for itself rejects only if something else in it does.
  failing.set(fn, false);
  const returned = returnsOf(fn, source);
  const answer = fn.async
    ? !catchesAll(fn, there, depth)
    : returned.length === 0 || returned.some((given) => mayReject(given, there, depth));
  // An answer found at a deeper level may have been cut short, so it isn't kept.
  if (depth === 1) failing.set(fn, answer);
  else failing.delete(fn);
  return answer;
}

/** Whether an async function catches all that it calls and waits for: `{ try { … } catch (error) { log(error); } }`. */
function catchesAll(fn: FunctionNode, context: FindingContext, depth: number): boolean {
  const rests = (node: Node): boolean => isHandledChain(node, context, depth);
  return (
    !returnsOf(fn, context.source).some((given) => givesRejection(given, context, depth)) &&
    !someIn(
      fn.body,
      (node) => (isRisky(node) || isCall(node)) && !isCaught(node, fn, isRisky(node)) && !rests(node),
      (node) => !isFunction(node) && !rests(node),
    )
  );
}

/** `run().catch(log)`, `await safe()`: whether a chain or an awaited call never rejects. */
function isHandledChain(node: Node, context: FindingContext, depth: number): boolean {
  const isAwaited = node.type === 'AwaitExpression';
  const given = unwrap(isAwaited ? node.argument : node);
  const isSettled = chainRoot(given) !== given || (isAwaited && isCallOfNames(given));
  return isSettled && !mayReject(given, context, depth);
}

/** `safe(row)`: whether a call has no other calls in its arguments. */
function isCallOfNames(node: Node): boolean {
  return node.type === 'CallExpression' && !node.arguments.some((argument) => someIn(argument, isCall));
}

/** Whether a failure handler may itself fail. Calls in it are trusted, except `Promise.reject(error)`. */
function mayFail(handler: Node, { source }: FindingContext): boolean {
  const fn = unwrap(handler);
  if (!isFunction(fn)) return calleeText(fn) === 'Promise.reject';
  return (
    returnsOf(fn, source).some((given) => isRejection(given, source)) ||
    someOwn(fn.body, (node) => isRisky(node) && !isCaught(node, fn, true))
  );
}

/** `Promise.reject(error)`, or a conditional expression that may return it. */
export function isRejection(given: Node, source: Source): boolean {
  const node = unwrap(given);
  if (node.type === 'ConditionalExpression')
    return [node.consequent, node.alternate].some((branch) => isRejection(branch, source));
  return isSettled(node, source) && methodCall(node)?.method === 'reject';
}

/** What throws, or waits for what may reject. */
function isRisky(node: Node): boolean {
  return (
    node.type === 'ThrowStatement' || node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await)
  );
}

/**
 * Whether a `catch` of the function catches a failure at a node. A mere call (not `isSure`) also counts as caught
 * inside a `catch` or `finally`, where code deals with a failure and hardly ever fails.
 */
function isCaught(node: Node, fn: FunctionNode, isSure: boolean): boolean {
  return isCaughtWithin(fn, node) || (!isSure && looksAfterFailure(node, fn));
}

function looksAfterFailure(node: Node, fn: FunctionNode): boolean {
  for (let inner = node; inner !== fn && inner.parent != null; inner = inner.parent) {
    const outer: Node = inner.parent;
    if (outer.type === 'CatchClause' || (outer.type === 'TryStatement' && outer.finalizer === inner)) return true;
  }
  return false;
}
