import { expect, it } from 'vitest';
import { guide } from '../support/guide.ts';

const page = guide('testing.md');

it('has a test for each file of the page', () => {
  const runAsInstalled = ['vitest.test.js', 'jest.test.js', 'node.test.js'];
  expect(page.files).toEqual(['orders.js', 'wait.js', ...runAsInstalled, 'failure.js', 'aborted.js']);
});

it('orders.js answers before its receipt is sent, and the drain waits for that', async () => {
  const { module, tracker } = await page.load('orders.js');
  const { placeOrder } = module as { placeOrder: (id: string, send: (id: string) => Promise<void>) => object };
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  const sent: string[] = [];
  const send = async (id: string): Promise<void> => {
    await promise;
    sent.push(id);
  };
  expect(placeOrder('7', send)).toEqual({ status: 202 });
  expect(tracker.activeTasks().map(({ name }) => name)).toEqual(['receipt:7']);
  expect(sent).toEqual([]);
  resolve();
  await tracker.drainTasks({ close: false });
  expect(sent).toEqual(['7']);
});

it('wait.js waits for tasks, and lets the next test start some', async () => {
  const { module, tracker } = await page.load('wait.js');
  const { tasksDone } = module as { tasksDone: () => Promise<void> };
  const first = tracker.fireTask(Promise.resolve(), 'first');
  await tasksDone();
  expect(first.status).toBe('done');
  expect(tracker.fireTask(async () => Promise.resolve(), 'second').status).toBe('running');
  await tasksDone();
});

it('failure.js gives the status and the error', async () => {
  const { module } = await page.load('failure.js');
  const { statusOf } = module as { statusOf: (work: () => Promise<never>) => Promise<object> };
  const error = new Error('boom');
  expect(await statusOf(async () => Promise.reject(error))).toEqual({ status: 'failed', error });
});

it('aborted.js tells a task that rethrows from one that swallows the abort', async () => {
  const { module } = await page.load('aborted.js');
  const { abortedWhile } = module as {
    abortedWhile: (run: (task: { signal: AbortSignal }) => Promise<void>) => Promise<string>;
  };
  const untilAborted = async ({ signal }: { signal: AbortSignal }): Promise<void> =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        reject(new Error('aborted'));
      });
    });
  expect(await abortedWhile(untilAborted)).toBe('aborted');
  expect(await abortedWhile(async (task) => untilAborted(task).catch(() => undefined))).toBe('done');
});
