import type { ReadingAt, ReadingsToSave } from '../project/saved-readings.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { SavedSummary } from './saved-summary.ts';
import type { FileSummary } from './summary.ts';
import { counts } from '../syntax/counts.ts';
import { Reading } from '../syntax/reads.ts';
import { perEvaluation } from '../values/per-evaluation.ts';
import { restoredSummary, savedSummary } from './saved-summary.ts';
import { isSameSummary, renewedSummary, summarise } from './summary.ts';

interface Known {
  readonly summary: FileSummary | undefined;
  /** What was read to tell which functions there are: the file itself. */
  readonly reading: Reading | undefined;
  /** The generation in which the functions, and all known parts, were last valid. */
  readonly generation: number;
}

interface Summaries {
  readonly byPath: Map<string, Known>;
  /** How many were made, or found again in part, in this process. */
  made: number;
}

const summariesBy = perEvaluation((): Summaries => ({ byPath: new Map(), made: 0 }));

/**
 * The summary of a file on disk, or open in an editor; undefined if it is missing or doesn't parse. A summary that
 * comes out the same stays the same object, even if the file, or one that was read for it, has changed.
 *
 * @param evaluation - the evaluation for handlers, which configurations share
 */
export function summaryAt(path: string, evaluation: Evaluation): FileSummary | undefined {
  const { changes, files } = evaluation.workspace;
  const summaries = summariesBy(evaluation);
  const known = summaries.byPath.get(path);
  const { generation } = changes;
  if (known?.generation === generation) return known.summary;
  const isKnown = known !== undefined && changes.holdsSince(known.reading, known.generation);
  const { answer: summary, reading } = isKnown
    ? { answer: known.summary && renewedSummary(known.summary), reading: known.reading }
    : changes.find(() => summarise(() => files.sourceAt(path), evaluation));
  if (!isKnown || summary !== known.summary) {
    counts.summarised += 1;
    summaries.made += 1;
  }
  const kept = known !== undefined && isSameSummary(known.summary, summary) ? known.summary : summary;
  summaries.byPath.set(path, { summary: kept, reading, generation });
  return kept;
}

/** The summaries of some files as plain data, by path. */
export type SavedSummaries = readonly (readonly [path: string, summary: SavedSummary])[];

/** The summaries, as far as they are still valid. */
export function savedSummaries(evaluation: Evaluation, readings: ReadingsToSave): SavedSummaries {
  const { changes } = evaluation.workspace;
  return [...summariesBy(evaluation).byPath].flatMap(([path, { summary, reading, generation }]) =>
    summary === undefined || !changes.holdsSince(reading, generation) ? [] : [[path, savedSummary(summary, readings)]],
  );
}

/** Takes over the summaries of an earlier process, before changes since then are noted. */
export function restoreSummaries(saved: SavedSummaries, evaluation: Evaluation, readingAt: ReadingAt): void {
  const { changes, files } = evaluation.workspace;
  const { generation } = changes;
  const summaries = summariesBy(evaluation).byPath;
  for (const [path, data] of saved) {
    if (summaries.has(path)) continue;
    const summary = restoredSummary(data, readingAt, () => files.sourceAt(path), evaluation);
    summaries.set(path, { summary, reading: Reading.of([path]), generation });
  }
}

/** How many summaries were made in this process, and how many are known. */
export function countSummaries(evaluation: Evaluation): { readonly made: number; readonly known: number } {
  const { made, byPath } = summariesBy(evaluation);
  return { made, known: byPath.size };
}
