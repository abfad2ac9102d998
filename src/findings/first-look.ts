import type { Catalog } from '../catalog/lookup.ts';
import type { Look } from '../handlers/look.ts';
import type { Options } from './options.ts';
import { callsIn } from '../handlers/summary.ts';
import { currentGeneration, holdsSince } from '../project/changes.ts';
import { sourceAt } from '../project/files.ts';
import { escapesAt } from './escapes.ts';
import { contextOf } from './context.ts';

/**
 * Looks at functions while the call graph is made, as their trees are there then: a file whose functions lose nothing
 * need not be parsed again. For a
 * run through a whole package; where one file is asked for, the others would be judged for nothing.
 */
export class FirstLook {
  readonly #options: Options;
  readonly #catalog: Catalog;
  /** By path: before which change a file was first looked at, and whether all that was seen in it is owned. */
  readonly #files = new Map<string, { readonly generation: number; isClean: boolean }>();

  constructor(options: Options, catalog: Catalog) {
    this.#options = options;
    this.#catalog = catalog;
  }

  /** Looks at a function that a handler runs; what is written inside it has keys of its own. */
  readonly look: Look = ({ path, name }) => {
    const seen = this.#files.get(path) ?? { generation: currentGeneration(), isClean: true };
    this.#files.set(path, seen);
    const source = seen.isClean ? sourceAt(path) : undefined;
    if (source === undefined) return;
    const context = contextOf(source, this.#catalog, this.#options.reach);
    seen.isClean = callsIn(name, source).every((call) => escapesAt(call, context, this.#options).escapes.length === 0);
  };

  /** Whether nothing is lost in all that handlers run of a file; false also where that was not looked at. */
  isClean(path: string): boolean {
    const seen = this.#files.get(path);
    return seen !== undefined && seen.isClean && holdsSince(path, seen.generation);
  }
}
