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
import { addsToQuery } from './adding.ts';
import { answersIn, handsDutyOn, leavesMeansUnused, ownershipOf } from '../ownership/index.ts';
import { isAllowed } from './allowed.ts';
import { isHeldPart } from './held-part.ts';
import { isAnswered, makeEscape } from './make-escape.ts';
import { launchByVoid } from './launch-by-void.ts';
import { middlewareLaunch } from './middleware.ts';

/** What is to be said of a call: the escape, or in a few words why there is none. */
export type Judgement =
  | { readonly escape: Escape }
  | {
      readonly silent: string;
      readonly taker?: CallNode;
      /** What the call yields has no owner, and whether that is a promise cannot be known. */
      readonly unknown?: true;
    };

const ADDS = 'adds to a query that a variable holds';

/**
 * Judges a call by its own promise. Who owns it is asked first, whether it launches at all last: most calls are owned,
 * and that is cheap to see.
 */
export function judgeLaunch(call: CallNode, context: FindingContext, options: Options): Judgement {
  if (!isChainStart(call, context, options)) return { silent: 'part of a chain: see its first call' };
  if (isSettled(call, context.source) && (isGuard(call) || onlyThrows(call))) return { silent: 'starts nothing' };
  const lost = ownershipUnder(options, call, context);
  if (lost.kind === 'owned') return { silent: lost.by, ...(lost.taker !== undefined && { taker: lost.taker }) };
  const escape = (form: FormName, known: Launch): Judgement => ({
    escape: makeEscape({ form, launch: call, lost, known }, context),
  });
  const middleware = middlewareLaunch(call, context);
  if (middleware !== undefined) return escape(lost.form === 'partial' ? 'partial' : 'middleware', middleware);
  if (isAllowed(call, context, options)) return { silent: 'allowed by the option or by @fireAndForget' };
  // Of a chain on an unknown call, that call's arguments may hand the duty on.
  const responders = context.responders(call);
  const root = chainRoot(call);
  const handed = handsDutyOn(root, responders);
  // Who writes `void` knows that the callback is not all that there is.
  if ((handed === 'means' && !leavesMeansUnused(root, context)) || (handed === 'callback' && lost.form !== 'voided'))
    return { silent: 'it receives the means to answer, and the duty with it' };
  const launch = context.oracle.launchOf(call, context.source);
  const adds = (): boolean => addsToQuery(call, context);
  if (launch === undefined) {
    if (lost.form === 'voided' && adds()) return { silent: ADDS };
    const said = lost.form === 'voided' ? launchByVoid(call, context, options) : launchByChain(lost);
    if (said !== undefined) return escape(lost.form, said);
    // A value that is tested or answered with is hardly ever a promise.
    return lost.form === 'answered' || answersIn(call, responders)
      ? { silent: 'its value is used, or answers the request' }
      : { silent: 'whether it launches cannot be known', unknown: true };
  }
  if (launch.verdict === 'no') return { silent: 'nothing to own' };
  if (lost.form === 'answered' && launch.sometimes === true) return { silent: 'its value may be no promise' };
  // What a package gives may be a promise with more to it: a process that one can write to.
  if (lost.becomes === 'parts' && !/^(?:file|import)$/.test(launch.evidence.step))
    return { silent: 'its result may contain such values' };
  if (launch.verdict === 'lazy' && adds()) return { silent: ADDS };
  if (isAnswered(call, lost, context, options)) return { silent: 'its continuation answers the request' };
  return escape(formOf(lost, launch), launch);
}

/**
 * Who owns the promise; where the forms `partial` and `raced` are asked for, the loss on one path, or of the loser, comes
 * before the owner on others.
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

/** A chain is judged from its root; from its first link only when the root says nothing. */
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

/** `void unknown().catch(log)`: the `void` speaks of the root, which is judged by it. */
function isVoided(root: CallNode, context: FindingContext, options: Options): boolean {
  const ownership = ownershipUnder(options, root, context);
  return ownership.kind === 'lost' && ownership.form === 'voided';
}

/** `Promise.resolve(p).catch(() => {})`: who has `p` has its result, and this only looks after its failure. */
function isGuard(call: CallNode): boolean {
  const [held] = call.type === 'CallExpression' ? call.arguments : [];
  return held !== undefined && unwrap(held).type === 'Identifier' && !isContinued(call);
}

/** `Promise.resolve(x)`, alone or with `.then(() => { throw error; })`, which throws where nobody catches, on purpose. */
function onlyThrows(call: CallNode): boolean {
  let last: Node = call;
  for (let link = chainedOnto(last); link !== undefined; link = chainedOnto(last)) {
    if (!link.arguments.every(doesNoWork)) return false;
    last = link;
  }
  return true;
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

/** `const p = unknown(); p.then(next);`: what is chained onto it says that it is a promise. */
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
