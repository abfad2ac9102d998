import type { HandlerKind } from '../catalog/entry.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Edge } from './edges/index.ts';
import type { FunctionKey } from './function-key.ts';
import type { Graph } from './reached.ts';
import type { Root } from './roots.ts';
import type { FunctionSummary, Summary } from './summary.ts';
import type { Visit } from './visit.ts';
import { forHandlers } from '../handlers/evaluation.ts';
import { addTo } from '../syntax/grouping.ts';
import { followsInto } from './follows.ts';
import { idOf } from './function-key.ts';
import { reachedFrom } from './reached.ts';
import { mayHoldRoots } from './served.ts';
import { summaryAt } from './summaries.ts';
import { walk } from './walk.ts';

/** A function in the call graph, with its edges. */
export interface FunctionWords extends Omit<FunctionSummary, 'edges'> {
  readonly key: FunctionKey;
  readonly edges: readonly Edge[];
}

/** What is known about some functions, as plain data that can be sent to another thread. */
export interface Explored {
  readonly functions: readonly FunctionWords[];
  /** Functions that they run, in files that another part explores. */
  readonly elsewhere: readonly FunctionKey[];
}

/** Explores one part of a call graph, for threads that share the work. */
export interface Explorer {
  /** The handlers that a file declares or registers. */
  readonly handlersOf: (path: string) => readonly Root[];
  /** Explores these functions, and all functions in the part's own files that they lead to. */
  readonly explore: (keys: readonly FunctionKey[]) => Explored;
}

/**
 * @param mine - the files that this part explores on its own
 * @param visit - receives the explored functions
 */
export function createExplorer(mine: ReadonlySet<string>, evaluation: Evaluation, visit?: Visit): Explorer {
  const seen = new Set<FunctionSummary>();
  const shared = forHandlers(evaluation);
  const follows = followsInto(evaluation);
  const at = (path: string): Summary | undefined => summaryAt(path, shared);
  return {
    handlersOf: (path) => (mayHoldRoots(path, evaluation) ? (at(path)?.handlers() ?? []) : []),
    explore: (keys) => {
      const functions: FunctionWords[] = [];
      const elsewhere: FunctionKey[] = [];
      const carried = true;
      walk(
        keys.map((key) => ({ key, carried })),
        { summaryAt: at, seen, order: 'near' },
        {
          enter: ({ key }, { label, inner, apart, heard, timed }, edges) => {
            functions.push({
              key,
              label,
              inner,
              apart,
              heard,
              timed,
              edges: edges.filter((edge) => follows(edge, key)),
            });
            visit?.(key);
          },
          along: (edge, { key }) => {
            if (!follows(edge, key)) return undefined;
            if (mine.has(edge.to.path)) return carried;
            elsewhere.push(edge.to);
            return undefined;
          },
        },
      );
      return { functions, elsewhere };
    },
  };
}

/** The first results of one of the parts, which together have all files. */
export interface Begun {
  /** By the root of their package, in the order of files. */
  readonly handlers: ReadonlyMap<string, readonly Root[]>;
  readonly explored: Explored;
}

/** Asks a part, by its number, to explore functions of its files that others run. */
export type AskPart = (part: number, keys: readonly FunctionKey[]) => Promise<Explored>;

/**
 * The call graphs of packages, by their roots, from the results of several parts, as one thread would build them.
 * Functions in the files of another part are asked of that part, until nothing is left.
 *
 * @param partOf - returns the number of the part that has a file
 */
export async function graphsOfParts(
  begun: readonly Begun[],
  partOf: (path: string) => number,
  ask: AskPart,
  kinds: ReadonlySet<HandlerKind>,
  strict = false,
): Promise<Map<string, Graph>> {
  const functions = new Map<string, FunctionWords>();
  const asked = new Set<string>();
  let found = begun.map(({ explored }) => explored);
  while (found.length > 0) {
    for (const words of found.flatMap((each) => each.functions)) functions.set(idOf(words.key), words);
    const next = found
      .flatMap(({ elsewhere }) => elsewhere)
      .filter((key) => !functions.has(idOf(key)) && !asked.has(idOf(key)) && asked.add(idOf(key)));
    const shares = new Map<number, FunctionKey[]>();
    for (const key of next) addTo(shares, partOf(key.path), key);
    found = await Promise.all([...shares].map(async ([part, keys]) => ask(part, keys)));
  }
  const roots = new Set(begun.flatMap(({ handlers }) => [...handlers.keys()]));
  const summaries = summariesOf(functions.values());
  return new Map(
    [...roots].map((root) => [
      root,
      reachedFrom({
        roots: begun.flatMap(({ handlers }) => handlers.get(root) ?? []),
        summaryAt: (path) => summaries.get(path),
        kinds,
        followCalls: true,
        strict,
      }),
    ]),
  );
}

function summariesOf(functions: Iterable<FunctionWords>): Map<string, Summary> {
  const byPath = new Map<string, Map<string, FunctionSummary>>();
  for (const { key, edges, ...words } of functions) {
    const known = byPath.get(key.path) ?? new Map<string, FunctionSummary>();
    byPath.set(key.path, known.set(key.name, { ...words, edges: () => edges }));
  }
  const none = (): never[] => [];
  return new Map([...byPath].map(([path, found]) => [path, { functions: found, handlers: none, top: none }]));
}
