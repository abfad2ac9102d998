import type { CallNode } from '../syntax/call.ts';
import type { Escape } from './finding.ts';
import type { FindingContext } from './context.ts';
import type { Options } from './options.ts';
import { withinStack } from '../syntax/within-stack.ts';
import { findCallbacks, findMapped, findPredicate } from './callbacks.ts';
import { isHeartbeat } from './heartbeat.ts';
import { judgeLaunch } from './judge.ts';

/** The result for one call. */
export interface Escapes {
  /**
   * The escapes of the call's own promise, of the array it creates with `map`, and of a callback whose promise it drops
   * or tests. Only forms that are switched on are included.
   */
  readonly escapes: readonly Escape[];
  /** Whether the call's value has no owner, but may or may not be a promise. */
  readonly isUnknown: boolean;
}

const NOTHING: Escapes = { escapes: [], isUnknown: false };
const TOO_DEEP: Escapes = { escapes: [], isUnknown: true };

/** What a call loses, whether or not a handler runs it. */
export function escapesAt(call: CallNode, context: FindingContext, options: Options): Escapes {
  return withinStack(() => findAt(call, context, options)) ?? TOO_DEEP;
}

function findAt(call: CallNode, context: FindingContext, options: Options): Escapes {
  const judgement = judgeLaunch(call, context, options);
  const escapes = [
    'escape' in judgement ? judgement.escape : undefined,
    findMapped(call, context),
    ...findCallbacks(call, context, options),
    findPredicate(call, context),
  ].filter((escape): escape is Escape => escape !== undefined && options.forms[escape.form]);
  if (escapes.length > 0 && !options.strict && isHeartbeat(call, context.source, context.evaluation)) return NOTHING;
  return { escapes, isUnknown: 'unknown' in judgement };
}
