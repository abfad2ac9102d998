import type { Entry, GeneratedModule } from './entry.ts';
import type { Indexes } from './facets/indexes.ts';
import { facetsOf } from './facets/all.ts';
import { createIndexes } from './facets/indexes.ts';
import { handlerPatternsOf } from './patterns-of.ts';

export type { Of } from './facets/indexes.ts';

/** The catalog, indexed for the engine's questions. Built once for a list of entries. */
export interface Catalog extends Indexes {
  readonly entries: readonly Entry[];
  /** Modules that the user's settings describe; these may be the user's own code. */
  readonly described: ReadonlySet<string>;
  /**
   * The same without the sinks that settings and options name. They don't affect who runs what, so configurations that
   * differ only in them share it.
   */
  readonly forHandlers: Catalog;
  /** Packages that an entry describes. */
  readonly packageNames: ReadonlySet<string>;
  /** Those of them that take handlers: a package that depends on one may be a server. */
  readonly serverPackages: ReadonlySet<string>;
  /** Prefixes of imports, in packages that depend on one of these. */
  readonly aliases: readonly {
    readonly alias: string;
    readonly folders: readonly string[];
    readonly packages: readonly string[];
  }[];
  /** Code that tools generate, in packages that depend on one of these. */
  readonly generated: readonly (GeneratedModule & { readonly packages: readonly string[] })[];
}

/**
 * @param described - modules that the user's settings describe
 * @param forHandlers - the same without the sinks that settings and options name; the catalog itself if left out
 */
export function buildCatalog(
  entries: readonly Entry[],
  described: ReadonlySet<string> = new Set(),
  forHandlers?: Catalog,
): Catalog {
  const indexes = createIndexes();
  for (const entry of entries) {
    for (const { facet, value } of facetsOf(entry)) facet.index?.(value, entry, indexes);
  }
  const catalog: Catalog = {
    entries,
    described,
    get forHandlers(): Catalog {
      return forHandlers ?? catalog;
    },
    packageNames: new Set(entries.flatMap(({ packages }) => packages)),
    serverPackages: new Set(
      entries.filter((entry) => handlerPatternsOf(entry) !== undefined).flatMap(({ packages }) => packages),
    ),
    aliases: entries.flatMap(({ aliases = {}, packages }) =>
      Object.entries(aliases).map(([alias, folders]) => ({ alias, folders, packages })),
    ),
    generated: entries.flatMap(({ generated = [], packages }) => generated.map((facet) => ({ ...facet, packages }))),
    ...indexes,
  };
  return catalog;
}
