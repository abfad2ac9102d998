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
  | 'partial'
  | 'raced';

/**
 * What the code makes of a promise that it takes for its result: it is sent, alone, in an array or inside something;
 * made text or a number; tested, compared, spread, gone through or taken apart; or it is what a predicate gives.
 */
export type Becomes =
  | 'sent'
  | 'sent in an array'
  | 'sent inside'
  | 'text'
  | 'number'
  | 'condition'
  | 'compared'
  | 'spread'
  | 'iterated'
  | 'parts'
  | 'predicate';

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
  /** Of a promise in a race, whose loser nobody waits for. Asked for the form `raced` alone. */
  readonly inRace?: () => Lost | undefined;
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
  /** Of the form `answered`, what is made of the promise. */
  readonly becomes?: Becomes;
  /** The read of the variable or collection that holds it, where it is so used. */
  readonly use?: Node;
}

export type Ownership = Owned | Lost;

export function owned(by: string): Owned {
  return { kind: 'owned', by };
}
