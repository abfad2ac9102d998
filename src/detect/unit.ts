import type { Trace } from './trace.ts';

/** So many promises of one unit are looked at together; a unit that makes more has the settled ones forgotten. */
const MOST_NOTES = 512;

/** What is noted of a promise. It holds no promise: as long as nobody else does, it goes with it. */
export interface Note {
  readonly unit: Unit;
  readonly trace: Trace;
  /** Whether it was made of another promise. */
  readonly isChained: boolean;
  /** Where that one was made, if it is known. */
  readonly parent: Trace | undefined;
  /** Whether something waits for it, and where that was made. */
  waiter: Trace | undefined;
  /** Once it was resolved or rejected. What is resolved with a promise is still pending. */
  ended: WeakRef<Promise<unknown>> | undefined;
  /** When that was, if its unit had ended by then; 0 otherwise. */
  endedAt: number;
  /** When it was made, if its unit had ended by then; 0 otherwise. */
  readonly madeAt: number;
  /** Whether an owner is known to answer for it. */
  isOwned: boolean;
}

/** A request, a job: what is to be over when its work is. */
export class Unit {
  notes: Note[] = [];
  endedAt: number | undefined;
  /** Whether settled promises were forgotten while it ran: then it is not known of each call whether it was waited for. */
  isPartial = false;
  /** Whether nothing is to be said of it. */
  isForgotten = false;
  readonly #name: () => string;

  /** @param name - asked for when the unit is over, as a route is known only then */
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
      // A unit with very many open ones is told by the newest of them; each `await` leaves a chained one.
      const newest = (chained: boolean): Note[] =>
        open.filter(({ isChained }) => isChained === chained).slice(-MOST_NOTES / 4);
      this.notes = [...newest(false), ...newest(true)];
    }
    this.notes.push(note);
  }
}
