import type { Entry } from '../entry.ts';
import type { Facet, FacetName, FacetsOf } from './facet.ts';
import { ANSWERING } from './answering.ts';
import { DECLARED } from './declared.ts';
import { REGISTERED } from './registered.ts';
import { WORK } from './work.ts';

/**
 * Every facet of an entry, once. Schema, patterns, indexes and the first look at a file are made from it; a key of
 * `Entry` that is missing here is an error of types.
 */
export const FACETS: FacetsOf<FacetName> = { ...REGISTERED, ...DECLARED, ...ANSWERING, ...WORK };

/** What an entry says: each of its facets with its value. */
export function facetsOf(entry: Entry): { readonly facet: Facet<unknown>; readonly value: unknown }[] {
  return Object.entries<Facet<unknown>>(FACETS).flatMap(([name, facet]) => {
    const value: unknown = entry[name as FacetName];
    return value === undefined ? [] : [{ facet, value }];
  });
}
