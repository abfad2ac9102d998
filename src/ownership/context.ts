import type { Variable } from '../syntax/scopes/scope.ts';
import type { Entry } from '../catalog/entry.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Responders } from './answers/responders.ts';
import type { Ownership } from './owner.ts';
import type { Collected } from './passage.ts';

/** The file being analyzed and what is known about it; passed to every part of the search for owners. */
export interface Context {
  readonly source: Source;
  readonly evaluation: Evaluation;
  /** The framework of a function that is a handler; undefined for any other function. */
  readonly entryOf: (fn: FunctionNode) => Entry | undefined;
  /** Whether a function is a handler whose result the call that registers it drops. */
  readonly isDroppedHandler: (fn: FunctionNode) => boolean;
  /** What can answer the request, as seen from `node`. */
  readonly responders: (node: Node) => Responders;
  /** What becomes of the value of a call, or of the read of a variable, which may contain the promise. */
  readonly ownershipOf: (launch: Node, collected?: Collected) => Ownership;
  /** The same for another file of the package. */
  readonly at: (source: Source) => Context;
  /** Functions whose parameters are being followed: they may call each other. */
  readonly looking: Set<FunctionNode>;
  /** Variables whose ownership is being determined: aliases may form a cycle. */
  readonly asking: Set<Variable>;
}
