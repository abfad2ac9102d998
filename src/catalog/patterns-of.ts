import type { Entry, Pattern } from './entry.ts';
import { facetsOf } from './facets/all.ts';

/** Every pattern in all facets of an entry; those of types get the word `typed`. */
export function patternsOf(entry: Entry): Pattern[] {
  return [...new Set(facetsOf(entry).flatMap(({ facet, value }) => facet.holds.patterns?.(value) ?? []))];
}

/** The patterns that identify handlers; undefined if the entry has no facet that finds handlers. */
export function handlerPatternsOf(entry: Entry): Pattern[] | undefined {
  const found = facetsOf(entry).filter(({ facet }) => facet.findsHandlers);
  return found.length === 0 ? undefined : found.flatMap(({ facet, value }) => facet.holds.patterns?.(value) ?? []);
}
