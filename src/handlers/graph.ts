import type { HandlerKind } from '../catalog/entry.ts';
import type { HandlerName } from './handler.ts';
import type { FunctionKey, Summary } from './summary.ts';

/** By which handler, and through which calls, a function is run. */
export interface Reached {
  readonly handler: HandlerName;
  /**
   * Labels of the functions between the handler and this one, this one included; empty for the handler itself and
   * functions written inside it.
   */
  readonly chain: readonly string[];
  /** How many other handlers reach it too. */
  readonly others: number;
}

/** Functions by qualified name, for one file. */
export type ReachedFunctions = ReadonlyMap<string, Reached>;

export interface MutableReached {
  readonly handler: HandlerName;
  readonly chain: readonly string[];
  others: number;
}

/** By file, then by qualified name. */
export type Graph = Map<string, Map<string, MutableReached>>;

/** From each handler through all calls; the first handler in file order names a function, the others are counted. */
export function walkGraph(
  summaries: readonly (Summary | undefined)[],
  summaryAt: (path: string) => Summary | undefined,
  kinds: ReadonlySet<HandlerKind>,
  followCalls: boolean,
): Graph {
  const graph: Graph = new Map();
  const handlers = new Set<MutableReached>();
  const roots = summaries
    .flatMap((summary) => summary?.handlers() ?? [])
    .filter(({ handler }) => kinds.has(handler.kind));
  // A handler is its own, whoever else calls it.
  for (const { key, handler } of roots) {
    if (entryOf(graph, key) === undefined) handlers.add(enter(graph, key, { handler, chain: [], others: 0 }));
  }
  for (const root of new Map(roots.map((handler) => [`${handler.key.path}#${handler.key.name}`, handler])).values()) {
    visitFrom(root.key, root.handler, { graph, handlers, summaryAt, followCalls });
  }
  return graph;
}

interface Walk {
  readonly graph: Graph;
  readonly handlers: ReadonlySet<MutableReached>;
  readonly summaryAt: (path: string) => Summary | undefined;
  readonly followCalls: boolean;
}

function visitFrom(start: FunctionKey, handler: HandlerName, { graph, handlers, summaryAt, followCalls }: Walk): void {
  const seen = new Set<unknown>();
  const pending: { key: FunctionKey; chain: readonly string[] }[] = [{ key: start, chain: [] }];
  for (const { key, chain } of pending) {
    const summary = summaryAt(key.path)?.functions.get(key.name);
    if (summary === undefined || seen.has(summary)) continue;
    seen.add(summary);
    const known = entryOf(graph, key);
    if (known === undefined) enter(graph, key, { handler, chain, others: 0 });
    else if (!handlers.has(known) && known.handler !== handler) known.others += 1;
    for (const name of summary.inner) pending.push({ key: { path: key.path, name }, chain });
    if (!followCalls) continue;
    for (const target of summary.calls()) {
      const label = summaryAt(target.path)?.functions.get(target.name)?.label ?? target.name;
      pending.push({ key: target, chain: [...chain, label] });
    }
  }
}

function entryOf(graph: Graph, { path, name }: FunctionKey): MutableReached | undefined {
  return graph.get(path)?.get(name);
}

function enter(graph: Graph, { path, name }: FunctionKey, reached: MutableReached): MutableReached {
  const file = graph.get(path) ?? new Map<string, MutableReached>();
  graph.set(path, file.set(name, reached));
  return reached;
}
