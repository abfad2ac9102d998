import type { TSESTree } from '@typescript-eslint/types';
import type { CallNode } from '../syntax/call.ts';
import type { Node } from '../syntax/source.ts';
import type { FormName } from '../findings/finding.ts';

/** Somebody takes responsibility, or may: unknown is silent. */
export interface Owned {
  readonly kind: 'owned';
  /** For an explanation: `awaited`, `returned`, `given to another function`. */
  readonly by: string;
  /** The call that was given it, for an explanation that names a sink. */
  readonly taker?: CallNode;
  /**
   * Of a promise held in a variable: the loss on a path that does not use it, if there is one. Asked for the form
   * `partial` alone.
   */
  readonly onSomePath?: () => Lost | undefined;
}

/** Nobody does. */
export interface Lost {
  readonly kind: 'lost';
  readonly form: FormName;
  /** The whole expression that is dropped: the launch with its chain and its `void`. */
  readonly node: Node;
  /** What drops it. */
  readonly site: Node;
  /** The `.then/.catch/.finally` calls on the way, innermost first. */
  readonly links: readonly TSESTree.CallExpression[];
  /** Of the form `partial`, what ends the path that drops it: a statement that leaves, or the function. */
  readonly end?: Node;
  /** `await items.map(run)` is awaited already; what it lacks is Promise.all. */
  readonly awaited?: boolean;
}

export type Fate = Owned | Lost;
