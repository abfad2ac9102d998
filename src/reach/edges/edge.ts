import type { HandlerName } from '../../handlers/handler.ts';
import type { CallNode } from '../../syntax/call.ts';
import type { Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { ReachEvidence } from '../evidence.ts';
import type { FunctionKey } from '../function-key.ts';

/** What shows that one function runs another. */
export type EdgeKind =
  | 'called'
  | 'one-of'
  | 'handed-over'
  | 'decorated'
  | 'constructed'
  | 'overridden'
  | 'wrapped'
  | 'stored'
  | 'given-back'
  | 'emitted'
  | 'listening'
  | 'loaded'
  | 'by-name';

/** One function runs another. Plain data, without a tree. */
export interface Edge {
  readonly to: FunctionKey;
  readonly by: EdgeKind;
  readonly evidence: ReachEvidence;
  /** The specifier that the first name in the call was imported from, as written in the calling file. */
  readonly through?: string;
  /** Set if the call registers the function as a handler. From then on, it runs once per message. */
  readonly handles?: Pick<HandlerName, 'route' | 'kind'>;
}

/** Finds the edges of one kind that a call makes. */
export type EdgesOf = (call: CallNode, source: Source, evaluation: Evaluation) => Edge[];
