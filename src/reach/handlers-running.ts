import type { Evaluation } from '../values/evaluation.ts';
import type { FunctionKey } from './function-key.ts';
import type { Root } from './roots.ts';
import type { FunctionSummary } from './summary.ts';
import { forHandlers } from '../handlers/evaluation.ts';
import { addTo } from '../syntax/grouping.ts';
import { perUnit } from '../values/per-evaluation.ts';
import { callersOf } from './callers.ts';
import { followsInto } from './follows.ts';
import { idOf } from './function-key.ts';
import { mayHoldRoots } from './served.ts';
import { summaryAt } from './summaries.ts';
import { walk } from './walk.ts';

/** Who runs the functions that the handlers of a unit of files run. */
interface Callers {
  /** The functions that run a function, by its id. */
  readonly of: ReadonlyMap<string, readonly FunctionKey[]>;
  readonly roots: ReadonlyMap<string, readonly Root[]>;
}

/**
 * All handlers that run a function. A graph names only one of them and counts the others; here, each one matters. What
 * a function returns counts as run by it, so there may be a handler too many, but none is missing.
 */
export function handlersRunning(key: FunctionKey, evaluation: Evaluation): readonly Root[] {
  const unit = evaluation.workspace.listings.unitOf(key.path);
  return callersOf(unit, evaluation).flatMap((caller) => {
    const callers = callersIn(caller, forHandlers(evaluation));
    const pending = [key];
    const seen = new Set([idOf(key)]);
    for (const each of pending) {
      for (const from of callers.of.get(idOf(each)) ?? []) {
        if (seen.has(idOf(from))) continue;
        seen.add(idOf(from));
        pending.push(from);
      }
    }
    return pending.flatMap((each) => callers.roots.get(idOf(each)) ?? []);
  });
}

function rootsOf(unit: string, evaluation: Evaluation): Root[] {
  return [...evaluation.workspace.listings.filesOf(unit)]
    .filter((path) => mayHoldRoots(path, evaluation))
    .flatMap((path) => summaryAt(path, evaluation)?.handlers() ?? []);
}

const callersIn = perUnit((unit, evaluation): Callers => {
  const handlers = rootsOf(unit, evaluation);
  const of = new Map<string, FunctionKey[]>();
  const roots = new Map<string, Root[]>();
  for (const root of handlers) addTo(roots, idOf(root.key), root);
  const follows = followsInto(evaluation);
  const carried = true;
  walk(
    handlers.map(({ key }) => ({ key, carried })),
    { summaryAt: (path) => summaryAt(path, evaluation), seen: new Set<FunctionSummary>(), order: 'near' },
    {
      enter: ({ key }, { inner, apart, timed }) => {
        for (const name of [inner, apart, timed].flat()) addTo(of, idOf({ path: key.path, name }), key);
      },
      along: (edge, { key }) => {
        if (!follows(edge, key)) return undefined;
        addTo(of, idOf(edge.to), key);
        return carried;
      },
    },
  );
  return { of, roots };
});
