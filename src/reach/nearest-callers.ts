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

/** An outermost caller of a function that no handler runs, as far as it is known, and why nothing goes on from there. */
export interface Nearest {
  /** Undefined where it is the code of a file outside of its functions. */
  readonly from: FunctionKey | undefined;
  /** The file that it is in. */
  readonly path: string;
  /** The calls from it to the function that was asked about; empty where it is that function. */
  readonly steps: readonly ReachStep[];
  /** It is a handler itself, though none that counts here. */
  readonly handler?: HandlerName;
  /** False where its place says that no server runs it. */
  readonly isServing: boolean;
  /** Calls that may lead to it, and of which that is not known. */
  readonly gaps: readonly Gap[];
}

/** So many functions are looked at on the way back, and so many files for each. */
const MOST_FUNCTIONS = 60;
const MOST_FILES = 40;
/** Of more, the nearest are given. */
const MOST = 3;

/**
 * Who calls a function, back to where nobody is known to: what `explain` says of a place that no handler reaches. The
 * nearest come first, and those before them that are handlers, or may be given to one.
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
  /** Undefined where the function is written in the caller, and runs with it. */
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
    // What is handed over there is a gap: somebody else runs it.
    const step = leads(summary.top().filter(({ by }) => by !== 'handed-over'));
    return step === undefined ? callers : [...callers, { from: undefined, path: file, step }];
  });
  return [...around, ...calling];
}

/** The files in which the name of a function stands, of its package and of those that depend on that; its own first. */
function filesNaming({ path, name }: FunctionKey, shared: Evaluation): string[] {
  const { workspace } = shared;
  const label = summaryAt(path, shared)?.functions.get(name)?.label;
  if (label === undefined) return [];
  // What is exported as the default has another name wherever it is called.
  const word = label === 'default' ? undefined : label;
  const { root } = workspace.packages.of(path);
  const roots = [root, ...workspace.groups.of(join(root, 'any.js')).dependentsOf(root)];
  const named = word === undefined ? [] : roots.flatMap((each) => filesMentioning(workspace, each, word));
  return [...new Set([path, ...named])].slice(0, MOST_FILES);
}
