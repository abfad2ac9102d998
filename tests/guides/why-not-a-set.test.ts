import { expect, it } from 'vitest';
import { guide } from '../support/guide.ts';

interface Background {
  readonly background: (promise: Promise<unknown>) => void;
  readonly stop: () => Promise<void>;
}

const page = guide('why-not-a-set.md');

it('has a test for each file of the page', () => {
  expect(page.files).toEqual(['set.js', 'tasks.js']);
});

/** Whether `stop` waits for work that other work starts. */
async function waitsForLateWork({ background, stop }: Background): Promise<boolean> {
  let isDone = false;
  const late = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    isDone = true;
  };
  const early = async (): Promise<void> => {
    await Promise.resolve();
    background(late());
  };
  background(early());
  await stop();
  return isDone;
}

it('set.js loses what a task starts, and tasks.js waits for it', async () => {
  expect(await waitsForLateWork((await page.load('set.js')).module as Background)).toBe(false);
  expect(await waitsForLateWork((await page.load('tasks.js')).module as Background)).toBe(true);
});
