import type { Edit } from './edit.ts';
import type { Token } from './second-parser.ts';
import { mergeInsertions } from './edit.ts';
import { tokensOf } from './second-parser.ts';

/**
 * Checks a planned text with a parser other than the one that planned it. It must parse there, too, and its words must
 * be the old words at their new places, without those that the edits remove and with those that they insert. Then
 * nothing has run together, and no comment is lost.
 *
 * @returns a few words on the first fault; undefined if there is none, or if that parser rejects the old text
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
    // The token is removed as a whole, or it is the end of the file.
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
  /** In the old text. */
  readonly start: number;
  readonly end: number;
  /** How far it has moved. */
  readonly by: number;
}

/** The ranges of the old text that are kept, and the new text built from them again. */
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

/** Whether a word of the new text lies in a kept range. */
function isKept(token: Token, kept: readonly Kept[]): boolean {
  return kept.some(({ start, end, by }) => start + by <= token.start && token.end <= end + by);
}
