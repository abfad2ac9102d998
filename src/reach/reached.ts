import type { HandlerKind } from '../catalog/entry.ts';
import type { HandlerName } from '../handlers/handler.ts';
import type { ReachEvidence } from './evidence.ts';
import type { Edge } from './edges/index.ts';
import type { FunctionKey } from './function-key.ts';
import type { FunctionSummary, Root, Summary } from './summary.ts';
import type { Step } from './walk.ts';
import { isLikely, rankOf } from '../handlers/handler.ts';
import { countReaching } from './count-reaching.ts';
import { idOf } from './function-key.ts';
import { walk } from './walk.ts';

/** By which handler, and through which calls, a function is run. */
export interface Reached {
  readonly handler: HandlerName;
  /**
   * Labels of the functions between the handler and this one, this one included; empty for the handler itself and
   * functions written inside it.
   */
  readonly chain: readonly string[];
  /** Likely where the handler, or one of the calls on the way, is not known for sure. */
  readonly evidence: ReachEvidence;
  /** How many other handlers reach it too. */
  readonly others: number;
}

/** Functions by qualified name, for one file. */
export type ReachedFunctions = ReadonlyMap<string, Reached>;

/** By file, then by qualified name. */
export type Graph = ReadonlyMap<string, ReachedFunctions>;

/** What the walk from handlers carries to a function. */
interface Origin {
  readonly handler: HandlerName;
  readonly chain: readonly string[];
}

/** What a graph is made of. */
export interface GraphParts {
  /** In the order of files. */
  readonly roots: readonly Root[];
  readonly summaryAt: (path: string) => Summary | undefined;
  readonly kinds: ReadonlySet<HandlerKind>;
  readonly followCalls: boolean;
  /** Whether an edge that leaves a function is followed; all are when left out. */
  readonly follows?: (edge: Edge, from: FunctionKey) => boolean;
}

/**
 * From all handlers through all calls: sure ones until nothing is left to be found by them, then likely ones. The first
 * handler in the order of files names a function, the others are counted. Each function is entered once.
 */
export function reachedFrom({ roots: all, summaryAt, kinds, followCalls, follows = () => true }: GraphParts): Graph {
  const graph = new Map<string, Map<string, Reached>>();
  const named = namedRoots(all.filter(({ handler }) => kinds.has(handler.kind)));
  // A handler is its own, whoever else calls it; but what only its parameters say may be a part of one.
  const routes = named.filter(({ handler }) => handler.by !== 'parameters');
  for (const { key, handler } of routes)
    enter(graph, key, { handler, chain: [], evidence: evidenceOf(handler), others: 0 });
  const startsOf = (found: readonly NamedRoot[]): Step<Origin>[] =>
    found.map(({ key, handler }) => ({ key, carried: { handler, chain: [] } }));
  const [sure, unsure] = [named.filter(isSure), named.filter((root) => !isSure(root))];
  const seen = new Set<FunctionSummary>();
  const order: FunctionKey[] = [];
  const likely: Step<Origin>[] = [];
  const search = (steps: Iterable<Step<Origin>>, evidence: ReachEvidence): void => {
    walk(
      steps,
      { summaryAt, seen, order: 'short', followCalls },
      {
        enter: ({ key, carried }) => {
          order.push(key);
          if (graph.get(key.path)?.has(key.name) !== true) enter(graph, key, { ...carried, evidence, others: 0 });
        },
        along: (edge, { key, carried: { handler, chain } }) => {
          if (!follows(edge, key)) return undefined;
          const label = summaryAt(edge.to.path)?.functions.get(edge.to.name)?.label ?? edge.to.name;
          const carried = { handler, chain: [...chain, label] };
          if (evidence === 'likely' || edge.evidence === 'sure') return carried;
          likely.push({ key: edge.to, carried });
          return undefined;
        },
      },
    );
  };
  // One handler after the other: what an earlier one has entered leads nowhere that it has not been.
  for (const start of startsOf(sure)) search([start], 'sure');
  search([...startsOf(unsure), ...likely], 'likely');
  countOthers(graph, order, named, { summaryAt, followCalls, follows });
  return graph;
}

/** A function that is called from outside, by what says most of it, and how many routes lead to it. */
interface NamedRoot extends Root {
  readonly routes: number;
}

/** Each function once, in the order of files: named by its registration before its type, by that before its shape. */
function namedRoots(roots: readonly Root[]): NamedRoot[] {
  const byFunction = new Map<string, Root[]>();
  for (const root of roots) {
    const id = idOf(root.key);
    byFunction.set(id, [...(byFunction.get(id) ?? []), root]);
  }
  return [...byFunction.values()].flatMap((found) => {
    const best = found.reduce((known, other) => (rankOf(other.handler.by) < rankOf(known.handler.by) ? other : known));
    const rank = rankOf(best.handler.by);
    const routes = new Set(
      found.filter(({ handler }) => rankOf(handler.by) === rank).map(({ handler }) => handler.route),
    );
    return [{ ...best, routes: routes.size }];
  });
}

function isSure({ handler }: Root): boolean {
  return !isLikely(handler.by);
}

function evidenceOf({ by }: HandlerName): ReachEvidence {
  return isLikely(by) ? 'likely' : 'sure';
}

function enter(graph: Map<string, Map<string, Reached>>, { path, name }: FunctionKey, reached: Reached): void {
  const file = graph.get(path) ?? new Map<string, Reached>();
  graph.set(path, file.set(name, reached));
}

/** Fills in how many handlers reach each function besides the one that names it. */
function countOthers(
  graph: Map<string, Map<string, Reached>>,
  functions: readonly FunctionKey[],
  roots: readonly NamedRoot[],
  { summaryAt, followCalls, follows }: Required<Pick<GraphParts, 'summaryAt' | 'followCalls' | 'follows'>>,
): void {
  const places = new Map(functions.map((key, index) => [idOf(key), index]));
  const placeOf = (key: FunctionKey): number[] => {
    const place = places.get(idOf(key));
    return place === undefined ? [] : [place];
  };
  const next = functions.map(({ path, name }) => {
    const summary = summaryAt(path)?.functions.get(name);
    const called = followCalls ? (summary?.edges() ?? []).filter((edge) => follows(edge, { path, name })) : [];
    return [...(summary?.inner ?? []).map((inner) => ({ path, name: inner })), ...called.map(({ to }) => to)].flatMap(
      placeOf,
    );
  });
  const counted = countReaching(
    next,
    roots.flatMap(({ key, routes }) => Array.from({ length: routes }, () => key)).flatMap(placeOf),
  );
  const routesOf = new Map(roots.map(({ key, routes }) => [idOf(key), routes]));
  for (const [index, key] of functions.entries()) {
    const known = graph.get(key.path)?.get(key.name);
    // A handler is its own: it counts its routes, and nobody who calls it.
    const own = known?.chain.length === 0 && known.handler.by !== 'parameters' ? routesOf.get(idOf(key)) : undefined;
    const others = (own ?? counted[index] ?? 1) - 1;
    if (known !== undefined && others > 0) enter(graph, key, { ...known, others });
  }
}
