import type { Catalog } from '../catalog/lookup.ts';
import type { Look } from '../handlers/look.ts';
import type { CallNode } from '../syntax/call.ts';
import type { Options } from './options.ts';
import { currentGeneration, holdsSince } from '../project/changes.ts';
import { enclosingFunction, qualifiedNameOf } from '../syntax/function.ts';
import { perSource } from '../syntax/per-source.ts';
import { outlineOf } from '../syntax/walk.ts';
import { escapesAt } from './escapes.ts';
import { groundOf } from './make-ground.ts';

/**
 * Looks at functions while the call graph is made, as their trees are there then: a file whose functions lose nothing need not be parsed again. For a
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

  /** Looks at the functions of a qualified name in a file, which a handler runs; what is written inside them has names of its own. */
  readonly look: Look = (source, name) => {
    const seen = this.#files.get(source.path) ?? { generation: currentGeneration(), isClean: true };
    this.#files.set(source.path, seen);
    if (!seen.isClean) return;
    const ground = groundOf(source, this.#catalog, this.#options.reach);
    seen.isClean = (callsByFunction(source).get(name) ?? []).every((call) => escapesAt(call, ground, this.#options).escapes.length === 0);
  };

  /** Whether nothing is lost in all that handlers run of a file; false also where that was not looked at. */
  isClean(path: string): boolean {
    const seen = this.#files.get(path);
    return seen !== undefined && seen.isClean && holdsSince(path, seen.generation);
  }
}

const callsByFunction = perSource((source): ReadonlyMap<string, readonly CallNode[]> => {
  const byName = new Map<string, CallNode[]>();
  for (const call of outlineOf(source).calls) {
    const fn = enclosingFunction(call);
    if (fn === undefined) continue;
    const name = qualifiedNameOf(fn);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [call]);
    else known.push(call);
  }
  return byName;
});
