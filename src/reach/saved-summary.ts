import type { Found } from '../project/changes.ts';
import type { ReadingAt, ReadingsToSave } from '../project/saved-readings.ts';
import type { Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Edge } from './edges/index.ts';
import type { Part } from './part.ts';
import type { Root } from './roots.ts';
import type { FileSummary, KnownFunction } from './summary.ts';
import { withParts } from './summary.ts';

/** An answer, and the number of its reading. */
type SavedPart<Answer> = readonly [answer: Answer, reading: number];

/** A summary as plain data. */
export interface SavedSummary {
  readonly handlers: SavedPart<readonly Root[]> | undefined;
  readonly top: SavedPart<readonly Edge[]> | undefined;
  readonly functions: readonly KnownFunction<SavedPart<readonly Edge[]>>[];
}

/** The parts of a summary that are still valid. */
export function savedSummary(summary: FileSummary, readings: ReadingsToSave): SavedSummary {
  const saved = <Answer>(each: Part<Answer>): SavedPart<Answer> | undefined => {
    const found = each.renewed().found();
    return found === undefined ? undefined : [found.answer, readings.add(found.reading)];
  };
  const { handlers, top, functions } = summary;
  return {
    handlers: saved(handlers),
    top: saved(top),
    functions: [...functions].map(([name, { edges, ...words }]) => [name, { ...words, edges: saved(edges) }]),
  };
}

/** @param sourceOf - see `summarise`; for what is missing */
export function restoredSummary(
  { handlers, top, functions }: SavedSummary,
  readingAt: ReadingAt,
  sourceOf: () => Source | undefined,
  evaluation: Evaluation,
): FileSummary {
  const { generation } = evaluation.workspace.changes;
  const restored = <Answer>(saved: SavedPart<Answer> | undefined): Found<Answer> | undefined =>
    saved && { answer: saved[0], reading: readingAt(saved[1]), generation };
  const known = functions.map(([name, { edges, ...words }]): KnownFunction => [
    name,
    { ...words, edges: restored(edges) },
  ]);
  return withParts({ handlers: restored(handlers), top: restored(top), functions: known }, sourceOf, evaluation);
}
