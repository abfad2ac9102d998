import type { Changes, Found } from '../project/changes.ts';
import { Reading } from '../syntax/reads.ts';

/** A part, whatever its answer is. */
interface AnyPart {
  /** The answer with what was read for it; undefined if nothing has asked for it. */
  readonly found: () => Found<unknown> | undefined;
  /** The part itself if it is unknown or still valid; otherwise one that searches again when it is asked. */
  readonly renewed: () => AnyPart;
}

/** An answer that is searched for on the first call, and is valid until something changes that was read for it. */
export interface Part<Answer> extends AnyPart {
  (): Answer;
  readonly found: () => Found<Answer> | undefined;
  readonly renewed: () => Part<Answer>;
  /**
   * Whether the other part has the same answer. If so, it is this one's as well, with what was read for it. If nothing
   * has asked for this one, nothing depends on it, and any other answer will do.
   */
  readonly agreesWith: (other: Part<Answer>) => boolean;
}

/** What the known parts of one summary were found in, so that after a change all are checked at once. */
export class PartGroup {
  readonly #changes: Changes;
  #places = Reading.of([]);
  /** Readings whose places are not added yet: most groups are never asked. */
  #pending: Reading[] = [];
  #generation: number;

  constructor(changes: Changes) {
    this.#changes = changes;
    this.#generation = changes.generation;
  }

  add(reading: Reading | undefined): void {
    if (reading !== undefined) this.#pending.push(reading);
  }

  /** Whether nothing has changed that was read for any part. */
  holds(): boolean {
    if (this.#pending.some(({ whole }) => whole.isOpen)) return false;
    for (const { places } of this.#pending) for (const place of places) this.#places.add(place);
    this.#pending = [];
    if (!this.#changes.holdsSince(this.#places, this.#generation)) return false;
    this.#generation = this.#changes.generation;
    return true;
  }

  /** Asks each part by itself, as one that has been found again may no longer have read what has changed. */
  holdEach(parts: readonly AnyPart[]): boolean {
    if (parts.some((each) => each.renewed() !== each)) return false;
    this.#places = Reading.of([]);
    this.#pending = parts.flatMap((each) => each.found()?.reading ?? []);
    this.#generation = this.#changes.generation;
    return true;
  }
}

/**
 * @param group - receives what was read for the answer
 * @param known - the answer, if it is already known
 */
export function part<Answer>(
  changes: Changes,
  group: PartGroup,
  search: () => Answer,
  known?: Found<Answer>,
): Part<Answer> {
  let found = known;
  group.add(found?.reading);
  const take = (present: Found<Answer> | undefined): void => {
    found = present;
    group.add(present?.reading);
  };
  const own: Part<Answer> = Object.assign(
    () => {
      const present = found ?? changes.find(search);
      if (found === undefined) take(present);
      return changes.use(present);
    },
    {
      found: () => found,
      renewed: () => (found === undefined || changes.holds(found) ? own : part(changes, group, search)),
      agreesWith: (other: Part<Answer>) => {
        if (found === undefined || other === own) return true;
        if (JSON.stringify(found.answer) !== JSON.stringify(other())) return false;
        take(other.found());
        return true;
      },
    },
  );
  return own;
}
