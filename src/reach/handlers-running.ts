import type { Evaluation } from '../values/evaluation.ts';
import type { FunctionKey } from './function-key.ts';
import type { Root } from './roots.ts';
import type { FunctionSummary } from './summary.ts';
import { forHandlers, recognitionOf } from '../handlers/evaluation.ts';
import { mayHoldHandlers } from '../handlers/prefilter.ts';
import { perWorkspace } from '../project/workspace.ts';
import { addTo } from '../syntax/grouping.ts';
import { callersOf } from './callers.ts';
import { followsInto } from './follows.ts';
import { idOf } from './function-key.ts';
import { isServed } from './served.ts';
import { summaryAt } from './summaries.ts';
import { walk } from './walk.ts';

/** Who runs the functions that the handlers of a unit of files run. */
interface Callers {
  readonly generation: number;
  /** The functions that run a function, by its id. */
  readonly of: ReadonlyMap<string, readonly FunctionKey[]>;
  readonly roots: ReadonlyMap<string, readonly Root[]>;
}

const knownOf = perWorkspace(() => new Map<Evaluation, Map<string, Callers>>());

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

function callersIn(unit: string, evaluation: Evaluation): Callers {
  const { changes } = evaluation.workspace;
  const byUnit = knownOf(evaluation.workspace).get(evaluation) ?? new Map<string, Callers>();
  knownOf(evaluation.workspace).set(evaluation, byUnit);
  const known = byUnit.get(unit);
  if (known?.generation === changes.generation) return known;
  const found = findCallers(rootsOf(unit, evaluation), evaluation);
  const made = { ...found, generation: changes.generation };
  byUnit.set(unit, made);
  return made;
}

function rootsOf(unit: string, evaluation: Evaluation): Root[] {
  const { files, listings } = evaluation.workspace;
  const recognition = recognitionOf(evaluation);
  return [...listings.filesOf(unit)]
    .filter((path) => isServed(path, evaluation) && mayHoldHandlers(path, files.textAt(path), recognition))
    .flatMap((path) => summaryAt(path, evaluation)?.handlers() ?? []);
}

function findCallers(handlers: readonly Root[], evaluation: Evaluation): Omit<Callers, 'generation'> {
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
}
