import type { Entry, Pattern, Sink } from './entry.ts';
import type { FacetName } from './facets/facet.ts';
import type { GenericSchema } from '../taken-in/valibot.ts';
import * as v from '../taken-in/valibot.ts';
import { FACETS } from './facets/all.ts';
import { patterns } from './facets/shape.ts';
import { sink } from './facets/work.ts';

/** The value of `settings['fire-task']`, checked and with its defaults. */
interface CheckedSettings {
  readonly frameworks: readonly Entry[];
  readonly sinks: readonly Sink[];
  readonly launchers: readonly Pattern[];
}

/**
 * The catalog's schema as data: the same as `entry.ts`, to check entries that users write. Created on demand, because
 * most configurations have no settings.
 */
export function createSchemas() {
  const facets = Object.fromEntries(
    Object.entries<(typeof FACETS)[FacetName]>(FACETS).map(([name, { holds }]) => [
      name,
      v.exactOptional<GenericSchema>(holds.schema()),
    ]),
  );
  const identity = { name: v.string(), versions: v.exactOptional(v.string()) };
  return {
    entry: v.strictObject({ ...identity, docs: v.string(), packages: v.array(v.string()), ...facets }),
    settings: v.strictObject({
      frameworks: v.optional(
        v.array(
          v.strictObject({
            ...identity,
            docs: v.optional(v.string(), ''),
            packages: v.optional(v.array(v.string()), []),
            ...facets,
          }),
        ),
        [],
      ),
      sinks: v.optional(v.array(sink.schema()), []),
      launchers: v.optional(patterns.schema(), []),
    }) as GenericSchema<unknown, CheckedSettings>,
    safeParse: v.safeParse,
  };
}
