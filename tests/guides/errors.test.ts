import { Writable } from 'node:stream';
import * as Sentry from '@sentry/node';
import { pino } from 'pino';
import { afterEach, expect, it, vi } from 'vitest';
import { guide } from '../support/guide.ts';

const page = guide('errors.md');
afterEach(() => {
  vi.restoreAllMocks();
});

it('has a test for each file of the page', () => {
  expect(page.files).toEqual(['with-pino.js', 'with-sentry.js']);
});

it('with-pino.js logs a failure with its task', async () => {
  const said = vi.spyOn(console, 'error');
  const loaded = await page.load('with-pino.js');
  const { tracker } = loaded;
  const module = loaded.module as { logTasks: (logger: unknown) => void };
  const lines: string[] = [];
  module.logTasks(
    pino(
      new Writable({
        write(chunk: Buffer, _, done) {
          lines.push(chunk.toString());
          done();
        },
      }),
    ),
  );
  await tracker.fireTask(Promise.reject(new Error('boom')), 'mail:7').settled;
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: 50, msg: 'background task failed', err: { type: 'Error', message: 'boom' }, task: { name: 'mail:7' } },
  ]);
  expect(said).not.toHaveBeenCalled();
});

it('with-sentry.js captures a failure with its task', async () => {
  const events: Sentry.ErrorEvent[] = [];
  Sentry.init({
    dsn: 'https://key@localhost/1',
    defaultIntegrations: false,
    beforeSend: (event) => {
      events.push(event);
      return null;
    },
  });
  const { tracker } = await page.load('with-sentry.js');
  await tracker.fireTask(Promise.reject(new Error('boom')), 'mail:7').settled;
  await Sentry.flush(1000);
  expect(events).toMatchObject([
    {
      tags: { task: 'mail' },
      contexts: { task: { name: 'mail:7' } },
      exception: { values: [{ type: 'Error', value: 'boom' }] },
    },
  ]);
});
