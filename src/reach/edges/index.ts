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
import { loaded } from './loaded.ts';
import { oneOfSeveral } from './one-of.ts';
import { overridden } from './overrides.ts';
import { stored } from './stored.ts';
import { wrappedInCall } from './wrapped.ts';

export type { Edge } from './edge.ts';

/** Ways to tell which function a call runs, each in its own file. */
const CALLED: readonly EdgesOf[] = [
  called,
  oneOfSeveral,
  overridden,
  constructed,
  wrappedInCall,
  stored,
  givenBack,
  decorated,
  loaded,
];
/** Ways to tell what else a call runs. */
const BESIDES: readonly EdgesOf[] = [handedOver, listening, emitted];

/** The edges of some calls, in the order of the calls. */
export function edgesOf(calls: readonly CallNode[], source: Source, evaluation: Evaluation): Edge[] {
  return calls.flatMap((call) => {
    const known = CALLED.flatMap((way) => way(call, source, evaluation));
    return [
      ...(known.length > 0 ? known : calledByName(call, source, evaluation)),
      ...BESIDES.flatMap((way) => way(call, source, evaluation)),
    ];
  });
}
