import type { Context } from '../ownership/index.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node } from '../syntax/source.ts';
import type { Loss } from './make-escape.ts';
import { chainRoot, methodCall } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { isCall, someIn } from '../syntax/walk.ts';

/**
 * Whether a promise hardly ever rejects unhandled: its chain ends in a `catch`, or the function that gives it catches
 * all that it does.
 */
export function isHandled({ launch, lost }: Loss, context: Context): boolean {
  const end = lost.links.findLast((link) => methodCall(link)?.method !== 'finally');
  if (end !== undefined) return handles(end);
  const { fn } = givenBy(launch, context);
  return fn?.async === true && catchesAll(fn.body);
}

/** `.catch(log)`, `.then(ok, log)`; not where the handler throws again. */
function handles(link: Node): boolean {
  const call = methodCall(link)?.call;
  const handler = call?.arguments[methodCall(link)?.method === 'catch' ? 0 : 1];
  if (handler === undefined) return false;
  const fn = unwrap(handler);
  return !isFunction(fn) || !mayFail(fn.body);
}

/** The function whose work it is: the callback, or what is called. */
function givenBy(launch: Node, { evaluation, source }: Context): { fn?: FunctionNode } {
  if (isFunction(launch)) return { fn: launch };
  const root = chainRoot(launch);
  if (root.type !== 'CallExpression') return {};
  const value = evaluation.expression(root.callee, source);
  return value?.kind === 'function' && isFunction(value.node) ? { fn: value.node } : {};
}

/** `{ try { … } catch (error) { log(error); } }`, perhaps after names for what costs nothing. */
function catchesAll(body: Node): boolean {
  if (body.type !== 'BlockStatement') return false;
  const last = body.body.at(-1);
  return (
    last?.type === 'TryStatement' &&
    last.handler !== null &&
    !mayFail(last.handler.body) &&
    (last.finalizer === null || !mayFail(last.finalizer)) &&
    body.body.every((statement) => statement === last || !some(statement, (node) => isCall(node) || mayFail(node)))
  );
}

/** Whether code throws, or waits for what may reject. */
function mayFail(code: Node): boolean {
  return some(code, ({ type }) => type === 'ThrowStatement' || type === 'AwaitExpression');
}

function some(root: Node, is: (node: Node) => boolean): boolean {
  return someIn(root, is, (node) => !isFunction(node));
}
