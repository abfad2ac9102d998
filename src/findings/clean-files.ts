import type { FunctionKey, Visit } from '../reach/index.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Options } from './options.ts';
import type { OwnedFunctions } from './owned-functions.ts';
import { callsIn, isAllVisited, isUnreached } from '../reach/index.ts';
import { escapesAt } from './escapes.ts';
import { contextOf } from './context.ts';
import { ownedFunctionsOf } from './owned-functions.ts';

/**
 * Judges functions while the call graph is built, because their trees are in memory then. A file whose functions lose
 * nothing need not be parsed again. This is for a run through a whole package: for a single file, judging the others
 * would be wasted work.
 */
export class CleanFiles {
  readonly #options: Options;
  readonly #evaluation: Evaluation;
  readonly #isAsked: (path: string) => boolean;
  readonly #owned: OwnedFunctions;
  /** By path: the functions that were visited, and whether all of them lose nothing. */
  readonly #files = new Map<string, { readonly visited: FunctionKey[]; isClean: boolean }>();

  /** @param isAsked - whether these options apply to a file; other files are not judged */
  constructor(options: Options, evaluation: Evaluation, isAsked: (path: string) => boolean = () => true) {
    this.#options = options;
    this.#evaluation = evaluation;
    this.#isAsked = isAsked;
    this.#owned = ownedFunctionsOf(evaluation, options);
  }

  /** Judges a function that a handler runs. Functions inside it have their own keys and are visited separately. */
  readonly visit: Visit = (key) => {
    const { path, name } = key;
    if (!this.#isAsked(path)) return;
    const seen = this.#files.get(path) ?? { visited: [], isClean: true };
    this.#files.set(path, seen);
    if (!seen.isClean) return;
    seen.visited.push(key);
    seen.isClean = this.#owned.isOwned(key, () => {
      const source = this.#evaluation.workspace.files.sourceAt(path);
      if (source === undefined) return true;
      const context = contextOf(source, this.#evaluation, this.#options.reach);
      return callsIn(name, source).every((call) => escapesAt(call, context, this.#options).escapes.length === 0);
    });
  };

  /**
   * Whether a file loses nothing in the code that handlers run. False also if that code was not judged, or not for
   * every package whose handlers may run it.
   */
  isClean(path: string): boolean {
    const seen = this.#files.get(path);
    if (seen?.isClean !== true) return false;
    const evaluation = this.#evaluation;
    const { kinds, strict } = this.#options;
    return (
      seen.visited.every((key) => this.#owned.has(key)) &&
      isAllVisited(path, evaluation, { kinds: new Set(kinds), strict }, this.visit)
    );
  }

  /** Whether no handler runs any code of a file, as far as is known so far. Such a file needs no analysis. */
  isUnreached(path: string): boolean {
    const { kinds, strict, reach } = this.#options;
    return reach === 'project' && isUnreached(path, this.#evaluation, { kinds: new Set(kinds), strict });
  }
}
