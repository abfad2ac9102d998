import type { CallNode } from '../syntax/call.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Finding, Origin } from './finding.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { CleanFiles } from './clean-files.ts';
import type { Options } from './options.ts';
import { isTestFile } from '../project/listing.ts';
import { registersItself } from '../helper/home.ts';
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
  evaluation: Evaluation,
  cleanFiles?: CleanFiles,
): readonly Finding[] {
  return inspect(source, options, evaluation, cleanFiles).findings;
}

/**
 * The same, with what could not be known.
 *
 * @param cleanFiles - takes note of the other files of the package, where its call graph is made for this one
 */
export function inspect(source: Source, options: Options, evaluation: Evaluation, cleanFiles?: CleanFiles): Inspection {
  if (!options.tests && isTestFile(evaluation.workspace.packages.placeOf(source.path))) return NOTHING;
  // The tracker owns what it starts.
  if (registersItself(source.text)) return NOTHING;
  if (options.reach === 'project') evaluation.workspace.files.open(source);
  const origins = originsOf(source, evaluation, options, cleanFiles?.visit);
  if (origins === undefined) return NOTHING;
  const context = contextOf(source, evaluation, options.reach);
  const found: Finding[] = [];
  const unknown: CallNode[] = [];
  // Two launches under one `void` are two findings; what a callback returns that is itself reported is not.
  const seen = new Set<Node>();
  for (const call of outlineOf(source).calls) {
    const origin = origins(call);
    if (origin === undefined || isTooUnsure(origin.evidence, options)) continue;
    const { escapes, isUnknown } = escapesAt(call, context, options);
    if (isUnknown) unknown.push(call);
    for (const escape of escapes) {
      if (seen.has(escape.launch) || seen.has(unwrap(escape.node))) continue;
      const evidence = escape.evidence.step === 'name' ? 'likely' : origin.evidence;
      if (isTooUnsure(evidence, options)) continue;
      seen.add(escape.launch);
      found.push({ ...escape, origin: evidence === origin.evidence ? origin : { ...origin, evidence } });
    }
  }
  // A call that drops the promise of its callback yields something of its own, of which nothing need be known.
  const named = new Set<Node>(found.flatMap(({ launch, node, site }) => [launch, node, unwrap(node), site]));
  return {
    findings: found.sort((a, b) => a.node.range[0] - b.node.range[0]),
    unknown: unknown.filter((call) => !named.has(call)),
  };
}

function isTooUnsure(evidence: Origin['evidence'], options: Options): boolean {
  return options.evidence === 'sure' && evidence !== 'sure';
}
