import type { Edge } from './edges/index.ts';
import type { FunctionKey } from './function-key.ts';
import type { FunctionSummary, Summary } from './summary.ts';

/** A function on the way, with what the walk carries to it. */
export interface Step<Carried> {
  readonly key: FunctionKey;
  readonly carried: Carried;
}

export interface Visitor<Carried> {
  /** Receives each function once, with its edges, before the functions that it runs. */
  readonly enter?: (step: Step<Carried>, summary: FunctionSummary, edges: readonly Edge[]) => void;
  /** Receives a function that is not in its file. */
  readonly miss?: (key: FunctionKey) => void;
  /** Returns the data to carry along an edge; undefined if the edge isn't followed. */
  readonly along: (edge: Edge, from: Step<Carried>) => Carried | undefined;
}

export interface Walk {
  readonly summaryAt: (path: string) => Summary | undefined;
  /** Functions already entered. Walks that share the set enter no function twice. */
  readonly seen: Set<FunctionSummary>;
  /**
   * `near` goes depth first, so that code in the same files is read together. `short` enters the functions with the
   * fewest edges on the way first.
   */
  readonly order: 'near' | 'short';
  /** Whether to follow calls. If not, the walk enters only inner functions, including those that run later. */
  readonly followCalls?: boolean;
  /**
   * Whether a listener inside a function is entered by the edge to it, which says what it listens to, although calls
   * aren't followed.
   */
  readonly namesListeners?: boolean;
  /**
   * Whether an interval runs as part of the function that sets it, even if it outlives that function. The default is
   * true.
   */
  readonly runsIntervals?: boolean;
  /** Whether the functions that a function returns are called too. By default, all are. */
  readonly callsGivenBack?: (key: FunctionKey) => boolean;
  /** Whether an inner function is called by something else, and doesn't run with the function around it. */
  readonly isRegistered?: (key: FunctionKey) => boolean;
}

/** Walks from some functions to all that they run. */
export function walk<Carried>(
  starts: Iterable<Step<Carried>>,
  {
    summaryAt,
    seen,
    order,
    followCalls = true,
    namesListeners = false,
    runsIntervals = true,
    callsGivenBack = () => true,
    isRegistered = () => false,
  }: Walk,
  { enter, miss, along }: Visitor<Carried>,
): void {
  let pending = order === 'near' ? [...starts] : [...starts].reverse();
  let next = order === 'near' ? pending : [];
  for (;;) {
    const step = pending.pop();
    if (step === undefined) {
      if (next.length === 0) return;
      pending = next.reverse();
      next = [];
      continue;
    }
    const { path, name } = step.key;
    const summary = summaryAt(path)?.functions.get(name);
    if (summary === undefined) miss?.(step.key);
    if (summary === undefined || seen.has(summary)) continue;
    seen.add(summary);
    const edges = followCalls ? summary.edges() : [];
    enter?.(step, summary, edges);
    const given = !followCalls || callsGivenBack(step.key) ? summary.apart : [];
    const heard = followCalls ? [] : summary.heard;
    const timed = runsIntervals ? summary.timed : [];
    const listening =
      namesListeners && heard.length > 0 ? summary.edges().filter((edge) => edge.handles !== undefined) : [];
    for (const inner of [summary.inner, given, heard, timed].flat()) {
      const key = { path, name: inner };
      const edge = listening.find(({ to }) => to.path === path && to.name === inner);
      const carried = edge === undefined ? step.carried : along(edge, step);
      if (carried !== undefined && !isRegistered(key)) pending.push({ key, carried });
    }
    for (const edge of edges) {
      const carried = along(edge, step);
      if (carried !== undefined) next.push({ key: edge.to, carried });
    }
  }
}
