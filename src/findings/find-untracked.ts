import { relative, sep } from 'node:path';
import type { Catalog } from '../catalog/lookup.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Finding } from './finding.ts';
import type { Options } from './options.ts';
import { standardCatalog } from '../catalog/lookup.ts';
import { openSource } from '../project/files.ts';
import { isTestFile } from '../project/listing.ts';
import { packageOf } from '../project/package.ts';
import { declareModules } from '../project/resolve.ts';
import { registersItself } from '../project/tracker-home.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { findCallback, findMapped } from './callbacks.ts';
import { judgeLaunch } from './judge.ts';
import { groundOf } from './make-ground.ts';
import { originsOf } from './origins.ts';

/**
 * The promises that `source` launches in or below a handler and that nobody awaits, returns or tracks, in source order.
 * The one entry that the rule, the quick fixes, the codemod and the reports call.
 */
export function findUntracked(source: Source, options: Options, catalog: Catalog = standardCatalog()): Finding[] {
  if (!options.tests && isTestFile(relative(packageOf(source.path).root, source.path).split(sep).join('/'))) return [];
  // The tracker owns what it starts.
  if (registersItself(source.text)) return [];
  declareModules(catalog.described);
  if (options.reach === 'project') openSource(source);
  const origins = originsOf(source, catalog, options);
  if (origins === undefined) return [];
  const ground = groundOf(source, catalog, options.reach);
  const found: Finding[] = [];
  // Two launches under one `void` are two findings; what a callback returns that is itself reported is not.
  const seen = new Set<Node>();
  for (const call of outlineOf(source).calls) {
    const origin = origins(call);
    if (origin === undefined) continue;
    const judgement = judgeLaunch(call, origin, ground, options);
    for (const finding of ['finding' in judgement ? judgement.finding : undefined, findMapped(call, origin, ground), findCallback(call, origin, ground, options)]) {
      if (finding === undefined || !options.forms[finding.form] || seen.has(finding.launch) || seen.has(unwrap(finding.node))) continue;
      seen.add(finding.launch);
      found.push(finding);
    }
  }
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);
}
