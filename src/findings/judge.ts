import type { Launch } from '../promises/launch.ts';
import type { CallNode } from '../syntax/call.ts';
import type { Node } from '../syntax/source.ts';
import type { Escape } from './finding.ts';
import type { FormName } from './forms.ts';
import type { FindingContext } from './context.ts';
import type { Options } from './options.ts';
import type { Lost, Ownership } from '../ownership/index.ts';
import { isSettled } from '../syntax/promise-call.ts';
import { chainCall, chainedOnto, chainRoot, methodCall } from '../syntax/call.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { isFunction } from '../syntax/function.ts';
import { isCall } from '../syntax/walk.ts';
import { isContinued } from '../promises/quiet.ts';
import { addsToQuery, extendsQuery } from './adding.ts';
import { chainsNoWork } from './answer-chain.ts';
import { answersIn, answersWith, handsDutyOn, leavesMeansUnused, ownershipOf } from '../ownership/index.ts';
import { isAllowed } from './allowed.ts';
import { isHeldPart } from './held-part.ts';
import { isAnswered, makeEscape } from './make-escape.ts';
import { launchByVoid } from './launch-by-void.ts';
import { middlewareLaunch } from './middleware.ts';

/** The verdict on a call: its escape, or in a few words why there is none. */
export type Judgement =
  | { readonly escape: Escape }
  | {
      readonly silent: string;
      readonly taker?: CallNode;
      /** The call's value has no owner, but may or may not be a promise. */
      readonly unknown?: true;
    };

const ADDS = 'adds to a query that a variable holds';
const ANSWERS = 'its continuation answers the request';

/**
 * Judges a call by its own promise. Ownership is checked first, and whether the call launches comes last: most calls
 * are owned, and that is cheap to see.
 */
export function judgeLaunch(call: CallNode, context: FindingContext, options: Options): Judgement {
  if (!isChainStart(call, context, options)) return { silent: 'part of a chain: see its first call' };
  if (isSettled(call, context.source) && (isGuard(call) || onlyThrows(call, context)))
    return { silent: 'starts nothing' };
  const lost = ownershipUnder(options, call, context);
  if (lost.kind === 'owned') return { silent: lost.by, ...(lost.taker !== undefined && { taker: lost.taker }) };
  const escape = (form: FormName, known: Launch): Judgement => ({
    escape: makeEscape({ form, launch: call, lost, known }, context),
  });
  const middleware = middlewareLaunch(call, context);
  if (middleware !== undefined) return escape(lost.form === 'partial' ? 'partial' : 'middleware', middleware);
  if (isAllowed(call, context, options)) return { silent: 'allowed by the option or by @fireAndForget' };
  // In a chain on an unknown call, that call's arguments may hand on the duty to answer.
  const responders = context.responders(call);
  const root = chainRoot(call);
  const handed = handsDutyOn(root, responders);
  // A `void` shows that the author knows of a promise besides the callback.
  if ((handed === 'means' && !leavesMeansUnused(root, context)) || (handed === 'callback' && lost.form !== 'voided'))
    return { silent: 'it receives the means to answer, and the duty with it' };
  const launch = context.oracle.launchOf(call, context.source);
  const adds = (): boolean => addsToQuery(call, context);
  if (launch === undefined) {
    if (lost.form === 'voided' && adds()) return { silent: ADDS };
    const said = lost.form === 'voided' ? launchByVoid(call, context, options) : launchByChain(lost);
    if (said !== undefined)
      return isAnswered(call, lost, context, options) ? { silent: ANSWERS } : escape(lost.form, said);
    // A value that is tested or sent is hardly ever a promise.
    return lost.form === 'answered' || answersIn(call, responders)
      ? { silent: 'its value is used, or answers the request' }
      : { silent: 'whether it launches cannot be known', unknown: true };
  }
  if (launch.verdict === 'no') return { silent: 'nothing to own' };
  if (lost.form === 'answered' && mayBePlain(lost, launch)) return { silent: 'its value may be no promise' };
  // What a package gives may be a promise with more to it: a process that one can write to.
  if (lost.becomes === 'parts' && !/^(?:file|import)$/.test(launch.evidence.step))
    return { silent: 'its result may contain such values' };
  // Some frameworks' responses can be waited for: `reply.send(stream).then(release, release)`.
  if (launch.evidence.step === 'syntax' && answersWith(root, responders) && chainsNoWork(root, context))
    return { silent: 'it is the answer' };
  if (launch.verdict === 'lazy' && (adds() || extendsQuery(call, launch, context))) return { silent: ADDS };
  if (isAnswered(call, lost, context, options)) return { silent: ANSWERS };
  return escape(formOf(lost, launch), launch);
}

/** Whether a use means something without a promise: of nothing, only that it is tested for. */
function mayBePlain({ becomes }: Lost, { sometimes }: Launch): boolean {
  return sometimes === 'value' || (sometimes === 'nothing' && (becomes === 'condition' || becomes === 'compared'));
}

/**
 * The owner of the promise. If the forms `partial` and `raced` are switched on, a loss on one path, or of the loser of
 * a race, takes precedence over the owner.
 */
function ownershipUnder(options: Options, call: CallNode, context: FindingContext): Ownership {
  const ownership = ownershipOf(call, context);
  if (ownership.kind === 'lost') return ownership;
  return (
    (options.forms.partial ? ownership.onSomePath?.() : undefined) ??
    (options.forms.raced ? ownership.inRace?.() : undefined) ??
    ownership
  );
}

/** A chain is judged at its root, or at its first link if nothing is known about the root. */
function isChainStart(call: CallNode, context: FindingContext, options: Options): boolean {
  const link = chainCall(call);
  if (link === undefined) return true;
  const root = chainRoot(call);
  if (!isCall(root)) return unwrap(link.object) === root && isHeldPart(root, context);
  const object = unwrap(link.object);
  return (
    object === root &&
    context.oracle.launchOf(root, context.source) === undefined &&
    middlewareLaunch(root, context) === undefined &&
    !(isVoided(root, context, options) && launchByVoid(root, context, options) !== undefined)
  );
}

/** `void unknown().catch(log)`: the `void` is evidence about the root, so the root is judged. */
function isVoided(root: CallNode, context: FindingContext, options: Options): boolean {
  const ownership = ownershipUnder(options, root, context);
  return ownership.kind === 'lost' && ownership.form === 'voided';
}

/** `Promise.resolve(p).catch(() => {})`: whoever holds `p` has its result, and this chain only handles its failure. */
function isGuard(call: CallNode): boolean {
  const [held] = call.type === 'CallExpression' ? call.arguments : [];
  return held !== undefined && unwrap(held).type === 'Identifier' && !isContinued(call);
}

/**
 * `Promise.resolve(x)`, alone or with `.then(() => { throw error; })`, which deliberately throws where nothing catches.
 * Not where it holds a call that launches: `Promise.resolve(track(x)).catch(() => {})`.
 */
function onlyThrows(call: CallNode, context: FindingContext): boolean {
  if (call.type === 'CallExpression' && call.arguments.some((held) => launches(unwrap(held), context))) return false;
  let last: Node = call;
  for (let link = chainedOnto(last); link !== undefined; link = chainedOnto(last)) {
    if (!link.arguments.every(doesNoWork)) return false;
    last = link;
  }
  return true;
}

function launches(held: Node, context: FindingContext): boolean {
  return isCall(held) && context.oracle.launchOf(held, context.source)?.verdict === 'promise';
}

/** `() => {}`, `() => { throw error; }` */
function doesNoWork(callback: Node): boolean {
  const fn = unwrap(callback);
  return (
    isFunction(fn) &&
    fn.body.type === 'BlockStatement' &&
    fn.body.body.every((statement) => statement.type === 'ThrowStatement')
  );
}

/** `const p = unknown(); p.then(next);`: the chain is evidence that it is a promise. */
function launchByChain({ form, links: [first] }: Lost): Launch | undefined {
  const method = form === 'unread' && first !== undefined ? methodCall(first)?.method : undefined;
  return method === undefined
    ? undefined
    : { verdict: 'promise', evidence: { step: 'syntax', why: `.${method}() is called on it` } };
}

function formOf(lost: Lost, launch: Launch): FormName {
  const bare = lost.links.length === 0 && (lost.form === 'floating' || lost.form === 'voided');
  return launch.verdict === 'lazy' && bare ? 'lazy' : lost.form;
}
