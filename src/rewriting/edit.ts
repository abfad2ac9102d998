import MagicString from 'magic-string';

/**
 * Replaces the characters from `start` to `end` (0-based, end-exclusive UTF-16 units of the original text) with `text`.
 */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** For an insertion: it closes what ends there, so it comes before anything that opens at the same offset. */
  readonly closes?: true;
}

/** Two edits replace the same character. */
export class OverlapError extends Error {
  override readonly name = 'OverlapError';
}

/** Text that opens what starts at an offset: `fireTask(`. */
export function open(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}

/** Text that closes what ends at an offset: `, 'run')`. */
export function close(offset: number, text: string): Edit {
  return { start: offset, end: offset, text, closes: true };
}

export function replace(start: number, end: number, text: string): Edit {
  return { start, end, text };
}

/**
 * Applies `edits` to `text` in one pass. Offsets are those of the original text. The order of the array matters only
 * for insertions at the same offset: list the innermost first, so that brackets nest. Returns `text` itself if there
 * are no edits.
 *
 * @throws {OverlapError} if two replacements share a character; nothing is applied.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const result = new MagicString(text);
  // Replacing a range would remove text inserted at its edges, so replacements come first.
  for (const { start, end, text: inserted } of replacementsOf(edits)) {
    if (inserted === '') result.remove(start, end);
    else result.update(start, end, inserted);
  }
  for (const { start, end, text: inserted, closes } of edits) {
    if (start !== end) continue;
    if (closes === true) result.appendLeft(start, inserted);
    else result.prependRight(start, inserted);
  }
  return result.toString();
}

/** The same edits with at most one insertion per offset, for callers that apply them in their own order. */
export function mergeInsertions(edits: readonly Edit[]): Edit[] {
  const closing = new Map<number, string>();
  const opening = new Map<number, string>();
  for (const { start, end, text, closes } of edits) {
    if (start !== end) continue;
    if (closes === true) closing.set(start, (closing.get(start) ?? '') + text);
    else opening.set(start, text + (opening.get(start) ?? ''));
  }
  const offsets = new Set([...closing.keys(), ...opening.keys()]);
  const insertions = [...offsets].map((offset) =>
    open(offset, (closing.get(offset) ?? '') + (opening.get(offset) ?? '')),
  );
  return [...insertions, ...edits.filter(({ start, end }) => end > start)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

/**
 * Whether two lists of edits replace a common character, or one inserts inside what the other replaces. The same
 * removal in both is no conflict.
 */
export function overlap(some: readonly Edit[], others: readonly Edit[]): boolean {
  return some.some((a) => others.some((b) => a.start < b.end && b.start < a.end && !isSameRemoval(a, b)));
}

/** The edits without repeated removals. */
export function withoutRepeats(edits: readonly Edit[]): Edit[] {
  return edits.filter((edit, index) => !edits.slice(0, index).some((earlier) => isSameRemoval(earlier, edit)));
}

function isSameRemoval(a: Edit, b: Edit): boolean {
  return a.end > a.start && a.text === '' && b.text === '' && a.start === b.start && a.end === b.end;
}

function replacementsOf(edits: readonly Edit[]): Edit[] {
  const replacements = edits.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  for (const [index, edit] of replacements.entries()) {
    const next = replacements[index + 1];
    if (next !== undefined && next.start < edit.end) {
      throw new OverlapError(`two edits replace the characters from ${next.start} to ${edit.end}`);
    }
  }
  return replacements;
}
