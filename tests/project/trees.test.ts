import { describe, expect, it } from 'vitest';
import { Trees } from '../../src/project/trees.ts';

const MAP = `\n//# sourceMappingURL=data:application/json;base64,${'A'.repeat(900)}`;

/** How many of ten trees are kept, each of a text, where there is room for a thousandth of the usual. */
function kept(text: string, heapInUse = 4_000_000_000): number {
  const trees = new Trees(() => heapInUse);
  trees.keepLess(1_000);
  const holders = Array.from({ length: 10 }, () => ({ text, result: {} }));
  for (const holder of holders) trees.use(holder);
  return holders.filter(({ result }) => (result as object | undefined) !== undefined).length;
}

describe('which trees are kept', () => {
  it('as many as there is room for by their text, the last ones', () => {
    expect(kept('x'.repeat(1_000))).toBe(2);
  });
  it('eight times as many while the heap is small', () => {
    expect(kept('x'.repeat(2_000), 1_000)).toBe(8);
  });
  it('most of them if the heap is large for a moment', () => {
    const sizes = [1_000, 4_000_000_000];
    const trees = new Trees(() => sizes.shift() ?? 1_000);
    trees.keepLess(1_000);
    const holders = Array.from({ length: 10 }, () => ({ text: 'x'.repeat(1_600), result: {} }));
    for (const holder of holders.slice(0, 2)) trees.use(holder);
    for (const holder of holders) trees.use(holder);
    expect(holders.filter(({ result }) => (result as object | undefined) !== undefined).length).toBe(10);
  });
  it('a source map at the end of a text takes no room', () => {
    expect(kept('x'.repeat(100) + MAP)).toBe(10);
  });
});
