import type { Reading } from '../syntax/reads.ts';
import type { Changes, Found } from './changes.ts';

/** Answers as `Changes` keeps them up to date, whatever they are about. */
export type Steady = Pick<SteadyAnswers<unknown>, 'refresh' | 'forget' | 'readingOf'>;

/** An answer with its text, by which it is compared, and the search for it. */
interface Known<Answer> extends Found<Answer> {
  readonly text: string;
  readonly find: () => Answer;
}

/**
 * Answers that most edits of what they were found in leave the same, such as what an export is: an instance of a
 * package's class. Whoever asks for one depends on the answer, and not on what was read for it. After a change, those
 * that may be outdated are found again, and only one that has become another counts as a change.
 */
export class SteadyAnswers<Answer> {
  readonly #changes: Changes;
  /** Starts the artificial place of each answer. */
  readonly #name: string;
  readonly #textOf: (answer: Answer) => string | undefined;
  readonly #known = new Map<string, Known<Answer>>();

  /**
   * @param textOf - returns a text that is the same for equal answers; undefined if an answer can't be compared. What was
   *   read for that one counts as usual.
   */
  constructor(changes: Changes, textOf: (answer: Answer) => string | undefined) {
    this.#changes = changes;
    this.#textOf = textOf;
    this.#name = `steady ${changes.keepSteady(this)} `;
  }

  /** The answer that is kept under a key, if it is valid. Otherwise, it is searched for. */
  answer(key: string, find: () => Answer): Answer {
    const { reads } = this.#changes;
    this.#changes.refreshSteady();
    const known = this.#known.get(key);
    if (known !== undefined && this.#changes.holds(known)) {
      reads.note(this.#placeOf(key));
      return known.answer;
    }
    return this.#search(key, find);
  }

  /** Finds what may be outdated again, and notes each answer that is another one now. */
  refresh(): void {
    for (const [key, known] of this.#known) {
      if (this.#changes.holds(known)) continue;
      this.#changes.reads.apart(() => {
        this.#search(key, known.find);
      });
    }
  }

  forget(): void {
    this.#known.clear();
  }

  /** What was read for the answer with an artificial place; undefined if the place is none of these. */
  readingOf(place: string): Reading | undefined {
    return place.startsWith(this.#name) ? this.#known.get(place.slice(this.#name.length))?.reading : undefined;
  }

  #placeOf(key: string): string {
    return this.#name + key;
  }

  #search(key: string, find: () => Answer): Answer {
    const before = this.#known.get(key);
    const { generation, reads } = this.#changes;
    const place = this.#placeOf(key);
    let text: string | undefined;
    const { answer, reading } = reads.record(find, (found) => {
      text = this.#textOf(found);
      return text === undefined ? undefined : place;
    });
    if (text === undefined) this.#known.delete(key);
    else this.#known.set(key, { answer, reading, generation, text, find });
    if (before !== undefined && before.text !== text) this.#changes.note(place);
    return answer;
  }
}
