import type { HandlerKind } from '../catalog/entry.ts';
import type { Catalog } from '../catalog/lookup.ts';
import type { Graph } from './graph.ts';
import type { Look } from './look.ts';
import type { FunctionKey, FunctionSummary, Summary } from './summary.ts';
import { textAt } from '../project/files.ts';
import { walkGraph } from './graph.ts';
import { lazy } from './lazy.ts';
import { mayHoldHandlers } from './prefilter.ts';
import { summaryAt } from './summaries.ts';

type Handlers = ReturnType<Summary['handlers']>;

/** A function's place in the call graph. */
export interface FunctionWords extends Pick<FunctionSummary, 'label' | 'inner'> {
  readonly key: FunctionKey;
  readonly calls: readonly FunctionKey[];
}

/** What was found out about some functions: words that can be sent to another thread. */
export interface Explored {
  readonly functions: readonly FunctionWords[];
  /** Functions that they call, of files that somebody else explores. */
  readonly beyond: readonly FunctionKey[];
}

/** Finds out one part of a package's call graph, where several share the work. */
export interface Explorer {
  /** The handlers that a file declares or registers. */
  readonly handlersOf: (path: string) => Handlers;
  /** These functions, and all of its own files that they lead to. */
  readonly explore: (keys: readonly FunctionKey[]) => Explored;
}

/**
 * @param mine - the files whose functions are looked into without being asked for
 * @param look - is given the functions that are looked into
 */
export function createExplorer(mine: ReadonlySet<string>, catalog: Catalog, look?: Look): Explorer {
  const seen = new Set<FunctionSummary>();
  return {
    handlersOf: (path) =>
      mayHoldHandlers(path, textAt(path), catalog) ? (summaryAt(path, catalog)?.handlers() ?? []) : [],
    explore: (keys) => {
      const functions: FunctionWords[] = [];
      const beyond: FunctionKey[] = [];
      const pending = [...keys];
      for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
        const { path } = key;
        const summary = summaryAt(path, catalog)?.functions.get(key.name);
        if (summary === undefined || seen.has(summary)) continue;
        seen.add(summary);
        const calls = summary.calls();
        functions.push({ key, label: summary.label, inner: summary.inner, calls });
        for (const name of summary.inner) pending.push({ path, name });
        look?.(key);
        for (const called of calls) (mine.has(called.path) ? pending : beyond).push(called);
      }
      return { functions, beyond };
    },
  };
}

/** The call graph of a package from what was found out of its parts: the same as one that was made at once. */
export function graphOf(
  handlers: Handlers,
  functions: Iterable<FunctionWords>,
  kinds: ReadonlySet<HandlerKind>,
): Graph {
  const byPath = new Map<string, Map<string, FunctionSummary>>();
  for (const { key, label, inner, calls } of functions) {
    const known = byPath.get(key.path) ?? new Map<string, FunctionSummary>();
    byPath.set(key.path, known.set(key.name, { label, inner, calls: lazy(() => calls) }));
  }
  const none = lazy((): Handlers => []);
  const summaries = new Map(
    [...byPath].map(([path, summaries]): [string, Summary] => [path, { functions: summaries, handlers: none }]),
  );
  return walkGraph(
    [{ functions: new Map(), handlers: lazy(() => handlers) }],
    (path) => summaries.get(path),
    kinds,
    true,
  );
}
