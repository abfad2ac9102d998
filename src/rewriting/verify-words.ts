import type { Edit } from './edit.ts';
import type { Token } from './second-parser.ts';
import { mergeInsertions } from './edit.ts';
import { tokensOf } from './second-parser.ts';

/**
 * Checks a planned text by another parser than the one that planned it: it parses there, too, and its words are the old
 * words at their new places,
 * less those that the edits take away, and those that the edits put in. Nothing can have run together, and no comment
 * be lost.
 *
 * @returns a few words on what does not hold; undefined when all does, or that parser did not understand the old text
 *   either
 */
export function faultInWords(path: string, before: string, after: string, edits: readonly Edit[]): string | undefined {
  const old = tokensOf(before, path);
  if (old === undefined) return undefined;
  const present = tokensOf(after, path);
  if (present === undefined) return "would not parse with jscodeshift's parser";
  const { kept, text } = keptRanges(before, edits);
  if (text !== after) return 'would differ outside its edits';
  const places = new Map(present.map((token) => [token.start, token.end]));
  const survivors = new Set<number>();
  for (const token of old) {
    // Taken away as a whole, or the end of the file.
    const range = kept.find(({ start, end }) => start < token.end && token.start < end);
    if (range === undefined || token.start === token.end) continue;
    if (token.start < range.start || token.end > range.end) return `would cut the word at offset ${token.start}`;
    const start = token.start + range.by;
    if (places.get(start) !== token.end + range.by)
      return `would change the word at offset ${token.start}, which nothing was to touch`;
    survivors.add(start);
  }
  const strange = present.find(
    (token) => token.end > token.start && !survivors.has(token.start) && isKept(token, kept),
  );
  return strange === undefined ? undefined : `would have a word at offset ${strange.start} that nothing put in`;
}

interface Kept {
  /** Of the old text. */
  readonly start: number;
  readonly end: number;
  /** How far it has moved. */
  readonly by: number;
}

/** What of the old text is left, and the new text put together from it once more. */
function keptRanges(before: string, edits: readonly Edit[]): { kept: Kept[]; text: string } {
  const kept: Kept[] = [];
  let text = '';
  let at = 0;
  const keep = (end: number): void => {
    if (end > at) kept.push({ start: at, end, by: text.length - at });
    text += before.slice(at, end);
  };
  for (const edit of mergeInsertions(edits)) {
    keep(edit.start);
    text += edit.text;
    at = edit.end;
  }
  keep(before.length);
  return { kept, text };
}

/** Whether a word of the new text lies in what was left of the old. */
function isKept(token: Token, kept: readonly Kept[]): boolean {
  return kept.some(({ start, end, by }) => start + by <= token.start && token.end <= end + by);
}
