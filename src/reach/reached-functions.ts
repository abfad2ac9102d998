import type { HandlerKind } from '../catalog/entry.ts';
import type { Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { GraphOf } from './build-graph.ts';
import type { Graph, Reached, ReachedFunctions } from './reached.ts';
import type { Reach } from '../handlers/reaches.ts';
import type { Summary } from './summary.ts';
import type { Visit } from './visit.ts';
import { forHandlers, recognitionOf } from '../handlers/evaluation.ts';
import { mayHoldHandlers } from '../handlers/prefilter.ts';
import { followsInto } from './follows.ts';
import { callersOf } from './callers.ts';
import { graphFrom, graphWithSteps, isAnyKnown, isVisited, knownGraph } from './graph.ts';
import { reachedFrom } from './reached.ts';
import { summaryAt } from './summaries.ts';
import { summarise } from './summary.ts';

const NO_FUNCTIONS: ReadonlyMap<string, Reached> = new Map();

/** What counts: the kinds of handlers, and whether functions count that only a lifecycle hook calls. */
export interface Counted {
  readonly kinds: ReadonlySet<HandlerKind>;
  readonly strict: boolean;
}

/**
 * The functions of `source` that a handler runs, as far as `reach` goes. Empty for `all`, which needs no handlers.
 *
 * @param visit - receives the functions that handlers run, if a call graph is built for this file
 */
export function reachedFunctions(
  source: Source,
  evaluation: Evaluation,
  reach: Reach,
  { kinds, strict }: Counted,
  visit?: Visit,
): ReachedFunctions {
  return reachedBy(source, evaluation, reach, { kinds, strict }, false, (asked) => graphFrom(asked, visit));
}

/** The same, including the calls on the way to each function. */
export function reachedWithSteps(
  source: Source,
  evaluation: Evaluation,
  reach: Reach,
  counted: Counted,
): ReachedFunctions {
  return reachedBy(source, evaluation, reach, counted, true, graphWithSteps);
}

function reachedBy(
  source: Source,
  evaluation: Evaluation,
  reach: Reach,
  { kinds, strict }: Counted,
  withSteps: boolean,
  graphOf: (asked: GraphOf) => Graph,
): ReachedFunctions {
  if (reach === 'all') return NO_FUNCTIONS;
  const { path } = source;
  const follows = followsInto(evaluation);
  if (reach !== 'project') {
    // Reach `project` skips such files without parsing them, so this does too. Most files hold no handler, and finding
    // that out from their code would require following every callee.
    const recognition = recognitionOf(evaluation);
    if (!mayHoldHandlers(path, source.text, recognition)) return NO_FUNCTIONS;
    // Only the file itself counts, and not what others put on a framework's objects.
    const summary = summarise(() => source, recognition);
    const at = (asked: string): typeof summary => (asked === path ? summary : undefined);
    const roots = summary?.handlers() ?? [];
    return (
      reachedFrom({ roots, summaryAt: at, kinds, followCalls: reach === 'file', strict, follows, withSteps }).get(
        path,
      ) ?? NO_FUNCTIONS
    );
  }
  const { listings } = evaluation.workspace;
  const unit = listings.unitOf(path);
  const reached = merged(
    callersOf(unit, evaluation).map((caller) => graphOf({ unit: caller, evaluation, kinds, strict }).get(path)),
  );
  if (listings.filesOf(unit).has(path)) return reached;
  // A file outside the package's listing (a test, a virtual file) adds its own handlers.
  const shared = forHandlers(evaluation);
  const summary = summarise(() => source, shared);
  const at = (asked: string): Summary | undefined => (asked === path ? summary : summaryAt(asked, shared));
  const own = reachedFrom({
    roots: summary?.handlers() ?? [],
    summaryAt: at,
    kinds,
    followCalls: true,
    strict,
    follows,
    withSteps,
  });
  return new Map([...(own.get(path) ?? NO_FUNCTIONS), ...reached]);
}

/**
 * Whether `visit` received all functions of a file that handlers run. Then all graphs that may lead to the file have
 * been built, and with this visitor.
 */
export function isAllVisited(path: string, evaluation: Evaluation, { kinds, strict }: Counted, visit: Visit): boolean {
  const { listings } = evaluation.workspace;
  const unit = listings.unitOf(path);
  if (!listings.filesOf(unit).has(path)) return false;
  return callersOf(unit, evaluation).every((caller) => isVisited({ unit: caller, evaluation, kinds, strict }, visit));
}

/** Whether all graphs that may lead to a file exist, and no change was found since they were last checked. */
export function isReachKnown(path: string, evaluation: Evaluation, { kinds, strict }: Counted): boolean {
  // Finding out which graphs would be needed takes longer than judging a file that loses nothing.
  if (!isAnyKnown(evaluation)) return false;
  const unit = evaluation.workspace.listings.unitOf(path);
  return callersOf(unit, evaluation).every(
    (caller) => knownGraph({ unit: caller, evaluation, kinds, strict }) !== undefined,
  );
}

/** Whether the known graphs show, without reading the file, that no handler runs anything in it. */
export function isUnreached(path: string, evaluation: Evaluation, { kinds, strict }: Counted): boolean {
  const unit = evaluation.workspace.listings.unitOf(path);
  return (
    evaluation.workspace.listings.filesOf(unit).has(path) &&
    callersOf(unit, evaluation).every((caller) => {
      const graph = knownGraph({ unit: caller, evaluation, kinds, strict });
      return graph !== undefined && !graph.has(path);
    })
  );
}

/**
 * Merges what several graphs say about a file. A handler names itself. Any other function is named by the first handler
 * that surely runs it, or by the first at all, and the handlers in the other graphs are counted.
 */
function merged(graphs: readonly (ReachedFunctions | undefined)[]): ReachedFunctions {
  const some = graphs.filter((each) => each !== undefined);
  const [first = NO_FUNCTIONS, ...others] = some;
  if (others.length === 0) return first;
  const all = new Map<string, Reached>();
  for (const name of new Set(some.flatMap((each) => [...each.keys()]))) {
    const found = some.map((each) => each.get(name)).filter((each) => each !== undefined);
    const own = found.find(({ chain }) => chain.length === 0);
    const chosen = own ?? found.find(({ evidence }) => evidence === 'sure') ?? found[0];
    if (chosen === undefined) continue;
    const counted = found.reduce((sum, each) => sum + each.others + 1, -1);
    all.set(name, own ?? { ...chosen, others: counted });
  }
  return all;
}
