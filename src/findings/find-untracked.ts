import type { CallNode } from '../syntax/call.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Finding, Origin } from './finding.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { CleanFiles } from './clean-files.ts';
import type { Escapes } from './escapes.ts';
import type { Options } from './options.ts';
import { isTestFile } from '../project/package-files.ts';
import { registersItself } from '../helper/home.ts';
import { enclosingFunction } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { recall, recallForMany } from './cache.ts';
import { withCauses } from './causes.ts';
import { escapesAt } from './escapes.ts';
import { contextOf } from './context.ts';
import { areOriginsKnown, originsOf } from './origins.ts';
import { EVERY_FUNCTION, ownedFunctionsOf } from './owned-functions.ts';

/** The result of inspecting a file. */
export interface Inspection {
  /** In source order. */
  readonly findings: readonly Finding[];
  /** Calls in or below a handler whose result is not used and that may or may not launch, in source order. */
  readonly unknown: readonly CallNode[];
}

const NOTHING: Inspection = { findings: [], unknown: [] };

/**
 * The promises that `source` launches in or below a handler and that no code awaits, returns or tracks, in source
 * order. The rule, the quick fixes and the codemod call this.
 */
export function findUntracked(
  source: Source,
  options: Options,
  evaluation: Evaluation,
  cleanFiles?: CleanFiles,
): readonly Finding[] {
  return find(source, options, evaluation, cleanFiles, false).findings;
}

/**
 * The same, with the calls that may or may not launch.
 *
 * @param cleanFiles - records the other files of the package, if its call graph is built for this one
 */
export function inspect(source: Source, options: Options, evaluation: Evaluation, cleanFiles?: CleanFiles): Inspection {
  return find(source, options, evaluation, cleanFiles, true);
}

function find(
  source: Source,
  options: Options,
  evaluation: Evaluation,
  cleanFiles: CleanFiles | undefined,
  wantsUnknown: boolean,
): Inspection {
  if (!options.tests && isTestFile(evaluation.workspace.packages.placeOf(source.path))) return NOTHING;
  // The tracker owns what it starts.
  if (registersItself(source.text)) return NOTHING;
  if (options.reach === 'project') evaluation.workspace.files.open(source);
  const context = contextOf(source, evaluation, options.reach);
  const judged = new Map<CallNode, Escapes>();
  const judge = (call: CallNode): Escapes => {
    const known = judged.get(call) ?? escapesAt(call, context, options);
    judged.set(call, known);
    return known;
  };
  const calls = (): readonly CallNode[] => outlineOf(source).calls;
  // Most files lose nothing, whoever runs them. The file alone shows that; who runs it takes the whole package.
  const losesFirst = cleanFiles === undefined && !areOriginsKnown(source.path, evaluation, options);
  if (losesFirst && losesNothing()) return NOTHING;
  if (options.reach === 'project') recall(source.path, evaluation);
  const origins = originsOf(source, evaluation, options, cleanFiles?.visit);
  if (origins === undefined) return NOTHING;
  const found: Finding[] = [];
  const unknown: CallNode[] = [];
  // Two launches under one `void` are two findings. A launch returned by a callback that is itself reported isn't
  // another.
  const seen = new Set<Node>();
  for (const call of calls()) {
    const origin = origins(call);
    if (origin === undefined || isTooUnsure(origin.evidence, options)) continue;
    const { escapes, isUnknown } = judge(call);
    if (isUnknown) unknown.push(call);
    for (const escape of escapes) {
      if (seen.has(escape.launch) || seen.has(unwrap(escape.node))) continue;
      const evidence = escape.evidence.step === 'name' ? 'likely' : origin.evidence;
      if (isTooUnsure(evidence, options)) continue;
      seen.add(escape.launch);
      found.push({ ...escape, origin: evidence === origin.evidence ? origin : { ...origin, evidence } });
    }
  }
  // A call that is reported for dropping its callback's promise isn't also listed for its own unknown value.
  const named = new Set<Node>(found.flatMap(({ launch, node, site }) => [launch, node, unwrap(node), site]));
  return {
    findings: withCauses(
      found.sort((a, b) => a.node.range[0] - b.node.range[0]),
      source,
      evaluation,
    ),
    unknown: unknown.filter((call) => !named.has(call)),
  };

  function losesNothing(): boolean {
    // Types know more, and depend on files that nothing keeps track of.
    if (wantsUnknown || options.reach !== 'project' || source.types !== undefined) return !calls().some(mayBeLost);
    recallForMany(source.path, evaluation);
    const all = { path: source.path, name: EVERY_FUNCTION };
    return ownedFunctionsOf(evaluation, options).isOwned(all, () => {
      evaluation.workspace.changes.reads.note(source.path);
      return !calls().some(mayBeLost);
    });
  }

  function mayBeLost(call: CallNode): boolean {
    if (enclosingFunction(call) === undefined) return false;
    const { escapes, isUnknown } = judge(call);
    return escapes.length > 0 || (wantsUnknown && isUnknown);
  }
}

function isTooUnsure(evidence: Origin['evidence'], options: Options): boolean {
  return options.evidence === 'sure' && evidence !== 'sure';
}
