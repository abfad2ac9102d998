import type { Entry, Pattern } from '../entry.ts';
import type { Indexes } from './indexes.ts';
import type { Shape } from './shape.ts';

/** Everything that the code knows about one key of an entry. `docs/catalog.md` describes it to users. */
export interface Facet<Value> {
  readonly holds: Shape<Value>;
  /** Whether it identifies handlers: a file that names its patterns, or the entry's packages, may contain some. */
  readonly findsHandlers: boolean;
  /** Adds the value to the engine's indexes; left out if the engine reads it from the entry. */
  index?(value: Value, entry: Entry, into: Indexes): void;
}

/** Keys that identify an entry, as opposed to what is known about it. */
type Identity = 'name' | 'docs' | 'packages' | 'versions';
export type FacetName = Exclude<keyof Entry, Identity>;

/** A facet for each of these keys. */
export type FacetsOf<Name extends FacetName> = { readonly [Key in Name]-?: Facet<NonNullable<Entry[Key]>> };

/** Types of a package as patterns. */
export function typed(types: readonly Pattern[] | undefined): Pattern[] {
  return (types ?? []).map((type) => `typed ${type}`);
}
