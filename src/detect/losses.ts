import type { Candidate } from './judge.ts';
import type { Loss, Outcomes } from './sites.ts';
import type { Note, Unit } from './unit.ts';
import { clock } from './clock.ts';
import { Sites } from './sites.ts';

/** The losses of a thread: those that may still end or be withdrawn, and what is kept about the others. */
export class Losses {
  readonly sites = new Sites();
  readonly #open = new WeakMap<Note, Loss>();
  readonly #collected = new FinalizationRegistry<Loss>((loss) => {
    this.sites.end(loss, 'collected', clock.now());
    this.notify();
  });
  readonly #listeners = new Set<() => void>();

  /** Calls `listener` at each change, until the returned function is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Tells the listeners that something has changed. */
  notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Whether a promise is recorded as lost and pending. */
  has(note: Note): boolean {
    return this.#open.has(note);
  }

  /**
   * Records a promise that outlived its unit. The listeners are not told, because a unit may have many.
   *
   * @param since - when the unit ended
   */
  record({ note, launch, state }: Candidate, { name }: Unit, since: number): void {
    const loss = this.sites.lose(launch, name, since);
    if (loss === undefined) return;
    if (state === 'pending') {
      this.#open.set(note, loss);
      this.#collected.register(note, loss, note);
    } else this.sites.end(loss, state === 'rejected' ? 'rejected' : 'settled', note.endedAt);
  }

  /** Withdraws the loss of a promise, if there is one, because something now waits for it. */
  withdraw(note: Note): void {
    const loss = this.#open.get(note);
    if (loss === undefined) return;
    this.#open.delete(note);
    this.#collected.unregister(note);
    this.sites.takeBack(loss);
    this.notify();
  }

  /** Records what became of a lost promise. */
  end(note: Note, how: Exclude<keyof Outcomes, 'pending'>, at: number): void {
    const loss = this.#open.get(note);
    if (loss === undefined) return;
    this.#collected.unregister(note);
    this.sites.end(loss, how, at);
    this.notify();
  }
}
