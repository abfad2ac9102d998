import type { Catalog } from '../catalog/lookup.ts';
import type { CallNode } from '../syntax/call.ts';
import type { Source } from '../syntax/source.ts';
import type { Finding, Origin } from './finding.ts';
import type { Options } from './options.ts';
import { findCallback, findMapped } from './callbacks.ts';
import { judgeLaunch } from './judge.ts';
import { groundOf } from './make-ground.ts';

/** Judges calls once more whose handler is known: what a rewrite was to mend is found again if it did not. */
export function stillLost(calls: Iterable<readonly [CallNode, Origin]>, source: Source, options: Options, catalog: Catalog): Finding[] {
  const ground = groundOf(source, catalog, options.reach);
  const found: Finding[] = [];
  for (const [call, origin] of calls) {
    const judgement = judgeLaunch(call, origin, ground, options);
    if ('finding' in judgement) found.push(judgement.finding);
    for (const finding of [findMapped(call, origin, ground), findCallback(call, origin, ground, options)]) if (finding !== undefined) found.push(finding);
  }
  return found.filter(({ form }) => options.forms[form]);
}
