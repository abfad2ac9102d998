import type { Node } from './source.ts';

/** The texts asked about last, with the offsets at which their lines start. */
const starts = new Map<string, readonly number[]>();
const KEPT_TEXTS = 8;

/** 1-based line and column of an offset in `text`. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const lines = lineStarts(text);
  const line = lastUpTo(offset, lines.length, (index) => lines[index]);
  return { line: line + 1, column: offset - (lines[line] ?? 0) + 1 };
}

/** The index of the last of some ascending offsets that is no greater than `offset`; -1 where all are. */
export function lastUpTo(offset: number, count: number, offsetAt: (index: number) => number | undefined): number {
  let low = -1;
  let high = count - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsetAt(middle) ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offsets at which the lines of `text` start, the first one at 0. */
export function lineStarts(text: string): readonly number[] {
  const known = starts.get(text);
  if (known !== undefined) return known;
  const lines = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) lines.push(index + end.length);
  const [oldest] = starts.keys();
  if (starts.size >= KEPT_TEXTS && oldest !== undefined) starts.delete(oldest);
  starts.set(text, lines);
  return lines;
}

/** Whether `inner` is written within `outer`, or is it. */
export function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}
