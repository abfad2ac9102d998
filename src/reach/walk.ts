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
  /** Whether calls are followed, or only functions that are written inside others; those are then all entered. */
  readonly followCalls?: boolean;
  /** Whether intervals that outlive the function which sets them run as part of it; they do when left out. */
  readonly runsIntervals?: boolean;
  /** Whether functions that a function gives back are called, too; all are when left out. */
  readonly callsGivenBack?: (key: FunctionKey) => boolean;
  /** Whether a function written inside another has callers of its own, and does not run with that one. */
  readonly isRegistered?: (key: FunctionKey) => boolean;
}

/** Goes from some functions to all that they run. */
export function walk<Carried>(
  starts: Iterable<Step<Carried>>,
  {
    summaryAt,
    seen,
    order,
    followCalls = true,
    runsIntervals = true,
    callsGivenBack = () => true,
    isRegistered = () => false,
  }: Walk,
  { enter, along }: Visitor<Carried>,
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
    if (summary === undefined || seen.has(summary)) continue;
    seen.add(summary);
    const edges = followCalls ? summary.edges() : [];
    enter?.(step, summary, edges);
    const given = !followCalls || callsGivenBack(step.key) ? summary.apart : [];
    const heard = followCalls ? [] : summary.heard;
    const timed = runsIntervals ? summary.timed : [];
    for (const inner of [summary.inner, given, heard, timed].flat()) {
      const key = { path, name: inner };
      if (!isRegistered(key)) pending.push({ key, carried: step.carried });
    }
    for (const edge of edges) {
      const carried = along(edge, step);
      if (carried !== undefined) next.push({ key: edge.to, carried });
    }
  }
}
