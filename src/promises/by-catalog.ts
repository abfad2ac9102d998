import type { Catalog } from '../catalog/lookup.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Value } from '../values/value.ts';
import type { Launch } from './launch.ts';
import { SYNCHRONOUS } from './launch.ts';
import { isSynchronous } from './synchronous.ts';

/** What the catalog says of a call; undefined if it doesn't know the call. */
export function launchByCatalog(node: Node, source: Source, evaluation: Evaluation): Launch | undefined {
  const { catalog } = evaluation;
  const value = evaluation.expression(node, source);
  if (value?.kind !== 'external') return undefined;
  const synchronous = catalog.synchronous.find(value);
  return synchronous !== undefined && isSynchronous(node, synchronous, source, evaluation)
    ? SYNCHRONOUS
    : launchOfExternal(value, catalog);
}

/** What the catalog says of a library's value, such as the result of a call. */
export function launchOfExternal(value: Value & { kind: 'external' }, catalog: Catalog): Launch | undefined {
  const known = catalog.launches.find(value);
  if (known === undefined) return undefined;
  const why =
    known.launch === 'no' ? `${known.entry.name} gives no promise to own here` : `known from ${known.entry.name}`;
  return {
    verdict: known.launch,
    evidence: { step: 'catalog', why },
    ...(known.enqueue && { enqueue: true }),
    ...(known.quiet && { quiet: true }),
  };
}
