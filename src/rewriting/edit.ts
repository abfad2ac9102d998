import MagicString from 'magic-string';

/** Replaces the characters from `start` to `end` (0-based, end-exclusive UTF-16 units of the original text) with `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Two edits want to replace the same character. */
export class OverlapError extends Error {
  override readonly name = 'OverlapError';
}

/**
 * Applies `edits` to `text` in one pass. Offsets are those of the original text; the order of the array decides only between
 * insertions at the same offset, which keep it. Returns `text` itself when there are none.
 *
 * @throws {OverlapError} if two replacements share a character; nothing is applied.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const replacements = edits.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  for (const [index, edit] of replacements.entries()) {
    const next = replacements[index + 1];
    if (next !== undefined && next.start < edit.end) {
      throw new OverlapError(`two edits replace the characters from ${next.start.toString()} to ${edit.end.toString()}`);
    }
  }
  const result = new MagicString(text);
  for (const { start, end, text: inserted } of edits) {
    if (start === end) result.appendLeft(start, inserted);
    else if (inserted === '') result.remove(start, end);
    else result.update(start, end, inserted);
  }
  return result.toString();
}
