import fc from 'fast-check';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import { walk } from '../../src/syntax/walk.ts';

/** One change to a text: a token or a subtree is deleted, duplicated, or swapped with another. */
export interface Change {
  readonly kind: 'delete' | 'duplicate' | 'swap';
  readonly of: 'token' | 'subtree';
  /** Which ones: an index, taken modulo their number. */
  readonly at: number;
  readonly other: number;
}

export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record<Change>({
    kind: fc.constantFrom('delete', 'duplicate', 'swap'),
    of: fc.constantFrom('token', 'subtree', 'subtree'),
    at: fc.nat(),
    other: fc.nat(),
  }),
  { minLength: 1, maxLength: 4 },
);

type Range = readonly [number, number];

/**
 * The text after all changes, in order. A change after which the text no longer parses is kept only if `broken` is set.
 */
export function mutated(path: string, text: string, all: readonly Change[], broken: boolean): string {
  let now = text;
  for (const change of all) {
    const next = changed(path, now, change);
    if (broken || !isParseFailure(parse(path, next))) now = next;
  }
  return now;
}

function changed(path: string, text: string, { kind, of, at, other }: Change): string {
  const ranges = of === 'token' ? tokensOf(text) : subtreesOf(path, text);
  const range = ranges[at % ranges.length];
  const second = ranges[other % ranges.length];
  if (range === undefined || second === undefined) return text;
  const [start, end] = range;
  const own = text.slice(start, end);
  if (kind === 'delete') return text.slice(0, start) + text.slice(end);
  if (kind === 'duplicate') return `${text.slice(0, end)}${of === 'token' ? ' ' : '\n'}${own}${text.slice(end)}`;
  const [from, to] = second;
  // If one is inside the other, it replaces the other. Otherwise, the two swap places.
  if (from >= start && to <= end) return text.slice(0, start) + text.slice(from, to) + text.slice(end);
  if (start >= from && end <= to) return text.slice(0, from) + own + text.slice(to);
  const [[a, b], [c, d]] = start < from ? [range, second] : [second, range];
  return text.slice(0, a) + text.slice(c, d) + text.slice(b, c) + text.slice(a, b) + text.slice(d);
}

function tokensOf(text: string): Range[] {
  return [...text.matchAll(/[\w$]+|[^\s\w$]/g)].map(({ index, 0: token }) => [index, index + token.length]);
}

function subtreesOf(path: string, text: string): Range[] {
  const source = parse(path, text);
  if (isParseFailure(source)) return [];
  const found: Range[] = [];
  walk(source.ast, (node) => {
    if (node.type !== 'Program') found.push(node.range);
  });
  return found;
}
