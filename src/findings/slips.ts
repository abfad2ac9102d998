import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node } from '../syntax/source.ts';
import type { FindingContext } from './context.ts';
import type { Loss } from './make-escape.ts';
import { HOLDS_UP } from '../catalog/conventions.ts';
import { answersIn } from '../ownership/index.ts';
import { savesChanges, savesNew, setsField } from './changes.ts';
import { isGuard } from './guards.ts';
import { collectedBy, endsTryThatAnswers, isBeforeTriedAnswer, isInTransaction } from './last-steps.ts';
import { mayReject } from './rejecting.ts';
import { isLeftUnlikeOthers } from './unlike-others.ts';
import { functionsByName } from '../promises/by-name.ts';
import { calleeText, chainRoot, lastName, methodCall, methodTaking } from '../syntax/call.ts';
import { enclosingFunction, isFunction } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { functionOf } from '../values/function-of.ts';

/** Why a launch is most likely a forgotten `await`. */
export interface Slip {
  /** A sentence. */
  readonly why: string;
  /** Whether an `await` leaves the function's work and its order unchanged, and can only stop the function early. */
  readonly onlyStops: boolean;
  /** Whether returning the call is what is missing, because the function around it awaits nothing. */
  readonly returns?: true;
}

const GUARDS: Slip = { why: 'It guards the code after it, but only if it is awaited.', onlyStops: true };
const HOLDS: Slip = { why: 'It holds up the code after it, but only if it is awaited.', onlyStops: true };
const SAVES: Slip = {
  why: 'It stores what the code before it has changed, and the answer does not wait for that.',
  onlyStops: true,
};
const SAVES_NEW: Slip = {
  why: 'It stores what the answer says is stored, and the answer does not wait for that.',
  onlyStops: true,
};
const IN_TRANSACTION: Slip = {
  why: 'It is a step of a transaction, which ends without waiting for it.',
  onlyStops: true,
};
const SETS: Slip = {
  why: 'It sets a field that the code after it may read, but only if it is awaited.',
  onlyStops: true,
};
const CALLS_ITSELF: Slip = {
  why: 'The function calls itself here, and returns before that call is done unless it awaits it.',
  // An endless loop of such calls would keep its first caller waiting.
  onlyStops: false,
};
const TRIED: Slip = {
  why: 'The catch around it deals with its failure, but only if it is awaited.',
  onlyStops: true,
};
const AWAITED_ELSEWHERE: Slip = {
  why: 'The function returns right after it, and every other call of it in this file is awaited.',
  onlyStops: false,
};
const COLLECTED: Slip = {
  why:
    'The code that collects the results waits for this function, ' +
    'which returns before the call is done unless it awaits it.',
  onlyStops: true,
};

const NOT_RETURNED: Slip = {
  why: 'The code that collects the results waits for nothing, because this function does not return the call.',
  onlyStops: false,
  returns: true,
};
const ANSWERS_LATE: Slip = {
  why: 'It answers the request, which does not wait for it.',
  onlyStops: false,
};

/**
 * Why a dropped launch is most likely a forgotten `await`; undefined if it may be intended. A task would make such a
 * mistake look like a decision.
 */
export function slipOf({ form, launch, lost }: Loss, context: FindingContext): Slip | undefined {
  if (EACH.has(form) && isFunction(launch)) {
    if (answersEach(launch, lost.node, context)) return ANSWERS_LATE;
    return isForEach(lost.node) && isInTransaction(lost.node) ? IN_TRANSACTION : undefined;
  }
  if ((form !== 'floating' && form !== 'voided' && form !== 'unread') || lost.links.length > 0) return undefined;
  const root = chainRoot(launch);
  if (root.type !== 'CallExpression') return undefined;
  const fn = functionOf(root.callee, context.source, context.evaluation)?.fn;
  if (isGuard(lastName(root), fn)) return GUARDS;
  if (HOLDS_UP.test(calleeText(root.callee))) return HOLDS;
  if (form !== 'floating') return undefined;
  if (savesChanges(root, context.source)) return SAVES;
  if (savesNew(root, context.source) && isBeforeTriedAnswer(lost.node, context)) return SAVES_NEW;
  if (isInTransaction(launch)) return IN_TRANSACTION;
  if (functionsRunBy(root, fn, context).some((each) => setsField(root, each))) return SETS;
  if (fn !== undefined && fn === enclosingFunction(launch)) return CALLS_ITSELF;
  if (fn !== undefined && isLeftUnlikeOthers(lost.node, root, fn, context)) return AWAITED_ELSEWHERE;
  const collector = collectedBy(lost.node, context);
  if (collector !== undefined) return collector.async ? COLLECTED : NOT_RETURNED;
  // A function that catches everything leaves nothing to the catch around its call.
  return endsTryThatAnswers(lost.node, context) && mayReject(launch, context) ? TRIED : undefined;
}

/** The function that a call runs; if that is unknown, all that it may run by its name. */
function functionsRunBy(
  call: TSESTree.CallExpression,
  fn: FunctionNode | undefined,
  { source, evaluation }: FindingContext,
): readonly FunctionNode[] {
  return fn === undefined ? functionsByName(call, source, evaluation).map(({ node }) => node) : [fn];
}

/** Forms whose work may run once for each item of a list. */
const EACH: ReadonlySet<Loss['form']> = new Set(['callback', 'mapped']);

/** `items.forEach(async (item) => { await save(item); res.json(item); }); res.end();` */
function answersEach({ body }: FunctionNode, dropped: Node, context: FindingContext): boolean {
  return isForEach(dropped) && answersIn(body, context.responders(body));
}

function isForEach(dropped: Node): boolean {
  const mapped = methodTaking(unwrap(dropped)) ?? methodCall(unwrap(dropped));
  return /^(?:forEach|map|flatMap)$/.test(mapped?.method ?? '');
}
