import type { Entry } from './entry.ts';
import type { Indexes } from './facets/indexes.ts';
import { facetsOf } from './facets/all.ts';
import { createIndexes } from './facets/indexes.ts';
import { CATALOG } from './index.ts';

export type { Of } from './facets/indexes.ts';

/** The catalog by what the engine asks for. Built once for a list of entries. */
export interface Catalog extends Indexes {
  readonly entries: readonly Entry[];
  /** Modules that the user's settings describe; they may be code of the user's own. */
  readonly described: ReadonlySet<string>;
}

let standard: Catalog | undefined;

/** The catalog of this package. */
export function standardCatalog(): Catalog {
  standard ??= buildCatalog(CATALOG);
  return standard;
}

/** @param described - modules that the entries describe although they may be code of the user's own */
export function buildCatalog(entries: readonly Entry[], described: ReadonlySet<string> = new Set()): Catalog {
  const indexes = createIndexes();
  for (const entry of entries) {
    for (const { facet, value } of facetsOf(entry)) facet.index?.(value, entry, indexes);
  }
  return { entries, described, ...indexes };
}
