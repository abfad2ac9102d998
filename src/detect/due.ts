import type { Unit } from './unit.ts';
import { clock } from './clock.ts';

/** The ended units that wait to be judged, oldest first. One timer serves all of them. */
export class DueUnits {
  readonly #dueAt = new Map<Unit, number>();
  readonly #graceMs: number;
  readonly #judge: (unit: Unit, until: number) => void;
  #isTimed = false;

  /**
   * @param graceMs - how long a unit waits
   * @param judge - is given each unit once its time has come, and the time up to which its notes are due
   */
  constructor(graceMs: number, judge: (unit: Unit, until: number) => void) {
    this.#graceMs = graceMs;
    this.#judge = judge;
  }

  get isEmpty(): boolean {
    return this.#dueAt.size === 0;
  }

  /** Adds a unit that has notes, unless it waits already. */
  add(unit: Unit): void {
    if (unit.notes.length === 0 || this.#dueAt.has(unit)) return;
    this.#dueAt.set(unit, clock.now() + this.#graceMs);
    if (!this.#isTimed) this.#lookIn(this.#graceMs);
  }

  /** Judges all of them at once, with all their notes. */
  flush(): void {
    for (const unit of [...this.#dueAt.keys()]) this.#take(unit, Infinity);
  }

  #take(unit: Unit, until: number): void {
    this.#dueAt.delete(unit);
    this.#judge(unit, until);
  }

  #lookIn(ms: number): void {
    this.#isTimed = true;
    clock.after(ms, () => {
      this.#lookAtDue();
    });
  }

  #lookAtDue(): void {
    this.#isTimed = false;
    const now = clock.now();
    for (const [unit, due] of this.#dueAt) {
      if (due > now) {
        this.#lookIn(due - now);
        return;
      }
      this.#take(unit, now - this.#graceMs);
    }
  }
}
