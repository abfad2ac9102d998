import type { Entry, GeneratedModule } from './entry.ts';
import type { Indexes } from './facets/indexes.ts';
import { facetsOf } from './facets/all.ts';
import { createIndexes } from './facets/indexes.ts';
import { handlerPatternsOf } from './patterns-of.ts';

export type { Of } from './facets/indexes.ts';

/** The catalog by what the engine asks for. Built once for a list of entries. */
export interface Catalog extends Indexes {
  readonly entries: readonly Entry[];
  /** Modules that the user's settings describe; they may be code of the user's own. */
  readonly described: ReadonlySet<string>;
  /**
   * The same without the sinks that settings and options name: who runs what does not depend on them, so that
   * configurations which differ in them alone share it.
   */
  readonly forHandlers: Catalog;
  /** Packages that an entry is about. */
  readonly packageNames: ReadonlySet<string>;
  /** Those of them that take handlers: who depends on one may be a server. */
  readonly serverPackages: ReadonlySet<string>;
  /** What imports may begin with in packages that depend on some others. */
  readonly aliases: readonly {
    readonly alias: string;
    readonly folders: readonly string[];
    readonly packages: readonly string[];
  }[];
  /** Code that tools write, in packages that depend on some others. */
  readonly generated: readonly (GeneratedModule & { readonly packages: readonly string[] })[];
}

/**
 * @param described - modules that the user's settings describe
 * @param forHandlers - the same without the sinks that settings and options name; the catalog itself when left out
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
