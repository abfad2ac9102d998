import type { Reading } from '../syntax/reads.ts';
import type { Steady } from './steady-answers.ts';
import { Reads } from '../syntax/reads.ts';

/** After so many rounds, answers that depend on each other don't come to rest. */
const MOST_ROUNDS = 20;

/** An answer that is valid until something changes that was read for it; see `Changes.find`. */
export interface Found<Answer> {
  readonly answer: Answer;
  /** Undefined if nothing was read. */
  readonly reading: Reading | undefined;
  /** The generation in which the answer was last known to be valid. */
  generation: number;
}

/**
 * Records which files changed, and thus which answers are still valid. A *generation* counts the changes. Whoever keeps
 * an answer either drops it in the next generation, or finds it with `find` and asks `holds` before using it.
 */
export class Changes {
  /** Records what is read while answers are searched for. */
  readonly reads = new Reads();
  #generation = 0;
  /** The generation in which files last came or went. Answers from before it may depend on that. */
  #allChangedAt = 0;
  /** By path, or artificial place: the generation in which it last changed. */
  readonly #changedAt = new Map<string, number>();
  /** What changed in each generation. */
  readonly #changed: (string | undefined)[] = [undefined];
  readonly #steady: Steady[] = [];
  /** The generation of which all steady answers are. */
  #steadyAt = 0;
  #isRefreshing = false;

  /** Rises whenever a known file changes, or files come or go. While it is the same, every answer is valid. */
  get generation(): number {
    return this.#generation;
  }

  /** Records that a file or an artificial place changed; without one, that any may have, because files came or went. */
  note(place?: string): void {
    this.#generation += 1;
    this.#changed.push(place);
    if (place === undefined) {
      this.#allChangedAt = this.#generation;
      for (const answers of this.#steady) answers.forget();
    } else this.#changedAt.set(place, this.#generation);
  }

  /**
   * Adds answers that are found again after each change, before it is decided what else is valid.
   *
   * @returns how many there were before: a number of their own
   */
  keepSteady(answers: Steady): number {
    return this.#steady.push(answers) - 1;
  }

  /** Finds the steady answers again that may be outdated. While it does, answers are valid as far as it has come. */
  refreshSteady(): void {
    if (this.#isRefreshing || this.#steadyAt === this.#generation) return;
    this.#isRefreshing = true;
    try {
      for (let round = 0; this.#steadyAt !== this.#generation; round += 1) {
        if (round === MOST_ROUNDS) this.note();
        this.#steadyAt = this.#generation;
        for (const answers of this.#steady) answers.refresh();
      }
    } finally {
      this.#isRefreshing = false;
    }
  }

  /** The places themselves, with those that steady answers were found in instead of the places of these answers. */
  behind(places: ReadonlySet<string>): ReadonlySet<string> {
    const all = new Set(places);
    const found = new Set<string>();
    for (const place of all) {
      const reading = this.#steady.map((answers) => answers.readingOf(place)).find((known) => known !== undefined);
      if (reading === undefined) found.add(place);
      else for (const inner of reading.places) all.add(inner);
    }
    return found;
  }

  /** Searches for an answer, and records what was read for it. Reads of the answer count for those around it. */
  find<Answer>(find: () => Answer): Found<Answer> {
    const generation = this.#generation;
    return { ...this.reads.record(find), generation };
  }

  /**
   * The answer that is kept under a key, if it is valid. Otherwise, it is searched for and kept.
   *
   * @param meanwhile - the answer until the search ends, for a question that may lead back to itself
   */
  keptIn<Key, Answer>(known: Map<Key, Found<Answer>>, key: Key, find: () => Answer, meanwhile?: Answer): Answer {
    const before = known.get(key);
    if (before !== undefined && this.holds(before)) return this.use(before);
    const generation = this.#generation;
    const { answer, reading } = this.reads.record((open) => {
      if (meanwhile !== undefined) known.set(key, { answer: meanwhile, reading: open, generation });
      return find();
    });
    known.set(key, { answer, reading, generation });
    return answer;
  }

  /** The answer, with its reads counting for those around it. */
  use<Answer>({ answer, reading }: Found<Answer>): Answer {
    this.reads.repeat(reading);
    return answer;
  }

  /** Whether nothing has changed that was read for an answer. */
  holds(found: Found<unknown>): boolean {
    if (!this.holdsSince(found.reading, found.generation)) return false;
    found.generation = this.#generation;
    return true;
  }

  /** Whether nothing has changed since a generation that is in a reading. It has in one that isn't finished. */
  holdsSince(reading: Reading | undefined, since: number): boolean {
    if (since === this.#generation) return true;
    if (since < this.#allChangedAt || reading?.whole.isOpen === true) return false;
    if (reading === undefined) return true;
    this.refreshSteady();
    return since >= this.#allChangedAt && !this.#hasChanged(reading.places, since);
  }

  /** Mostly, either few places have changed, as after an edit, or few were read. */
  #hasChanged(places: ReadonlySet<string>, since: number): boolean {
    if (this.#generation - since > places.size) {
      for (const place of places) if ((this.#changedAt.get(place) ?? 0) > since) return true;
      return false;
    }
    for (let generation = since + 1; generation <= this.#generation; generation += 1)
      if (places.has(this.#changed[generation] ?? '')) return true;
    return false;
  }
}
