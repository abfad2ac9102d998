import type { Visit } from '../reach/index.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Options } from './options.ts';
import { callsIn, isAllVisited, isUnreached } from '../reach/index.ts';
import { escapesAt } from './escapes.ts';
import { contextOf } from './context.ts';

/**
 * Judges functions while the call graph is made, as their trees are there then: a file whose functions lose nothing
 * need not be parsed again. For a run through a whole package; where one file is asked for, the others would be judged
 * for nothing.
 */
export class CleanFiles {
  readonly #options: Options;
  readonly #evaluation: Evaluation;
  readonly #isAsked: (path: string) => boolean;
  /** By path: before which change a file was first visited, and whether all that was seen in it is owned. */
  readonly #files = new Map<string, { readonly generation: number; isClean: boolean }>();

  /** @param isAsked - whether a file is looked at with these options; others are not judged */
  constructor(options: Options, evaluation: Evaluation, isAsked: (path: string) => boolean = () => true) {
    this.#options = options;
    this.#evaluation = evaluation;
    this.#isAsked = isAsked;
  }

  /** Judges a function that a handler runs; what is written inside it has keys of its own. */
  readonly visit: Visit = ({ path, name }) => {
    if (!this.#isAsked(path)) return;
    const { changes, files } = this.#evaluation.workspace;
    const seen = this.#files.get(path) ?? { generation: changes.generation, isClean: true };
    this.#files.set(path, seen);
    const source = seen.isClean ? files.sourceAt(path) : undefined;
    if (source === undefined) return;
    const context = contextOf(source, this.#evaluation, this.#options.reach);
    seen.isClean = callsIn(name, source).every((call) => escapesAt(call, context, this.#options).escapes.length === 0);
  };

  /**
   * Whether nothing is lost in all that handlers run of a file; false also where that was not judged, or not for all
   * the packages whose handlers may run it.
   */
  isClean(path: string): boolean {
    const seen = this.#files.get(path);
    if (seen?.isClean !== true) return false;
    const evaluation = this.#evaluation;
    const { kinds, strict } = this.#options;
    return (
      evaluation.workspace.changes.holdsSince(path, seen.generation) &&
      isAllVisited(path, evaluation, { kinds: new Set(kinds), strict }, this.visit)
    );
  }

  /** Whether no handler runs anything of a file, as far as that is known by now: then it need not be understood at all. */
  isUnreached(path: string): boolean {
    const { kinds, strict, reach } = this.#options;
    return reach === 'project' && isUnreached(path, this.#evaluation, { kinds: new Set(kinds), strict });
  }
}
