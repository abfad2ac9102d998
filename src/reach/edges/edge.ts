import type { CallNode } from '../../syntax/call.ts';
import type { Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { ReachEvidence } from '../evidence.ts';
import type { FunctionKey } from '../function-key.ts';

/** By what it is known that one function runs another. */
type EdgeKind = 'called' | 'handed-over' | 'decorated';

/** One function runs another. Plain words, without a tree. */
export interface Edge {
  readonly to: FunctionKey;
  readonly by: EdgeKind;
  readonly evidence: ReachEvidence;
  /** The specifier that the name at the beginning of the call was imported from, as written in the calling file. */
  readonly through?: string;
}

/** The edges of one kind that a call makes. */
export type EdgesOf = (call: CallNode, source: Source, evaluation: Evaluation) => Edge[];
