import type { FrameReader } from './frames.ts';
import type { Trace } from './trace.ts';
import type { Note } from './unit.ts';

/**
 * The promise that was created last from another. It waits for the other, unless it only wraps the value in
 * `await value`, because that is no promise: V8 creates a wrapper from the promise of the function that awaits, and the
 * next promise from the wrapper. So this is decided when the next one is created.
 */
export class NewestChained {
  readonly #reader: FrameReader;
  readonly #wait: (note: Note, waiter: Trace) => void;
  #newest: { readonly note: Note; readonly from: Note } | undefined;

  /** @param wait - called with a note, and where the promise was created that waits for it */
  constructor(reader: FrameReader, wait: (note: Note, waiter: Trace) => void) {
    this.#reader = reader;
    this.#wait = wait;
  }

  set(note: Note, from: Note): void {
    this.#newest = { note, from };
  }

  is(note: Note | undefined): boolean {
    return note !== undefined && note === this.#newest?.note;
  }

  /** @param next - from which a promise is about to be created */
  decide(next?: Note): void {
    const newest = this.#newest;
    if (newest === undefined) return;
    this.#newest = undefined;
    const { note, from } = newest;
    if (next !== note || !this.#reader.isByAwait(note.trace)) this.#wait(from, note.trace);
  }
}
