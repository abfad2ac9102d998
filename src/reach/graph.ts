import type { Evaluation } from '../values/evaluation.ts';
import type { BuiltGraph, GraphOf } from './build-graph.ts';
import type { Graph } from './reached.ts';
import type { Summary } from './summary.ts';
import type { Visit } from './visit.ts';
import { forHandlers } from '../handlers/evaluation.ts';
import { perEvaluation } from '../values/per-evaluation.ts';
import { buildGraph, refreshAll } from './build-graph.ts';
import { followsInto } from './follows.ts';
import { reachedFrom } from './reached.ts';
import { mayHoldRoots } from './served.ts';
import { summaryAt } from './summaries.ts';
import { agreesOn } from './summary.ts';

interface KnownGraph extends BuiltGraph {
  readonly files: ReadonlySet<string>;
  /** Files that may hold handlers. */
  readonly roots: readonly string[];
  /** The visitor that received the graph's functions. */
  readonly visit: Visit | undefined;
  checkedAt: number;
}

/** How long a package counts as unchanged. A lint run asks once for each file. */
const FRESH_MS = 500;
/** By the evaluation for handlers, then by the other inputs as a string. */
const graphsOf = perEvaluation(() => new Map<string, KnownGraph>());

function knownGraphs({ evaluation }: GraphOf): Map<string, KnownGraph> {
  return graphsOf(forHandlers(evaluation));
}

function nameOf({ unit, evaluation, kinds, strict }: GraphOf): string {
  return JSON.stringify([unit, strict, [...kinds].sort(), [...evaluation.catalog.described].sort()]);
}

/**
 * The call graph from the handlers of a unit, wherever it leads. It is built again only if its inputs have changed.
 *
 * @param visit - receives the functions that the handlers run, if the graph is built
 */
export function graphFrom(asked: GraphOf, visit?: Visit): Graph {
  const { unit, evaluation } = asked;
  const { changes, files: texts, freshness, listings } = evaluation.workspace;
  const graphs = knownGraphs(asked);
  const name = nameOf(asked);
  const files = listings.filesOf(unit);
  const before = graphs.get(name);
  const isForThese = before?.files === files;
  if (isForThese && before.generation === changes.generation && freshness.isFresh(before.checkedAt, FRESH_MS))
    return before.graph;
  // These may find changed files, here and in other packages, so the known graph is compared afterwards.
  texts.checkAll();
  const roots = [...files].filter((path) => mayHoldRoots(path, evaluation));
  if (isForThese && isCurrent(before, asked, roots)) {
    before.checkedAt = Date.now();
    return before.graph;
  }
  const made = buildGraph(asked, roots, visit);
  graphs.set(name, { ...made, files, roots, visit, checkedAt: Date.now() });
  return made.graph;
}

/** The same graph, including the calls on the way to each function. It isn't stored. */
export function graphWithSteps(asked: GraphOf): Graph {
  graphFrom(asked);
  const { evaluation, kinds, strict } = asked;
  const shared = forHandlers(evaluation);
  const at = (path: string): Summary | undefined => summaryAt(path, shared);
  const roots = (knownGraphs(asked).get(nameOf(asked))?.roots ?? []).flatMap((path) => at(path)?.handlers() ?? []);
  const follows = followsInto(evaluation);
  return reachedFrom({ roots, summaryAt: at, kinds, followCalls: true, strict, follows, withSteps: true });
}

/** Whether `knownGraph` returns any graph at all. */
export function isAnyKnown(evaluation: Evaluation): boolean {
  const { generation } = evaluation.workspace.changes;
  return [...graphsOf(forHandlers(evaluation)).values()].some((known) => known.generation === generation);
}

/** The stored graph, if no change was found since it was last checked. */
export function knownGraph(asked: GraphOf): Graph | undefined {
  const known = knownGraphs(asked).get(nameOf(asked));
  return known?.generation === asked.evaluation.workspace.changes.generation ? known.graph : undefined;
}

/** Whether `visit` received the functions of the stored graph. */
export function isVisited(asked: GraphOf, visit: Visit): boolean {
  return knownGraphs(asked).get(nameOf(asked))?.visit === visit;
}

/**
 * Whether a graph is still valid. It is after an edit that neither adds nor removes a call of a function that handlers
 * run. Checking this is cheaper than another walk.
 */
function isCurrent(known: KnownGraph, { unit, evaluation }: GraphOf, roots: readonly string[]): boolean {
  const { changes } = evaluation.workspace;
  if (known.generation === changes.generation) return true;
  if (known.roots.length !== roots.length || known.roots.some((path, index) => path !== roots[index])) return false;
  refreshAll(unit, evaluation);
  const { generation } = changes;
  const shared = forHandlers(evaluation);
  for (const [path, summary] of known.summaries) {
    const present = summaryAt(path, shared);
    if (present === summary) continue;
    if (present === undefined || summary === undefined) return false;
    if (!agreesOn(known.names.get(path) ?? [], summary, present)) return false;
    known.summaries.set(path, present);
  }
  known.generation = generation;
  return true;
}

/**
 * Stores a graph of the same files that was built elsewhere. It is valid until something changes.
 *
 * @param visit - the visitor that received its functions
 */
export function giveGraph(asked: GraphOf, graph: Graph, visit?: Visit): void {
  const { changes, listings } = asked.evaluation.workspace;
  knownGraphs(asked).set(nameOf(asked), {
    graph,
    files: listings.filesOf(asked.unit),
    visit,
    roots: [],
    summaries: new Map(),
    names: new Map(),
    generation: changes.generation,
    checkedAt: Date.now(),
  });
}
