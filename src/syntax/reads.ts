/**
 * What an answer was found in: the files that were read for it, and artificial places. A place is any text that
 * `Reads.note` is given.
 */
export class Reading {
  /** Whether its answer is still being searched for. */
  isOpen = true;
  /** How many other searches are open around it. */
  readonly depth: number;
  /** The outermost open search that this one led back to; otherwise itself. */
  leadsTo: Reading = this;
  #places: Set<string> | undefined;
  /** Whether another reading has the same set. It must then be copied before it is changed. */
  #isShared = false;
  /** The only other reading that its places come from. Most searches read what one inner search has read. */
  #only: Reading | undefined;

  constructor(depth: number) {
    this.depth = depth;
  }

  /** The reading of an answer that an earlier process found. */
  static of(places: Iterable<string>): Reading {
    const reading = new Reading(0);
    reading.#places = new Set(places);
    reading.isOpen = false;
    return reading;
  }

  /** The reading that has all places: an answer that was found on the way to another depends on all that that one does. */
  get whole(): Reading {
    return this.leadsTo === this ? this : this.leadsTo.whole;
  }

  /** The places that were read, once the search has ended. */
  get places(): ReadonlySet<string> {
    return this.whole.#places ?? NOWHERE;
  }

  /** Forgets its own places, because another reading has them. */
  forget(): void {
    this.#places = undefined;
  }

  add(place: string): void {
    if (this.#places?.has(place) === true) return;
    if (this.#isShared || this.#places === undefined) this.#places = new Set(this.#places);
    this.#isShared = false;
    this.#only = undefined;
    this.#places.add(place);
  }

  /** The reading to keep for its answer, once the search has ended: undefined if nothing was read. */
  get kept(): Reading | undefined {
    if (this.leadsTo !== this) return this;
    return this.#places === undefined ? undefined : (this.#only ?? this);
  }

  /** Adds the places of a search that has ended. */
  addAll(other: Reading): void {
    const places = other.#places;
    if (places === undefined || places === this.#places) return;
    if (this.#places === undefined) {
      this.#places = places;
      this.#only = other;
      this.#isShared = true;
      other.#isShared = true;
      return;
    }
    for (const place of places) this.add(place);
  }
}

const NOWHERE: ReadonlySet<string> = new Set();

/** An answer with what was read for it; undefined if nothing was. */
export interface Recorded<Answer> {
  readonly answer: Answer;
  readonly reading: Reading | undefined;
}

/**
 * Records what is read while an answer is searched for. Searches are nested: what is read for an inner answer counts for
 * the outer ones as well. So whoever keeps an answer must record it, and repeat what was read each time it is used.
 */
export class Reads {
  /** Undefined stands for a search whose reads don't count for those around it. */
  readonly #open: (Reading | undefined)[] = [];

  /** Notes that a place was read for the answers that are being searched for. */
  note(place: string): void {
    this.#open.at(-1)?.add(place);
  }

  /**
   * @param find - receives the reading, which it may keep for queries that lead back to it
   * @param standsFor - returns a place that counts for the searches around this one instead of what it has read. It is
   *   not asked about an answer that depends on a search that is still open.
   */
  record<Answer>(
    find: (reading: Reading) => Answer,
    standsFor?: (answer: Answer) => string | undefined,
  ): Recorded<Answer> {
    const reading = new Reading(this.#open.length);
    let place: string | undefined;
    this.#open.push(reading);
    try {
      const answer = find(reading);
      if (reading.leadsTo === reading) place = standsFor?.(answer);
      return { answer, reading: reading.kept };
    } finally {
      this.#open.pop();
      reading.isOpen = false;
      if (place === undefined) this.#count(reading);
      else this.note(place);
    }
  }

  /** Counts what was read in a search that has ended for the one around it. */
  #count(reading: Reading): void {
    const around = this.#open.at(-1);
    const { leadsTo } = reading;
    // What leads out of a search that is apart counts there, because its own places are given up.
    (around ?? leadsTo).addAll(reading);
    if (leadsTo !== reading) {
      if (around !== undefined) this.#leadBack(around, leadsTo);
      reading.forget();
    }
  }

  /** Notes what was read for an answer that is used again. */
  repeat(reading: Reading | undefined): void {
    const current = this.#open.at(-1);
    if (reading === undefined || current === undefined) return;
    const { whole } = reading;
    if (whole.isOpen) this.#leadBack(current, whole);
    else current.addAll(whole);
  }

  /** Notes that an answer was cut short because a query leads back to one that is still open, whichever it is. */
  cut(): void {
    const [outermost] = this.#open.slice(this.#open.lastIndexOf(undefined) + 1);
    this.repeat(outermost);
  }

  /** Searches for something whose validity is checked by itself, so that its reads don't count for the outer answers. */
  apart<Answer>(find: () => Answer): Answer {
    this.#open.push(undefined);
    try {
      return find();
    } finally {
      this.#open.pop();
    }
  }

  #leadBack(from: Reading, to: Reading): void {
    if (to.depth < from.leadsTo.depth) from.leadsTo = to;
  }
}
