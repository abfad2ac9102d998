import type { TSESTree } from '@typescript-eslint/types';
import type { CallNode } from '../syntax/call.ts';
import type { Node } from '../syntax/source.ts';

/** How the code between a launch and what drops it loses the promise. Each is a form of finding (findings/forms.ts). */
export type LossForm =
  | 'floating'
  | 'voided'
  | 'caught'
  | 'chained'
  | 'unread'
  | 'iife'
  | 'combined'
  | 'mapped'
  | 'callback'
  | 'answered'
  | 'partial';

/** Some code takes responsibility for the promise, or may: what cannot be known counts as owned. */
export interface Owned {
  readonly kind: 'owned';
  /** For an explanation: `awaited`, `returned`, `given to another function`. */
  readonly by: string;
  /** The call that was given it, for an explanation that names a sink. */
  readonly taker?: CallNode;
  /**
   * Of a promise held in a variable: the loss on a path that does not use it; the function returns undefined when there
   * is no such path. Asked for the form `partial` alone, as it takes a look at every path.
   */
  readonly onSomePath?: () => Lost | undefined;
}

/** No code takes responsibility for the promise. */
export interface Lost {
  readonly kind: 'lost';
  readonly form: LossForm;
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

export type Ownership = Owned | Lost;

export function owned(by: string): Owned {
  return { kind: 'owned', by };
}
