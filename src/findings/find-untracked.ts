import type { Catalog } from '../catalog/lookup.ts';
import type { CallNode } from '../syntax/call.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Finding } from './finding.ts';
import type { FirstLook } from './first-look.ts';
import type { Options } from './options.ts';
import { standardCatalog } from '../catalog/lookup.ts';
import { openSource } from '../project/files.ts';
import { isTestFile } from '../project/listing.ts';
import { placeInPackage } from '../project/package.ts';
import { declareModules } from '../project/resolve.ts';
import { registersItself } from '../project/tracker-home.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { escapesAt } from './escapes.ts';
import { contextOf } from './context.ts';
import { originsOf } from './origins.ts';

/** What is found out about a file. */
export interface Inspection {
  /** In source order. */
  readonly findings: readonly Finding[];
  /**
   * Calls in or below a handler whose result is not used, and of which it cannot be known whether they launch; in
   * source order.
   */
  readonly unknown: readonly CallNode[];
}

const NOTHING: Inspection = { findings: [], unknown: [] };

/**
 * The promises that `source` launches in or below a handler and that no code awaits, returns or tracks, in source order.
 * What the rule, the quick fixes and the codemod call.
 */
export function findUntracked(
  source: Source,
  options: Options,
  catalog: Catalog = standardCatalog(),
  firstLook?: FirstLook,
): readonly Finding[] {
  return inspect(source, options, catalog, firstLook).findings;
}

/**
 * The same, with what could not be known.
 *
 * @param firstLook - takes note of the other files of the package, where its call graph is made for this one
 */
export function inspect(
  source: Source,
  options: Options,
  catalog: Catalog = standardCatalog(),
  firstLook?: FirstLook,
): Inspection {
  if (!options.tests && isTestFile(placeInPackage(source.path))) return NOTHING;
  // The tracker owns what it starts.
  if (registersItself(source.text)) return NOTHING;
  declareModules(catalog.described);
  if (options.reach === 'project') openSource(source);
  const origins = originsOf(source, catalog, options, firstLook?.look);
  if (origins === undefined) return NOTHING;
  const context = contextOf(source, catalog, options.reach);
  const found: Finding[] = [];
  const unknown: CallNode[] = [];
  // Two launches under one `void` are two findings; what a callback returns that is itself reported is not.
  const seen = new Set<Node>();
  for (const call of outlineOf(source).calls) {
    const origin = origins(call);
    if (origin === undefined) continue;
    const { escapes, isUnknown } = escapesAt(call, context, options);
    if (isUnknown) unknown.push(call);
    for (const escape of escapes) {
      if (seen.has(escape.launch) || seen.has(unwrap(escape.node))) continue;
      seen.add(escape.launch);
      found.push({ ...escape, origin });
    }
  }
  return { findings: found.sort((a, b) => a.node.range[0] - b.node.range[0]), unknown };
}
