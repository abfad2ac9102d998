import type { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { guide } from '../support/guide.ts';

const page = guide('events-and-workers.md');

it('has a test for each file of the page', () => {
  expect(page.files).toEqual(['bus.js', 'tracked-bus.js']);
});

it('bus.js tracks what its listener starts', async () => {
  const { module, tracker } = await page.load('bus.js');
  const { bus, listen } = module as { bus: EventEmitter; listen: (send: (id: string) => Promise<void>) => void };
  const sent: string[] = [];
  listen(async (id) => {
    await Promise.resolve();
    sent.push(id);
  });
  bus.emit('paid', '7');
  expect(tracker.activeTasks().map(({ name }) => name)).toEqual(['sendReceipt:7']);
  await tracker.drainTasks();
  expect(sent).toEqual(['7']);
});

it('tracked-bus.js runs each listener as a task, also beside one that fails', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { module, tracker } = await page.load('tracked-bus.js');
  const { subscribe, publish } = module as {
    subscribe: (event: string, listener: (payload: string) => unknown) => void;
    publish: (event: string, payload: string) => void;
  };
  const got: string[] = [];
  subscribe('paid', function breaks() {
    throw new Error('boom');
  });
  subscribe('paid', function mails(id) {
    got.push(id);
  });
  publish('paid', '7');
  await tracker.drainTasks();
  expect(got).toEqual(['7']);
  expect(said).toHaveBeenCalledTimes(1);
  expect(said.mock.calls[0]?.join(' ')).toContain('paid:breaks');
  said.mockRestore();
});
