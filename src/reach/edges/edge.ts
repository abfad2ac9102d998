import type { HandlerName } from '../../handlers/handler.ts';
import type { CallNode } from '../../syntax/call.ts';
import type { Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { ReachEvidence } from '../evidence.ts';
import type { FunctionKey } from '../function-key.ts';

/** By what it is known that one function runs another. */
export type EdgeKind =
  | 'called'
  | 'handed-over'
  | 'decorated'
  | 'constructed'
  | 'overridden'
  | 'wrapped'
  | 'stored'
  | 'given-back'
  | 'emitted'
  | 'listening'
  | 'by-name';

/** One function runs another. Plain words, without a tree. */
export interface Edge {
  readonly to: FunctionKey;
  readonly by: EdgeKind;
  readonly evidence: ReachEvidence;
  /** The specifier that the name at the beginning of the call was imported from, as written in the calling file. */
  readonly through?: string;
  /** What the function run is a handler of, where it is one by being registered: it runs once per message from then on. */
  readonly handles?: Pick<HandlerName, 'route' | 'kind'>;
}

/** The edges of one kind that a call makes. */
export type EdgesOf = (call: CallNode, source: Source, evaluation: Evaluation) => Edge[];
