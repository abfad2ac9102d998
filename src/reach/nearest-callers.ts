import type { HandlerName } from '../handlers/handler.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { FunctionKey } from './function-key.ts';
import type { Gap } from './gaps.ts';
import type { ReachStep } from './reached.ts';
import { join } from 'node:path';
import { forHandlers } from '../handlers/evaluation.ts';
import { filesMentioning } from '../project/mentions.ts';
import { idOf } from './function-key.ts';
import { gapsOf } from './gaps.ts';
import { isServing } from './phase.ts';
import { summaryAt } from './summaries.ts';

/** An outermost known caller of a function that no handler runs, and why the search ends there. */
export interface Nearest {
  /** Undefined for top-level code of a file. */
  readonly from: FunctionKey | undefined;
  /** The caller's file. */
  readonly path: string;
  /** The calls from it to the function that was asked about; empty if it is that function. */
  readonly steps: readonly ReachStep[];
  /** Set if the caller is a handler itself, but one that doesn't count here. */
  readonly handler?: HandlerName;
  /** False if its path suggests that no server runs it. */
  readonly isServing: boolean;
  /** Calls that may lead to it, but aren't known to. */
  readonly gaps: readonly Gap[];
}

/** Limits of the search: functions on the way back, and files for each of them. */
const MOST_FUNCTIONS = 60;
const MOST_FILES = 40;
/** The most callers to return. */
const MOST = 3;

/**
 * The callers of a function, back to those without known callers. `explain` shows them for a place that no handler
 * reaches. Handlers come first, then functions with gaps, then others; among equals, the nearest.
 */
export function nearestCallers(key: FunctionKey, evaluation: Evaluation): Nearest[] {
  const shared = forHandlers(evaluation);
  const seen = new Set([idOf(key)]);
  const pending: { key: FunctionKey; steps: readonly ReachStep[] }[] = [{ key, steps: [] }];
  const found: Nearest[] = [];
  for (const { key: at, steps } of pending) {
    const summary = summaryAt(at.path, shared);
    const handler = summary?.handlers().find((root) => idOf(root.key) === idOf(at))?.handler;
    const callers = handler === undefined ? callersOf(at, shared) : [];
    for (const { from, path, step } of callers) {
      const way = step === undefined ? steps : [step, ...steps];
      if (from === undefined) found.push({ from, path, steps: way, isServing: true, gaps: [] });
      else if (!seen.has(idOf(from)) && seen.size < MOST_FUNCTIONS) {
        seen.add(idOf(from));
        pending.push({ key: from, steps: way });
      }
    }
    if (callers.some(({ from }) => from !== undefined)) continue;
    const gaps = handler === undefined ? gapsOf(at, filesNaming(at, shared), shared) : [];
    if (callers.length > 0 && gaps.length === 0) continue;
    found.push({
      from: at,
      path: at.path,
      steps,
      isServing: isServing(at.path, shared),
      gaps,
      ...(handler !== undefined && { handler }),
    });
  }
  const rank = ({ from, handler, gaps }: Nearest): number =>
    handler !== undefined ? 0 : gaps.length > 0 ? 1 : from !== undefined ? 2 : 3;
  return found.sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
}

interface Caller {
  readonly from: FunctionKey | undefined;
  readonly path: string;
  /** Undefined if the function is written inside the caller, and runs with it. */
  readonly step: ReachStep | undefined;
}

function callersOf(key: FunctionKey, shared: Evaluation): Caller[] {
  const { path } = key;
  const around = [...(summaryAt(path, shared)?.functions ?? [])].flatMap(([name, { inner }]) =>
    inner.includes(key.name) ? [{ from: { path, name }, path, step: undefined }] : [],
  );
  const calling = filesNaming(key, shared).flatMap((file) => {
    const summary = summaryAt(file, shared);
    if (summary === undefined) return [];
    const leads = (edges: readonly ReachStep[]): ReachStep | undefined =>
      edges.find(({ to }) => idOf(to) === idOf(key));
    const callers: Caller[] = [...summary.functions].flatMap(([name, { edges }]) => {
      const step = name === key.name && file === path ? undefined : leads(edges());
      return step === undefined ? [] : [{ from: { path: file, name }, path: file, step }];
    });
    // Top-level code that passes the function on is a gap, because the receiver runs it.
    const step = leads(summary.top().filter(({ by }) => by !== 'handed-over'));
    return step === undefined ? callers : [...callers, { from: undefined, path: file, step }];
  });
  return [...around, ...calling];
}

/**
 * The files that mention a function's name, in its package and in those that depend on it. Its own file comes first.
 */
function filesNaming({ path, name }: FunctionKey, shared: Evaluation): string[] {
  const { workspace } = shared;
  const label = summaryAt(path, shared)?.functions.get(name)?.label;
  if (label === undefined) return [];
  // A default export has another name wherever it is called.
  const word = label === 'default' ? undefined : label;
  const { root } = workspace.packages.of(path);
  const roots = [root, ...workspace.groups.of(join(root, 'any.js')).dependentsOf(root)];
  const named = word === undefined ? [] : roots.flatMap((each) => filesMentioning(workspace, each, word));
  return [...new Set([path, ...named])].slice(0, MOST_FILES);
}
