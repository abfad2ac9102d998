import type { Catalog } from '../catalog/lookup.ts';
import type { CallNode } from '../syntax/call.ts';
import type { Source } from '../syntax/source.ts';
import type { Escape } from './finding.ts';
import type { Options } from './options.ts';
import { escapesAt } from './escapes.ts';
import { groundOf } from './make-context.ts';

/** Judges calls once more that a handler is known to run: what a rewrite was to mend is found again if it did not. */
export function stillLost(calls: Iterable<CallNode>, source: Source, options: Options, catalog: Catalog): Escape[] {
  const ground = groundOf(source, catalog, options.reach);
  return [...calls].flatMap((call) => escapesAt(call, ground, options).escapes);
}
