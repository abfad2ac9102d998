import type { Edit } from '../rewriting/edit.ts';
import type { Node, Source } from '../syntax/source.ts';
import { applyEdits } from '../rewriting/edit.ts';
import { keptLineStarts, positionAt } from '../syntax/position.ts';

/** Whole lines of a file, without their line breaks, and the same lines after a rewrite. */
export interface Excerpt {
  /** The number of the first line, 1-based. */
  readonly firstLine: number;
  readonly before: readonly string[];
  /** Absent if nothing is rewritten. */
  readonly after?: readonly string[];
}

/** How many lines of context are shown before and after a finding. */
const CONTEXT = 2;

/**
 * The lines of `text` that contain `node` and `edits`, with a little context.
 *
 * @param edits - the edits of this finding alone, as offsets in `text`, without the import that all findings of a file
 *   share
 */
export function excerptOf(source: Source, node: Node, edits: readonly Edit[] = []): Excerpt {
  const { text } = source;
  const starts = keptLineStarts(source);
  const lineAt = (offset: number): number => positionAt(source, offset).line;
  const first = Math.max(1, lineAt(Math.min(node.range[0], ...edits.map(({ start }) => start))) - CONTEXT);
  const last = Math.min(starts.length, lineAt(Math.max(node.range[1], ...edits.map(({ end }) => end))) + CONTEXT);
  const from = starts[first - 1] ?? 0;
  const old = text.slice(from, starts[last] ?? text.length);
  const before = linesOf(old);
  if (edits.length === 0) return { firstLine: first, before };
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from }));
  return { firstLine: first, before, after: linesOf(applyEdits(old, moved)) };
}

/** The lines of a text without their line breaks. A final line break starts no new line. */
export function linesOf(text: string): string[] {
  return text.replace(/(?:\r\n|[\n\r\u2028\u2029])$/, '').split(/\r\n|[\n\r\u2028\u2029]/);
}
