import { expect, it } from 'vitest';
import { heapWatch } from '../../src/cli/heap.ts';

/** What V8 is told, and what the watch answers, while the heap has these sizes. */
function toldOf(sizes: readonly number[], refuse = false): { told: string[]; answers: number[] } {
  const told: string[] = [];
  let at = 0;
  const watch = heapWatch(
    100,
    (flags) => {
      told.push(flags);
      if (refuse) throw new Error('no V8');
    },
    () => sizes[at++] ?? 0,
  );
  return { answers: sizes.map(() => watch()), told };
}

it('a heap that becomes large is collected sooner from then on, which is said once', () => {
  expect(toldOf([50, 100]).told).toEqual([]);
  expect(toldOf([50, 101, 60, 500])).toEqual({ told: ['--heap-growing-percent=30'], answers: [50, 101, 60, 500] });
});

it('a runtime that refuses the flag is left alone', () => {
  expect(toldOf([101, 500], true)).toEqual({ told: ['--heap-growing-percent=30'], answers: [101, 500] });
});
