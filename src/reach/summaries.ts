import type { Evaluation } from '../values/evaluation.ts';
import type { Summary } from './summary.ts';
import { perWorkspace } from '../project/workspace.ts';
import { counts } from '../syntax/counts.ts';
import { isSameSummary, summarise } from './summary.ts';

interface Known {
  readonly summary: Summary | undefined;
  generation: number;
}

/** By evaluation, then by path. */
const summariesOf = perWorkspace(() => new Map<Evaluation, Map<string, Known>>());

/**
 * The summary of a file on disk, or open in an editor; undefined if it is missing or doesn't parse. A summary that
 * comes out the same stays the same object, even if the file, or one that it was followed into, has changed.
 *
 * @param evaluation - the evaluation for handlers, which configurations share
 */
export function summaryAt(path: string, evaluation: Evaluation): Summary | undefined {
  const { changes, files } = evaluation.workspace;
  const byEvaluation = summariesOf(evaluation.workspace);
  const summaries = byEvaluation.get(evaluation) ?? new Map<string, Known>();
  byEvaluation.set(evaluation, summaries);
  const known = summaries.get(path);
  if (known !== undefined && changes.holdsSince(path, known.generation)) return known.summary;
  const { generation } = changes;
  counts.summarised += 1;
  const summary = summarise(() => files.sourceAt(path), evaluation);
  if (known !== undefined && isSameSummary(known.summary, summary)) {
    known.generation = generation;
    return known.summary;
  }
  summaries.set(path, { summary, generation });
  return summary;
}
