import type { TSESTree } from '@typescript-eslint/types';
import type { Context } from '../ownership/index.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import { TRANSACTION } from '../catalog/conventions.ts';
import { answersIn } from '../ownership/index.ts';
import { chainedOnto, methodTaking } from '../syntax/call.ts';
import { enclosingFunction, isFunction } from '../syntax/function.ts';
import { isCombinator } from '../syntax/promise-call.ts';
import { wrapped } from '../syntax/unwrap.ts';
import { usesOf } from '../syntax/uses.ts';
import { someOwn } from '../syntax/walk.ts';

/**
 * The function whose results are awaited, if a dropped call is its last statement: `await Promise.all(items.map(async
 * (item) => { run(item); }))`, also with the promises in a variable.
 */
export function collectedBy(dropped: Node, { source }: Context): FunctionNode | undefined {
  const statement = wrapped(dropped).parent;
  const body = statement?.parent;
  const fn = body?.parent;
  if (statement?.type !== 'ExpressionStatement' || body?.type !== 'BlockStatement' || body.body.at(-1) !== statement)
    return undefined;
  if (fn === undefined || !isFunction(fn) || fn.body !== body) return undefined;
  const mapped = methodTaking(fn);
  if (mapped?.method !== 'map') return undefined;
  // What such a function returns before its end may be all that is collected.
  if (!fn.async && someOwn(fn.body, ({ type }) => type === 'ReturnStatement')) return undefined;
  return usesOf(mapped.call, source).some((place) => isCollected(place, source)) ? fn : undefined;
}

/**
 * Whether a launch is a step of a transaction, which ends without it: `await db.transaction(async (tx) => { await
 * tx.insert(row); publish(row); });`.
 */
export function isInTransaction(launch: Node): boolean {
  const fn = enclosingFunction(launch);
  const taken = fn?.async === true ? methodTaking(fn) : undefined;
  return taken !== undefined && TRANSACTION.test(taken.method) && isWaitedFor(taken.call);
}

/** Whether a call is awaited or returned, also through a chain: `await db.transaction(…).catch(log)`. */
function isWaitedFor(call: Node): boolean {
  const next = chainedOnto(call);
  return next === undefined
    ? /^(?:Await|Return|ArrowFunction)/.test(wrapped(call).parent?.type ?? '')
    : isWaitedFor(next);
}

/** `try { keys.save(key); res.status(204).end(); } catch { res.status(500).end(); }` */
export function isBeforeTriedAnswer(dropped: Node, context: Context): boolean {
  const tried = triedWith(dropped);
  const next = tried?.body.find(({ range }) => range[0] >= dropped.range[1]);
  if (tried === undefined || next === undefined) return false;
  const responders = context.responders(dropped);
  return answersIn(next, responders) && answersIn(tried.handler, responders);
}

/** The statement of a dropped call, with those beside it in the `try` and the body of the `catch`. */
function triedWith(
  dropped: Node,
): { statement: Node; body: readonly TSESTree.Statement[]; handler: TSESTree.BlockStatement } | undefined {
  const statement = wrapped(dropped).parent;
  const block = statement?.parent;
  const guarded = block?.parent;
  if (block?.type !== 'BlockStatement' || guarded?.type !== 'TryStatement' || guarded.block !== block) return undefined;
  return statement == null || guarded.handler === null
    ? undefined
    : { statement, body: block.body, handler: guarded.handler.body };
}

/** `await Promise.all(…)` */
function isCollected(collection: Node, source: Source): boolean {
  const { parent: all } = wrapped(collection);
  return all != null && isCombinator(all, source) && wrapped(all).parent?.type === 'AwaitExpression';
}

/**
 * `try { claim(req); } catch { res.status(409).end(); }`, unless the code in the `try` has already answered, and `try {
 * claim(req); } catch (e) { throw new Taken(e); }`, where nothing else is tried.
 */
export function endsTryThatAnswers(dropped: Node, context: Context): boolean {
  const tried = triedWith(dropped);
  if (tried?.statement.type !== 'ExpressionStatement' || tried.body.at(-1) !== tried.statement) return false;
  const { statement, body, handler } = tried;
  if (body.length === 1 && handler.body.at(-1)?.type === 'ThrowStatement') return true;
  const responders = context.responders(dropped);
  return answersIn(handler, responders) && !body.some((other) => other !== statement && answersIn(other, responders));
}
