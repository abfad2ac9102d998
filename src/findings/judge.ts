import type { Launch } from '../promises/launch.ts';
import type { CallNode } from '../syntax/call.ts';
import type { Node } from '../syntax/source.ts';
import type { Escape, FormName } from './finding.ts';
import type { Ground } from './ground.ts';
import type { Options } from './options.ts';
import type { Fate, Lost } from './owner.ts';
import { isSettled } from '../promises/by-syntax.ts';
import { chainCall, chainedOnto, chainRoot, methodCall } from '../syntax/call.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { isCall } from '../syntax/walk.ts';
import { answersIn, handsDutyOn } from './answers.ts';
import { isAllowed } from './allowed.ts';
import { fateOf } from './fate.ts';
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
      /** Nobody owns what it yields, and whether that is a promise cannot be known. */ readonly unknown?: true;
    };

/**
 * Judges a call by its own promise. Who owns it is asked first, whether it launches at all last: most calls are owned,
 * and that is cheap to see.
 */
export function judgeLaunch(call: CallNode, ground: Ground, options: Options): Judgement {
  if (!isChainStart(call, ground)) return { silent: 'part of a chain, which is judged at its first call' };
  if (isSettled(call, ground.source) && chainedOnto(call) === undefined)
    return { silent: 'a promise that is settled already' };
  const fate = lossOf(call, ground, options);
  if (fate.kind === 'owned') return { silent: fate.by, ...(fate.taker !== undefined && { taker: fate.taker }) };
  const middleware = middlewareLaunch(call, ground);
  if (middleware !== undefined)
    return { escape: makeEscape(fate.form === 'partial' ? 'partial' : 'middleware', call, fate, middleware, ground) };
  if (isAllowed(call, ground, options)) return { silent: 'allowed by the option or by @fireAndForget' };
  // Of a chain on an unknown call, that call's arguments may hand the duty on.
  if (handsDutyOn(chainRoot(call), ground.means(call), ground.source))
    return { silent: 'given the means to answer, and with it the duty' };
  const launch = ground.oracle.launchOf(call, ground.source);
  if (launch === undefined) {
    const said = fate.form === 'voided' ? launchByVoid(call, ground) : undefined;
    if (said !== undefined) return { escape: makeEscape('voided', call, fate, said, ground) };
    // A value that is tested or answered with is hardly ever a promise.
    return fate.form === 'answered' || answersIn(call, ground.means(call), ground.source)
      ? { silent: 'its value is used, or answers the request' }
      : { silent: 'whether it launches cannot be known', unknown: true };
  }
  if (launch.verdict === 'no') return { silent: 'nothing to own' };
  if (launch.verdict === 'lazy' && addsToQuery(call, ground))
    return { silent: 'adds to a query that is held elsewhere' };
  if (isAnswered(call, fate, ground, options)) return { silent: 'its continuation answers the request' };
  return { escape: makeEscape(formOf(fate, launch), call, fate, launch, ground) };
}

/** What becomes of the promise; where it is asked for, also on the path that drops it. */
function lossOf(call: CallNode, ground: Ground, options: Options): Fate {
  const fate = fateOf(call, ground);
  return fate.kind === 'owned' && options.forms.partial ? (fate.onSomePath?.() ?? fate) : fate;
}

/** A chain is judged from its root; from its first link only when the root says nothing. */
function isChainStart(call: CallNode, ground: Ground): boolean {
  const link = chainCall(call);
  if (link === undefined) return true;
  const root = chainRoot(call);
  if (!isCall(root)) return unwrap(link.object) === root && isHeldPart(root, ground);
  const object = unwrap(link.object);
  return (
    object === root &&
    ground.oracle.launchOf(root, ground.source) === undefined &&
    middlewareLaunch(root, ground) === undefined
  );
}

/** `query.where(…);` as a statement: builders change in place, and whoever holds the query sends it. */
function addsToQuery(call: CallNode, { oracle, source }: Ground): boolean {
  let holder: Node = call;
  while (holder.type === 'CallExpression') {
    const method = methodCall(holder);
    if (method === undefined) return false;
    holder = unwrap(method.object);
  }
  return holder !== call && oracle.holdsQuery(holder, source);
}

function formOf(lost: Lost, launch: Launch): FormName {
  const bare = lost.links.length === 0 && (lost.form === 'floating' || lost.form === 'voided');
  return launch.verdict === 'lazy' && bare ? 'lazy' : lost.form;
}
