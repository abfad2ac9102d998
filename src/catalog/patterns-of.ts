import type { Entry, Pattern } from './entry.ts';
import { facetsOf } from './facets/all.ts';

/** Every pattern of an entry, of all its facets; those of types with the word `typed`. */
export function patternsOf(entry: Entry): Pattern[] {
  return [...new Set(facetsOf(entry).flatMap(({ facet, value }) => facet.holds.patterns?.(value) ?? []))];
}

/** Those by which handlers are found; undefined for an entry that says nothing of handlers. */
export function handlerPatternsOf(entry: Entry): Pattern[] | undefined {
  const found = facetsOf(entry).filter(({ facet }) => facet.findsHandlers);
  return found.length === 0 ? undefined : found.flatMap(({ facet, value }) => facet.holds.patterns?.(value) ?? []);
}
