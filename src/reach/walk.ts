import type { Edge } from './edges/index.ts';
import type { FunctionKey } from './function-key.ts';
import type { FunctionSummary, Summary } from './summary.ts';

/** A function on the way, with what the walk carries to it. */
export interface Step<Carried> {
  readonly key: FunctionKey;
  readonly carried: Carried;
}

export interface Visitor<Carried> {
  /** Is given each function once, with its edges, before those that it runs. */
  readonly enter?: (step: Step<Carried>, summary: FunctionSummary, edges: readonly Edge[]) => void;
  /** What is carried along an edge; undefined where it is not followed. */
  readonly along: (edge: Edge, from: Step<Carried>) => Carried | undefined;
}

export interface Walk {
  readonly summaryAt: (path: string) => Summary | undefined;
  /** Functions that were entered; may be shared by several walks, which then enter no function twice. */
  readonly seen: Set<FunctionSummary>;
  /**
   * `near` first goes to the end of one way, so that code is asked for together that stands together; `short` takes the
   * functions of the fewest edges first.
   */
  readonly order: 'near' | 'short';
  /** Whether calls are followed, or only functions that are written inside others. */
  readonly followCalls?: boolean;
}

/** Goes from some functions to all that they run. What is written inside a function is taken for run by it. */
export function walk<Carried>(
  starts: Iterable<Step<Carried>>,
  { summaryAt, seen, order, followCalls = true }: Walk,
  { enter, along }: Visitor<Carried>,
): void {
  const pending = [...starts];
  const take = order === 'near' ? () => pending.pop() : queued(pending);
  for (let step = take(); step !== undefined; step = take()) {
    const { path, name } = step.key;
    const summary = summaryAt(path)?.functions.get(name);
    if (summary === undefined || seen.has(summary)) continue;
    seen.add(summary);
    const edges = followCalls ? summary.edges() : [];
    enter?.(step, summary, edges);
    for (const inner of summary.inner) pending.push({ key: { path, name: inner }, carried: step.carried });
    for (const edge of edges) {
      const carried = along(edge, step);
      if (carried !== undefined) pending.push({ key: edge.to, carried });
    }
  }
}

/** Takes from the beginning of a list that grows meanwhile. */
function queued<Item>(items: readonly Item[]): () => Item | undefined {
  let next = 0;
  return () => items[next++];
}
