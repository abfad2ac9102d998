import { join } from 'node:path';
import type { HandlerKind } from '../catalog/entry.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { FunctionKey } from './function-key.ts';
import type { Graph } from './reached.ts';
import type { FileSummary, FunctionSummary, Summary } from './summary.ts';
import type { Visit } from './visit.ts';
import { forHandlers, recognitionOf } from '../handlers/evaluation.ts';
import { refreshDecorations } from '../handlers/package-decorations.ts';
import { refreshMentions } from '../project/mentions.ts';
import { counts } from '../syntax/counts.ts';
import { followsInto } from './follows.ts';
import { reachedFrom } from './reached.ts';
import { summaryAt } from './summaries.ts';
import { walk } from './walk.ts';

/** The inputs of a call graph. Of the sinks in a configuration, only the modules that they describe matter to it. */
export interface GraphOf {
  /** The files whose handlers are the roots: those of a package, by its root; or see `Listings.unitOf`. */
  readonly unit: string;
  readonly evaluation: Evaluation;
  readonly kinds: ReadonlySet<HandlerKind>;
  /** Whether functions count that only a lifecycle hook calls. */
  readonly strict: boolean;
}

/** A graph with all that it was built from. */
export interface BuiltGraph {
  readonly graph: Graph;
  /** The summaries that it was built from, by path. While they stay the same, so does the graph. */
  readonly summaries: Map<string, FileSummary | undefined>;
  /** The names of the functions that it asked for, by path. Others may come and go. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  generation: number;
}

/** @param paths - the files that may hold handlers */
export function buildGraph(
  { unit, evaluation, kinds, strict }: GraphOf,
  paths: readonly string[],
  visit: Visit | undefined,
): BuiltGraph {
  counts.graphed += 1;
  refreshAll(unit, evaluation);
  const { generation } = evaluation.workspace.changes;
  const shared = forHandlers(evaluation);
  const summaries = new Map<string, FileSummary | undefined>();
  const names = new Map<string, Set<string>>();
  const noteName = ({ path, name }: FunctionKey): void => {
    names.set(path, (names.get(path) ?? new Set()).add(name));
  };
  const asked = (path: string): Summary | undefined => {
    if (!summaries.has(path)) summaries.set(path, summaryAt(path, shared));
    return summaries.get(path);
  };
  const follows = followsInto(evaluation);
  // Walks depth first, so that functions of the same files are read together, while their trees are in memory.
  const seen = new Set<FunctionSummary>();
  const carried = true;
  for (const path of paths) {
    const starts = (asked(path)?.handlers() ?? []).map(({ key }: { key: FunctionKey }) => ({ key, carried }));
    walk(
      starts,
      { summaryAt: asked, seen, order: 'near' },
      {
        enter: ({ key }) => {
          noteName(key);
          visit?.(key);
        },
        miss: noteName,
        along: (edge, { key }) => (follows(edge, key) ? carried : undefined),
      },
    );
  }
  const roots = paths.flatMap((path) => asked(path)?.handlers() ?? []);
  const graph = reachedFrom({ roots, summaryAt: asked, kinds, followCalls: true, strict, follows });
  return { graph, summaries, names, generation };
}

/**
 * Refreshes what is put on the objects of frameworks, in the package itself and in those that its calls may lead into.
 */
export function refreshAll(unit: string, evaluation: Evaluation): void {
  const { groups } = evaluation.workspace;
  const recognition = recognitionOf(evaluation);
  const roots = groups.of(join(unit, 'any.js')).packages.map(({ root }) => root);
  for (const root of new Set([unit, ...roots])) {
    refreshDecorations(root, recognition);
    refreshMentions(evaluation.workspace, root);
  }
}
