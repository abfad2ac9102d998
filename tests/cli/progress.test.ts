import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { showProgress } from '../../src/cli/progress.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function on(isTTY: boolean): { written: string[]; progress: ReturnType<typeof showProgress> } {
  const written: string[] = [];
  return { written, progress: showProgress(200, { isTTY, columns: 80, write: (text) => written.push(text) }) };
}

it('says nothing of what is quick', () => {
  const { written, progress } = on(true);
  progress.meter(100);
  progress.end();
  expect(written).toEqual([]);
});

it('draws a bar over itself on a terminal, and takes it away at the end', () => {
  const { written, progress } = on(true);
  vi.advanceTimersByTime(1500);
  progress.meter(50);
  progress.meter(150);
  progress.end();
  expect(written).toEqual([
    '\r\u001B[2K██████░░░░░░░░░░░░░░░░░░ 50 of 200 files',
    '\r\u001B[2K██████████████████░░░░░░ 150 of 200 files',
    '\r\u001B[2K',
  ]);
});

it('prints a plain line now and then where there is no terminal', () => {
  const { written, progress } = on(false);
  for (let done = 0; done < 200; done += 1) {
    vi.advanceTimersByTime(110);
    progress.meter(done);
  }
  progress.end();
  expect(written).toEqual(['90 of 200 files planned\n', '181 of 200 files planned\n']);
});
