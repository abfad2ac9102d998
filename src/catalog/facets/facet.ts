import type { Entry, Pattern } from '../entry.ts';
import type { Indexes } from './indexes.ts';
import type { Shape } from './shape.ts';

/** All that the code knows of one key of an entry. `docs/catalog.md` says it to users. */
export interface Facet<Value> {
  readonly holds: Shape<Value>;
  /** Whether handlers are found by it: a file that names its patterns, or the entry's packages, may hold some. */
  readonly findsHandlers: boolean;
  /** Puts the value where the engine looks it up; left out where the engine asks the entry for it. */
  index?(value: Value, entry: Entry, into: Indexes): void;
}

/** Keys that say what an entry is, not what is known of it. */
type Identity = 'name' | 'docs' | 'packages' | 'versions';
export type FacetName = Exclude<keyof Entry, Identity>;

/** A facet for each of some keys. */
export type FacetsOf<Name extends FacetName> = { readonly [Key in Name]-?: Facet<NonNullable<Entry[Key]>> };

/** Types of a package as patterns. */
export function typed(types: readonly Pattern[] | undefined): Pattern[] {
  return (types ?? []).map((type) => `typed ${type}`);
}
