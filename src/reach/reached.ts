import type { HandlerKind } from '../catalog/entry.ts';
import type { HandlerName } from '../handlers/handler.ts';
import type { ReachEvidence } from './evidence.ts';
import type { Edge } from './edges/index.ts';
import type { FunctionKey } from './function-key.ts';
import type { Root } from './roots.ts';
import type { FunctionSummary, Summary } from './summary.ts';
import type { Phase } from './phase.ts';
import type { NamedRoot } from './named-roots.ts';
import type { Step } from './walk.ts';
import { countReaching } from './count-reaching.ts';
import { idOf } from './function-key.ts';
import { evidenceOf, isRegistered, isSelfDeclared, namedRoots } from './named-roots.ts';
import { phaseOf } from './phase.ts';
import { walk } from './walk.ts';

/** Which handler runs a function, and through which calls. */
export interface Reached {
  readonly handler: HandlerName;
  /**
   * Labels of the functions between the handler and this one, this one included; empty for the handler itself and
   * functions written inside it.
   */
  readonly chain: readonly string[];
  /** Likely if the handler, or one of the calls on the way, isn't certain. */
  readonly evidence: ReachEvidence;
  /** How many other handlers reach it. */
  readonly others: number;
  /** The calls on the way, in order; undefined unless requested. */
  readonly steps?: readonly ReachStep[];
}

/** One call on the way from a handler: which function it runs, and how that is known. */
export type ReachStep = Pick<Edge, 'to' | 'by' | 'evidence' | 'through'>;

/** Functions by qualified name, for one file. */
export type ReachedFunctions = ReadonlyMap<string, Reached>;

/** By file, then by qualified name. */
export type Graph = ReadonlyMap<string, ReachedFunctions>;

/** The data that the walk from handlers carries to a function. */
interface Origin {
  readonly handler: HandlerName;
  readonly chain: readonly string[];
  readonly steps?: readonly ReachStep[];
}

/** The inputs of a graph. */
export interface GraphParts {
  /** In the order of files. */
  readonly roots: readonly Root[];
  readonly summaryAt: (path: string) => Summary | undefined;
  readonly kinds: ReadonlySet<HandlerKind>;
  readonly followCalls: boolean;
  /** Whether functions count that are called only while the server starts or stops. */
  readonly strict?: boolean;
  /** Whether to follow an edge from a function. By default, all edges are followed. */
  readonly follows?: (edge: Edge, from: FunctionKey) => boolean;
  /** Whether to record the calls on the way. */
  readonly withSteps?: boolean;
}

/**
 * Walks from all handlers at once: through sure calls until they lead to nothing new, then through likely ones. A
 * function is named by the handler with the fewest calls on the way, and among equals by the first in the order of
 * files. The others are counted. Each function is entered once.
 */
export function reachedFrom(parts: GraphParts): Graph {
  const { roots: all, summaryAt, kinds, followCalls, strict = false, follows = () => true, withSteps = false } = parts;
  const runsIntervals = strict || kinds.has('timer');
  const graph = new Map<string, Map<string, Reached>>();
  const roots = namedRoots(all.filter(({ handler }) => kinds.has(handler.kind)));
  // A handler names itself, whoever else calls it.
  const isNamed = (root: Root): boolean => !isSelfDeclared(root.handler);
  for (const { key, handler } of roots.filter(isNamed))
    enter(graph, key, { handler, chain: [], evidence: evidenceOf(handler), others: 0 });
  const rootIds = new Set(roots.map(({ key }) => idOf(key)));
  const registered = new Set(all.flatMap(({ key, handler }) => (isRegistered(handler) ? [idOf(key)] : [])));
  const seen = new Set<FunctionSummary>();
  const order: FunctionKey[] = [];
  const likely: Step<Origin>[] = [];
  const search = (steps: Iterable<Step<Origin>>, evidence: ReachEvidence, followed = followCalls): void => {
    walk(
      steps,
      {
        summaryAt,
        seen,
        order: 'short',
        followCalls: followed,
        namesListeners: followCalls,
        runsIntervals,
        callsGivenBack: (key) => rootIds.has(idOf(key)),
        isRegistered: (key) => registered.has(idOf(key)),
      },
      {
        enter: ({ key, carried }) => {
          order.push(key);
          const known = graph.get(key.path)?.get(key.name);
          if (known === undefined) enter(graph, key, { ...carried, evidence, others: 0 });
          // Only likely a handler, but a sure one runs it.
          else if (known.evidence === 'likely' && evidence === 'sure') enter(graph, key, { ...known, evidence });
        },
        along: (edge, { key, carried: { handler, chain, steps = [] } }) => {
          if (!follows(edge, key) || (edge.handles !== undefined && !kinds.has(edge.handles.kind))) return undefined;
          const label = summaryAt(edge.to.path)?.functions.get(edge.to.name)?.label;
          const carried =
            edge.handles === undefined
              ? {
                  handler,
                  chain: label === undefined ? chain : [...chain, label],
                  ...(withSteps && { steps: [...steps, edge] }),
                }
              : { handler: { ...handler, ...edge.handles }, chain: [] };
          if (evidence === 'likely' || edge.evidence === 'sure') return carried;
          likely.push({ key: edge.to, carried });
          return undefined;
        },
      },
    );
  };
  const starts = (phase: Phase, evidence: ReachEvidence, fits: (root: Root) => boolean = () => true): Step<Origin>[] =>
    roots
      .filter((root) => fits(root) && phaseOf(root.handler.kind) === phase && evidenceOf(root.handler) === evidence)
      .map(({ key, handler }) => ({ key, carried: { handler, chain: [] } }));
  search(starts('serving', 'sure', isNamed), 'sure');
  // A self-declared handler that a route runs is named by that route.
  const unnamed = starts('serving', 'sure', (root) => !isNamed(root)).filter(
    ({ key }) => graph.get(key.path)?.has(key.name) !== true,
  );
  search(unnamed, 'sure');
  search(starts('startup', 'sure'), 'sure', followCalls && strict);
  search([...starts('serving', 'likely'), ...likely], 'likely');
  search(starts('startup', 'likely'), 'likely', followCalls && strict);
  const own = new Set(unnamed.map(({ key }) => idOf(key)));
  const counting = roots.filter(
    (root) =>
      (strict || phaseOf(root.handler.kind) === 'serving') &&
      (isNamed(root) || evidenceOf(root.handler) === 'likely' || own.has(idOf(root.key))),
  );
  countOthers(graph, order, counting, { summaryAt, followCalls, runsIntervals, follows, rootIds, registered });
  return graph;
}

function enter(graph: Map<string, Map<string, Reached>>, { path, name }: FunctionKey, reached: Reached): void {
  const file = graph.get(path) ?? new Map<string, Reached>();
  graph.set(path, file.set(name, reached));
}

interface Counting extends Required<Pick<GraphParts, 'summaryAt' | 'followCalls' | 'follows'>> {
  readonly runsIntervals: boolean;
  readonly rootIds: ReadonlySet<string>;
  readonly registered: ReadonlySet<string>;
}

/** Fills in how many handlers reach each function besides the one that names it. */
function countOthers(
  graph: Map<string, Map<string, Reached>>,
  functions: readonly FunctionKey[],
  roots: readonly NamedRoot[],
  { summaryAt, followCalls, runsIntervals, follows, rootIds, registered }: Counting,
): void {
  const places = new Map(functions.map((key, index) => [idOf(key), index]));
  const placeOf = (key: FunctionKey): number[] => {
    const place = places.get(idOf(key));
    return place === undefined ? [] : [place];
  };
  const next = functions.map((key) => {
    const { path, name } = key;
    const summary = summaryAt(path)?.functions.get(name);
    if (summary === undefined) return [];
    const { inner, apart, heard, timed } = summary;
    const within = [
      inner,
      !followCalls || rootIds.has(idOf(key)) ? apart : [],
      followCalls ? [] : heard,
      runsIntervals ? timed : [],
    ]
      .flat()
      .map((written) => ({ path, name: written }))
      .filter((written) => !registered.has(idOf(written)));
    const called = followCalls
      ? summary.edges().filter((edge) => edge.handles === undefined && follows(edge, key))
      : [];
    return [...within, ...called.map(({ to }) => to)].flatMap(placeOf);
  });
  const counted = countReaching(
    next,
    roots.flatMap(({ key, routes }) => Array.from({ length: routes }, () => key)).flatMap(placeOf),
  );
  const routesOf = new Map(roots.map(({ key, routes }) => [idOf(key), routes]));
  for (const [index, key] of functions.entries()) {
    const known = graph.get(key.path)?.get(key.name);
    // A handler counts its own routes, and not the handlers that call it.
    const own = rootIds.has(idOf(key)) ? routesOf.get(idOf(key)) : undefined;
    const others = (own ?? (rootIds.has(idOf(key)) ? 1 : (counted[index] ?? 1))) - 1;
    if (known !== undefined && others > 0) enter(graph, key, { ...known, others });
  }
}
