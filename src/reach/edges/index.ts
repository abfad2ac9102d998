import type { CallNode } from '../../syntax/call.ts';
import type { Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Edge, EdgesOf } from './edge.ts';
import { called } from './called.ts';
import { decorated } from './decorated.ts';
import { handedOver } from './handed-over.ts';

export type { Edge } from './edge.ts';

/** The ways in which one function is known to run another, each in a file of its own. */
const WAYS: readonly EdgesOf[] = [called, handedOver, decorated];

/** The edges that some calls make, in the order of the calls. */
export function edgesOf(calls: readonly CallNode[], source: Source, evaluation: Evaluation): Edge[] {
  return calls.flatMap((call) => WAYS.flatMap((way) => way(call, source, evaluation)));
}
