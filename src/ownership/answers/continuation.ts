import type { FunctionNode } from '../../syntax/function.ts';
import type { Node } from '../../syntax/source.ts';
import type { Lost } from '../owner.ts';
import type { Context } from '../context.ts';
import type { Responders } from './responders.ts';
import { LISTENS } from '../../catalog/streams-and-events.ts';
import { chainRoot, methodCall } from '../../syntax/call.ts';
import { outcomesOf } from '../../syntax/continuations.ts';
import { enclosingFunction, isFunction, isInvokedInPlace } from '../../syntax/function.ts';
import { contains } from '../../syntax/position.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';
import { someIn, someOwn } from '../../syntax/walk.ts';
import { forwardedFunction } from '../../values/forwarded.ts';
import { functionOf } from '../../values/function-of.ts';
import { answeredBeside } from './answering.ts';
import { answersIn, isResponder } from './carriers.ts';
import { endsProcess } from './ending.ts';
import { isSettledElsewhere, settlesAround } from './executor.ts';
import { isPolled } from './polled.ts';
import { isSettledByEvents } from './settled-by-events.ts';
import { feedsAnswer, writesAnswer } from './streaming.ts';
import { isWaitedForTogether } from './waited-together.ts';

/** What the continuation of a lost promise does for the request. */
export type Answering = 'no' | 'yes' | 'only when it succeeds';

/**
 * Whether the request ends only when the promise does: its continuation answers, and the handler has not answered
 * already. Then nothing outlives the request (POLICY, "Not findings").
 */
export function answeringOf(launch: Node, lost: Lost, context: Context): Answering {
  const responders = context.responders(launch);
  const answers = (node: Node): boolean => answersIn(node, responders);
  const rejects = (node: Node): boolean => settlesAround(node, responders);
  const body = startedFunction(launch, lost, context);
  const { success, failure } = outcomesOf(lost.links);
  const done = [...success, ...(body === undefined ? [] : [body])];
  if (
    isPolled(launch, lost.links, body, context.source) ||
    writesAnswer(chainRoot(launch), context) ||
    isSettledByEvents(chainRoot(launch), context) ||
    isWaitedForTogether(chainRoot(launch), context.source) ||
    done.some((part) => feedsAnswer(part, context) || endsProcess(part, context.source, context.evaluation))
  )
    return 'yes';
  if (body !== undefined && isListener(lost) && answersItsCaller(body, context)) return 'yes';
  const bodyAnswers = body !== undefined && answers(body);
  if (!bodyAnswers && !success.some(answers) && !failure.some(answers)) return 'no';
  if (answeredBeside(launch, responders)) return 'no';
  if (!bodyAnswers && !success.some(answers))
    return carriesAnswer(launch, responders) || (failure.some(rejects) && isSettledElsewhere(responders, failure))
      ? 'yes'
      : 'no';
  const fails =
    failure.some(answers) || (body !== undefined && catchesAndAnswers(body, answers)) || lost.form === 'callback';
  return fails ? 'yes' : 'only when it succeeds';
}

export function continuationAnswers(read: Node, lost: Lost, context: Context): boolean {
  return lost.links.length > 0 && answeringOf(read, lost, context) !== 'no';
}

/**
 * `sendFile(name, wrap(res)).catch(() => res.status(404).end())`, `trace(() => next()).catch(next)`: what the call is
 * given was made of the response, or answers. If its failure answers, its success does, too.
 */
function carriesAnswer(launch: Node, responders: Responders): boolean {
  const root = chainRoot(launch);
  if (root.type !== 'CallExpression') return false;
  const isGiven = (node: Node): boolean =>
    (node.type === 'CallExpression' || node.type === 'NewExpression') &&
    node.arguments.some((given) => isResponder(given, responders));
  return root.arguments.some((argument) =>
    isFunction(unwrap(argument)) ? answersIn(argument, responders) : someIn(argument, isGiven),
  );
}

/**
 * The function whose body is the work: an async function called in place or by a call that returns its promise
 * (`storage.run(store, fn)`), a local function of the same file, or the callback itself.
 */
function startedFunction(launch: Node, lost: Lost, context: Context): FunctionNode | undefined {
  if (lost.form === 'callback') {
    const callback = unwrap(lost.node);
    return isFunction(callback) ? callback : namedFunction(callback, context);
  }
  const root = chainRoot(launch);
  const callee = root.type === 'CallExpression' ? unwrap(root.callee) : undefined;
  if (isFunction(callee)) return callee;
  const given = forwardedFunction(root, context.source, context.evaluation);
  const fn = given === undefined ? undefined : unwrap(given);
  return isFunction(fn) ? fn : callee && namedFunction(fn ?? callee, context);
}

function namedFunction(name: Node, context: Context): FunctionNode | undefined {
  if (name.type !== 'Identifier') return undefined;
  const found = functionOf(name, context.source, context.evaluation);
  return found?.source === context.source && enclosingFunction(found.fn) !== undefined ? found.fn : undefined;
}

/** Whether a lost callback listens to an event. Timers and arrays give theirs nothing to answer with. */
function isListener({ form, node }: Lost): boolean {
  return form === 'callback' && LISTENS.has(methodCall(wrapped(node).parent ?? node)?.method ?? '');
}

/**
 * `pump.on('set', async (value, callback) => { try { …; callback(); } catch (error) { callback(error); } })`: whoever
 * emits the event waits for the callback.
 */
function answersItsCaller(listener: FunctionNode, context: Context): boolean {
  const own = context.responders(listener.body);
  const declared = new Set([...own.variables].filter(({ scope }) => scope.block === listener));
  const calls = [...declared].flatMap(({ references }) =>
    references.flatMap(({ identifier }) => (isInvokedInPlace(identifier) ? [identifier] : [])),
  );
  const answers = (node: Node): boolean => calls.some((call) => contains(node, call));
  const isInCatch = (call: Node): boolean =>
    someIn(listener.body, (node) => node.type === 'CatchClause' && contains(node, call));
  return (
    catchesAndAnswers(listener.body, answers) && calls.some((call) => !isInCatch(call) && isAfterWait(call, listener))
  );
}

/** Whether a function awaits something before a call, or for it. What it does after it has answered is lost. */
function isAfterWait(callee: Node, { body }: FunctionNode): boolean {
  const { range } = wrapped(callee).parent ?? callee;
  return someOwn(body, (node) => node.type === 'AwaitExpression' && node.range[0] < range[1]);
}

/** Whether the `catch` or `finally` of a `try` in `body` answers. */
function catchesAndAnswers(body: Node, answers: (node: Node) => boolean): boolean {
  return someIn(
    body,
    (node) =>
      node.type === 'TryStatement' &&
      ((node.handler !== null && answers(node.handler)) || (node.finalizer !== null && answers(node.finalizer))),
  );
}
