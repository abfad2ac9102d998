import type { Catalog } from '../catalog/lookup.ts';
import type { Summary } from './summary.ts';
import { currentGeneration, holdsSince } from '../project/changes.ts';
import { sourceAt } from '../project/files.ts';
import { decoratedValue } from './decorations.ts';
import { isSameSummary, summarise } from './summary.ts';

interface Known {
  readonly catalog: Catalog;
  readonly summary: Summary | undefined;
  generation: number;
}

const summaries = new Map<string, Known>();

/**
 * The summary of a file on the disk, or open in an editor; undefined when it is missing or does not parse.
 * The same object as long as it says the same, though the file, or one that it leads into, has changed.
 */
export function summaryAt(path: string, catalog: Catalog): Summary | undefined {
  const known = summaries.get(path);
  if (known?.catalog === catalog && holdsSince(path, known.generation)) return known.summary;
  const generation = currentGeneration();
  const summary = summarise(() => sourceAt(path), catalog, decoratedValue);
  if (known?.catalog === catalog && isSameSummary(known.summary, summary)) {
    known.generation = generation;
    return known.summary;
  }
  summaries.set(path, { catalog, summary, generation });
  return summary;
}
