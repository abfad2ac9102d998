import type { Context } from '../ownership/index.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Loss } from './make-escape.ts';
import { ASSERTS, CHECKS, CHECKS_AT_LEISURE, HOLDS_UP, LOOKS_UP } from '../catalog/conventions.ts';
import { answersIn } from '../ownership/index.ts';
import { savesChanges, setsField } from './changes.ts';
import { isTried } from './notes.ts';
import { isLeftUnlikeOthers } from './unlike-others.ts';
import { calleeText, chainRoot, lastName, methodCall, methodTaking } from '../syntax/call.ts';
import { enclosingFunction, isFunction } from '../syntax/function.ts';
import { isCombinator } from '../syntax/promise-call.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { isCall, someIn } from '../syntax/walk.ts';
import { usesOf } from '../syntax/uses.ts';
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
export function slipOf({ form, launch, lost }: Loss, context: Context): Slip | undefined {
  if (EACH.has(form) && isFunction(launch)) return answersEach(launch, lost.node, context) ? ANSWERS_LATE : undefined;
  if ((form !== 'floating' && form !== 'voided' && form !== 'unread') || lost.links.length > 0) return undefined;
  const root = chainRoot(launch);
  if (root.type !== 'CallExpression') return undefined;
  const fn = functionOf(root.callee, context.source, context.evaluation)?.fn;
  if (isGuard(lastName(root), fn)) return GUARDS;
  if (HOLDS_UP.test(calleeText(root.callee))) return HOLDS;
  if (form !== 'floating') return undefined;
  if (savesChanges(root, context.source)) return SAVES;
  if (setsField(root, fn)) return SETS;
  if (fn !== undefined && fn === enclosingFunction(launch)) return CALLS_ITSELF;
  if (fn !== undefined && isLeftUnlikeOthers(lost.node, root, fn, context)) return AWAITED_ELSEWHERE;
  const collector = collectedBy(lost.node, context);
  if (collector !== undefined) return collector.async ? COLLECTED : NOT_RETURNED;
  return endsTryThatAnswers(lost.node, context) ? TRIED : undefined;
}

/** Forms whose work may run once for each item of a list. */
const EACH: ReadonlySet<Loss['form']> = new Set(['callback', 'mapped']);

/** `items.forEach(async (item) => { await save(item); res.json(item); }); res.end();` */
function answersEach({ body }: FunctionNode, dropped: Node, context: Context): boolean {
  const mapped = methodTaking(unwrap(dropped)) ?? methodCall(unwrap(dropped));
  return /^(?:forEach|map|flatMap)$/.test(mapped?.method ?? '') && answersIn(body, context.responders(body));
}

/**
 * The function whose results are awaited, if a dropped call is its last statement: `await Promise.all(items.map(async
 * (item) => { run(item); }))`, also with the promises in a variable.
 */
function collectedBy(dropped: Node, { source }: Context): FunctionNode | undefined {
  const statement = wrapped(dropped).parent;
  const body = statement?.parent;
  const fn = body?.parent;
  if (statement?.type !== 'ExpressionStatement' || body?.type !== 'BlockStatement' || body.body.at(-1) !== statement)
    return undefined;
  if (fn === undefined || !isFunction(fn) || fn.body !== body) return undefined;
  const mapped = methodTaking(fn);
  if (mapped?.method !== 'map') return undefined;
  // What such a function returns before its end may be all that is collected.
  if (!fn.async && some(body, ({ type }) => type === 'ReturnStatement')) return undefined;
  return usesOf(mapped.call, source).some((place) => isCollected(place, source)) ? fn : undefined;
}

/** `await Promise.all(…)` */
function isCollected(collection: Node, source: Source): boolean {
  const { parent: all } = wrapped(collection);
  return all != null && isCombinator(all, source) && wrapped(all).parent?.type === 'AwaitExpression';
}

/** The function's body, if available, decides about an ambiguous name. */
function isGuard(name: string, fn: FunctionNode | undefined): boolean {
  if (ASSERTS.test(name)) return true;
  if (CHECKS_AT_LEISURE.test(name)) return false;
  if (fn === undefined) return CHECKS.test(name);
  return mayRefuse(fn) && (CHECKS.test(name) || onlyDecides(fn.body));
}

/** `async function mayRead(user) { const role = await roleOf(user); if (role !== 'owner') throw new Forbidden(); }` */
function onlyDecides(body: Node): boolean {
  switch (body.type) {
    case 'BlockStatement':
      return body.body.every(onlyDecides);
    case 'VariableDeclaration':
      return body.declarations.every(({ init }) => init === null || onlyLooksUp(init));
    case 'IfStatement':
      return (
        onlyLooksUp(body.test) &&
        onlyDecides(body.consequent) &&
        (body.alternate === null || onlyDecides(body.alternate))
      );
    case 'ThrowStatement':
      return true;
    case 'ReturnStatement':
      return body.argument === null || onlyLooksUp(body.argument);
    default:
      return false;
  }
}

/** Whether every call in an expression only looks something up, judged by its name. */
function onlyLooksUp(expression: Node): boolean {
  return !some(expression, (node) => isCall(node) && !LOOKS_UP.test(lastName(node)));
}

/** Whether a function throws, or calls one that asserts. One that always throws is yet to be written. */
function mayRefuse({ body }: FunctionNode): boolean {
  if (body.type === 'BlockStatement' && body.body[0]?.type === 'ThrowStatement') return false;
  return some(body, (node) => (node.type === 'ThrowStatement' || isAssertion(node)) && !isTried(node));
}

function isAssertion(node: Node): boolean {
  return isCall(node) && ASSERTS.test(lastName(node));
}

/** Whether `is` holds for a node or one inside it, without entering functions. */
function some(root: Node, is: (node: Node) => boolean): boolean {
  return someIn(root, is, (node) => !isFunction(node));
}

/**
 * `try { claim(req); } catch { res.status(409).end(); }`, unless the code in the `try` has already answered, and `try {
 * claim(req); } catch (e) { throw new Taken(e); }`, where nothing else is tried.
 */
function endsTryThatAnswers(dropped: Node, context: Context): boolean {
  const statement = wrapped(dropped).parent;
  const block = statement?.parent;
  const guarded = block?.parent;
  if (
    statement?.type !== 'ExpressionStatement' ||
    block?.type !== 'BlockStatement' ||
    guarded?.type !== 'TryStatement' ||
    guarded.block !== block ||
    guarded.handler === null ||
    block.body.at(-1) !== statement
  )
    return false;
  const isAlone = block.body.length === 1;
  if (isAlone && guarded.handler.body.body.at(-1)?.type === 'ThrowStatement') return true;
  const responders = context.responders(dropped);
  return (
    answersIn(guarded.handler.body, responders) &&
    !block.body.some((other) => other !== statement && answersIn(other, responders))
  );
}
