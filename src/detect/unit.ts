import type { Trace } from './trace.ts';

/** How many promises of one unit are judged together. If a unit creates more, the settled ones are forgotten. */
const MOST_NOTES = 512;

/** What is recorded about a promise. It doesn't hold the promise, which can still be garbage-collected. */
export interface Note {
  readonly unit: Unit;
  readonly trace: Trace;
  /** Whether it was created from another promise. */
  readonly isChained: boolean;
  /** Where that promise was created, if this is known. */
  readonly parent: Trace | undefined;
  /** Where the promise was created that waits for it; undefined if none does. */
  waiter: Trace | undefined;
  /** Set once it was resolved or rejected. If it was resolved with a promise, it may still be pending. */
  ended: WeakRef<Promise<unknown>> | undefined;
  /** When that was, if its unit had ended by then; 0 otherwise. */
  endedAt: number;
  /** When it was created, if its unit had ended by then; 0 otherwise. */
  readonly madeAt: number;
  /** Whether it is known to have an owner. */
  isOwned: boolean;
}

/** A request or a job: what it launches should be over when its work is. */
export class Unit {
  notes: Note[] = [];
  endedAt: number | undefined;
  /**
   * Whether settled promises were forgotten while it ran. Then it isn't known for each call whether something waited
   * for it.
   */
  isPartial = false;
  /** Whether it is never judged. */
  isForgotten = false;
  readonly #name: () => string;

  /** @param name - called when the unit is over, because a route is known only then */
  constructor(name: () => string) {
    this.#name = name;
  }

  get name(): string {
    try {
      return this.#name();
    } catch {
      return '?';
    }
  }

  add(note: Note): void {
    if (this.notes.length >= MOST_NOTES) {
      const open = this.notes.filter(({ ended, waiter }) => ended === undefined && waiter === undefined);
      this.isPartial = true;
      // Of very many open promises, only the newest are kept. Chained ones count separately, because each `await`
      // leaves one.
      const newest = (chained: boolean): Note[] =>
        open.filter(({ isChained }) => isChained === chained).slice(-MOST_NOTES / 4);
      this.notes = [...newest(false), ...newest(true)];
    }
    this.notes.push(note);
  }
}
