import type { Evaluation } from '../values/evaluation.ts';
import type { SavedSummary, Summary } from './summary.ts';
import { counts } from '../syntax/counts.ts';
import { perEvaluation } from '../values/per-evaluation.ts';
import { isSameSummary, savedSummary, summarise, withLazyParts } from './summary.ts';

interface Known {
  readonly summary: Summary | undefined;
  generation: number;
}

interface Summaries {
  readonly byPath: Map<string, Known>;
  /** How many were made in this process. */
  made: number;
}

const summariesBy = perEvaluation((): Summaries => ({ byPath: new Map(), made: 0 }));

/**
 * The summary of a file on disk, or open in an editor; undefined if it is missing or doesn't parse. A summary that
 * comes out the same stays the same object, even if the file, or one that it was followed into, has changed.
 *
 * @param evaluation - the evaluation for handlers, which configurations share
 */
export function summaryAt(path: string, evaluation: Evaluation): Summary | undefined {
  const { changes, files } = evaluation.workspace;
  const summaries = summariesBy(evaluation);
  const known = summaries.byPath.get(path);
  if (known !== undefined && changes.holdsSince(path, known.generation)) return known.summary;
  const { generation } = changes;
  counts.summarised += 1;
  summaries.made += 1;
  const summary = summarise(() => files.sourceAt(path), evaluation);
  if (known !== undefined && isSameSummary(known.summary, summary)) {
    known.generation = generation;
    return known.summary;
  }
  summaries.byPath.set(path, { summary, generation });
  return summary;
}

/** The summaries of some files as plain data, by path. */
export type SavedSummaries = readonly (readonly [path: string, summary: SavedSummary])[];

/** The summaries that are still valid. */
export function savedSummaries(evaluation: Evaluation): SavedSummaries {
  const { changes } = evaluation.workspace;
  return [...summariesBy(evaluation).byPath].flatMap(([path, { summary, generation }]) =>
    summary === undefined || !changes.holdsSince(path, generation) ? [] : [[path, savedSummary(summary)]],
  );
}

/** Takes over the summaries of an earlier process, before changes since then are noted. */
export function restoreSummaries(saved: SavedSummaries, evaluation: Evaluation): void {
  const { changes, files } = evaluation.workspace;
  const { generation } = changes;
  const summaries = summariesBy(evaluation).byPath;
  for (const [path, data] of saved) {
    if (summaries.has(path)) continue;
    const summary = withLazyParts(data, () => files.sourceAt(path), evaluation);
    summaries.set(path, { summary, generation });
  }
}

/** How many summaries were made in this process, and how many are known. */
export function countSummaries(evaluation: Evaluation): { readonly made: number; readonly known: number } {
  const { made, byPath } = summariesBy(evaluation);
  return { made, known: byPath.size };
}
