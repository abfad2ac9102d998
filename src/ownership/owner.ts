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
 * How code uses a promise that it takes for its result: it is sent (alone, in an array or inside a value), converted to
 * text or a number, tested, compared, spread, iterated or destructured, or returned by a predicate.
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

/** Some code takes responsibility for the promise, or may do so: unknown cases count as owned. */
export interface Owned {
  readonly kind: 'owned';
  /** For an explanation: `awaited`, `returned`, `given to another function`. */
  readonly by: string;
  /** The call that received it, for an explanation that names a sink. */
  readonly taker?: CallNode;
  /**
   * For a promise held in a variable: the loss on a path that doesn't use it; the function returns undefined if there
   * is no such path. Called only for the form `partial`, because it examines every path.
   */
  readonly onSomePath?: () => Lost | undefined;
  /** For a promise in a race, whose loser nobody waits for. Called only for the form `raced`. */
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
  /**
   * For the form `partial`, what ends the path that drops it: a statement that leaves the function, or the function
   * itself.
   */
  readonly end?: Node;
  /** `await items.map(run)` is awaited already; it only lacks `Promise.all`. */
  readonly awaited?: boolean;
  /** For the form `answered`, what the promise becomes. */
  readonly becomes?: Becomes;
  /** The read of the variable or collection that holds it, if it is used through one. */
  readonly use?: Node;
}

export type Ownership = Owned | Lost;

export function owned(by: string): Owned {
  return { kind: 'owned', by };
}
