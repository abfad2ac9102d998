import type { CallNode } from '../../syntax/call.ts';
import type { Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Edge, EdgesOf } from './edge.ts';
import { calledByName } from './by-name.ts';
import { called } from './called.ts';
import { constructed } from './constructed.ts';
import { decorated } from './decorated.ts';
import { emitted } from './emitted.ts';
import { givenBack } from './given-back.ts';
import { handedOver } from './handed-over.ts';
import { listening } from './listening.ts';
import { overridden } from './overrides.ts';
import { stored } from './stored.ts';
import { wrappedInCall } from './wrapped.ts';

export type { Edge } from './edge.ts';

/** The ways in which a call is known to run the function that it calls, each in a file of its own. */
const CALLED: readonly EdgesOf[] = [called, overridden, constructed, wrappedInCall, stored, givenBack, decorated];
/** What it runs besides. */
const BESIDES: readonly EdgesOf[] = [handedOver, listening, emitted];

/** The edges that some calls make, in the order of the calls. */
export function edgesOf(calls: readonly CallNode[], source: Source, evaluation: Evaluation): Edge[] {
  return calls.flatMap((call) => {
    const known = CALLED.flatMap((way) => way(call, source, evaluation));
    return [
      ...(known.length > 0 ? known : calledByName(call, source, evaluation)),
      ...BESIDES.flatMap((way) => way(call, source, evaluation)),
    ];
  });
}
