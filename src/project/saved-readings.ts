import type { Changes } from './changes.ts';
import { Reading } from '../syntax/reads.ts';

/** Readings as plain data: the places, and for each reading, the indexes of its places. */
export interface SavedReadings {
  readonly places: readonly string[];
  readonly readings: readonly (readonly number[])[];
}

/** Collects readings to be saved. Many answers were found in the same places, which are saved once. */
export class ReadingsToSave {
  readonly #places = new Map<string, number>();
  readonly #bySet = new Map<ReadonlySet<string>, number>();
  readonly #byIndexes = new Map<string, number>();
  readonly #readings: (readonly number[])[] = [];
  readonly #changes: Changes;

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  /** @returns the number of the reading */
  add(reading: Reading | undefined): number {
    const places = reading?.places ?? NOWHERE;
    const known = this.#bySet.get(places);
    if (known !== undefined) return known;
    const indexes = [...this.#changes.behind(places)].map((place) => indexIn(this.#places, place));
    const name = indexes.join();
    const index = this.#byIndexes.get(name) ?? this.#readings.push(indexes) - 1;
    this.#byIndexes.set(name, index);
    this.#bySet.set(places, index);
    return index;
  }

  saved(): SavedReadings {
    return { places: [...this.#places.keys()], readings: this.#readings };
  }
}

const NOWHERE: ReadonlySet<string> = new Set();

function indexIn(indexes: Map<string, number>, place: string): number {
  const known = indexes.get(place) ?? indexes.size;
  indexes.set(place, known);
  return known;
}

/** A function from the number of a saved reading to the reading. */
export type ReadingAt = (index: number) => Reading;

export function restoredReadings({ places, readings }: SavedReadings): ReadingAt {
  const known: Reading[] = [];
  return (index) => (known[index] ??= Reading.of((readings[index] ?? []).flatMap((place) => places[place] ?? [])));
}
