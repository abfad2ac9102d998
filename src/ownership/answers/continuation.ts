import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../../syntax/function.ts';
import type { Node } from '../../syntax/source.ts';
import type { Lost } from '../owner.ts';
import type { Context } from '../context.ts';
import { chainRoot, methodCall } from '../../syntax/call.ts';
import { enclosingFunction, isFunction } from '../../syntax/function.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { someIn } from '../../syntax/walk.ts';
import { answeredBeside } from './answering.ts';
import { answersIn } from './carriers.ts';
import { endsProcess } from './ending.ts';
import { isSettledElsewhere, tellsOfFailure } from './executor.ts';
import { isPolled } from './polled.ts';
import { feedsAnswer, writesAnswer } from './streaming.ts';

/** What the continuation of a lost promise does for the request. */
export type Answering = 'no' | 'yes' | 'only when it succeeds';

/**
 * Whether the request ends only when the promise does: its continuation answers, and the handler has not answered
 * already.
 * Then nothing outlives the request (POLICY, "Not findings").
 */
export function answeringOf(launch: Node, lost: Lost, context: Context): Answering {
  const responders = context.responders(launch);
  const answers = (node: Node): boolean => answersIn(node, responders);
  const rejects = (node: Node): boolean => tellsOfFailure(node, responders);
  const body = startedFunction(launch, lost, context);
  const { success, failure } = continuations(lost.links);
  const done = [...success, ...(body === undefined ? [] : [body])];
  if (
    isPolled(launch, lost.links, body, context.source) ||
    writesAnswer(chainRoot(launch), context) ||
    done.some((part) => feedsAnswer(part, context) || endsProcess(part, context.source))
  )
    return 'yes';
  const bodyAnswers = body !== undefined && answers(body);
  if (!bodyAnswers && !success.some(answers) && !failure.some(answers)) return 'no';
  if (answeredBeside(launch, responders)) return 'no';
  if (!bodyAnswers && !success.some(answers))
    return failure.some(rejects) && isSettledElsewhere(responders, failure) ? 'yes' : 'no';
  const fails =
    failure.some(answers) || (body !== undefined && catchesAndAnswers(body, answers)) || lost.form === 'callback';
  return fails ? 'yes' : 'only when it succeeds';
}

export function continuationAnswers(read: Node, lost: Lost, context: Context): boolean {
  return lost.links.length > 0 && answeringOf(read, lost, context) !== 'no';
}

/**
 * The function whose body is the work: an async function called in place, one of the same file inside the handler, or
 * the callback itself.
 */
function startedFunction(launch: Node, lost: Lost, context: Context): FunctionNode | undefined {
  if (lost.form === 'callback') {
    const callback = unwrap(lost.node);
    return isFunction(callback) ? callback : namedFunction(callback, context);
  }
  const root = chainRoot(launch);
  const callee = root.type === 'CallExpression' ? unwrap(root.callee) : undefined;
  return isFunction(callee) ? callee : callee && namedFunction(callee, context);
}

function namedFunction(name: Node, context: Context): FunctionNode | undefined {
  if (name.type !== 'Identifier') return undefined;
  const value = context.evaluation.expression(name, context.source);
  return value?.kind === 'function' &&
    value.source === context.source &&
    isFunction(value.node) &&
    enclosingFunction(value.node) !== undefined
    ? value.node
    : undefined;
}

function continuations(links: readonly TSESTree.CallExpression[]): { success: Node[]; failure: Node[] } {
  const success: Node[] = [];
  const failure: Node[] = [];
  for (const link of links) {
    const method = methodCall(link)?.method;
    const [first, second] = link.arguments;
    if (first !== undefined) (method === 'catch' ? failure : success).push(first);
    if (first !== undefined && method === 'finally') failure.push(first);
    if (second !== undefined && method === 'then') failure.push(second);
  }
  return { success, failure };
}

/** A try whose catch or finally answers. */
function catchesAndAnswers(body: Node, answers: (node: Node) => boolean): boolean {
  return someIn(
    body,
    (node) =>
      node.type === 'TryStatement' &&
      ((node.handler !== null && answers(node.handler)) || (node.finalizer !== null && answers(node.finalizer))),
  );
}
