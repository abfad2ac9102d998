import type { Node, Source } from './source.ts';

const STARTS = Symbol('the offsets at which the lines of a text start');

/** Something that has a text, such as a source. The starts of its lines are remembered on it. */
interface Holder {
  readonly text: string;
}

/** The 1-based line and column of an offset in a text. The lines of a source are found only once. */
export function positionAt(holder: Holder | string, offset: number): { line: number; column: number } {
  const lines = typeof holder === 'string' ? lineStarts(holder) : keptLineStarts(holder);
  const line = lastUpTo(offset, lines.length, (index) => lines[index]);
  return { line: line + 1, column: offset - (lines[line] ?? 0) + 1 };
}

/** The index of the last of some ascending offsets that is at most `offset`; -1 if all are greater. */
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
function lineStarts(text: string): readonly number[] {
  const lines = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) lines.push(index + end.length);
  return lines;
}

/** The same, remembered on the holder of the text, as `perSource` remembers results on a source. */
export function keptLineStarts(holder: Holder & { [STARTS]?: readonly number[] }): readonly number[] {
  const known = holder[STARTS];
  if (known !== undefined) return known;
  const lines = lineStarts(holder.text);
  Object.defineProperty(holder, STARTS, { value: lines, enumerable: false });
  return lines;
}

/** A node, and the file that contains it. */
interface Place {
  readonly node: Node;
  readonly source: Pick<Source, 'path'>;
}

/**
 * Whether two nodes are the same, by their position: a file may be parsed again, and a linted file has another tree than
 * the same file as an import.
 */
export function isSamePlace({ node, source }: Place, other: Place): boolean {
  return source.path === other.source.path && node.range[0] === other.node.range[0];
}

/** Whether `inner` is within `outer`, or is `outer` itself. */
export function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}
