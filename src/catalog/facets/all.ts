import type { Entry } from '../entry.ts';
import type { Facet, FacetName, FacetsOf } from './facet.ts';
import { ANSWERING } from './answering.ts';
import { DECLARED } from './declared.ts';
import { REGISTERED } from './registered.ts';
import { SERVING } from './serving.ts';
import { WORK } from './work.ts';

/**
 * Every facet of an entry, described once. The schema, patterns, indexes and prefilter are made from it. If a key of
 * `Entry` is missing here, the types don't compile.
 */
export const FACETS: FacetsOf<FacetName> = { ...REGISTERED, ...DECLARED, ...ANSWERING, ...WORK, ...SERVING };

/** The facets that an entry has, each with its value. */
export function facetsOf(entry: Entry): { readonly facet: Facet<unknown>; readonly value: unknown }[] {
  return Object.entries<Facet<unknown>>(FACETS).flatMap(([name, facet]) => {
    const value: unknown = entry[name as FacetName];
    return value === undefined ? [] : [{ facet, value }];
  });
}
