import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FIXTURES, leaveBefore, leaveDuring, linesLost, load, watchedServers } from './driver.ts';

const { start, end } = watchedServers();
afterAll(end);

const LEAKS = linesLost(join(FIXTURES, 'work.mjs'));

/** What each framework says of a route with an id in its path. */
const ROUTES: Readonly<Record<string, string>> = {
  http: 'POST /leaks/:id',
  express4: 'POST /leaks/:id',
  express: 'POST /leaks/:id',
  fastify: 'POST /leaks/:id',
  koa: 'POST /leaks/:id',
  hono: 'POST /leaks/:id',
};

it('there are leaks to be named', () => {
  expect(LEAKS).toHaveLength(15);
});

describe.each(Object.keys(ROUTES))('%s', (name) => {
  const server = join(FIXTURES, `servers/${name}.mjs`);

  it('is silent under load while its handlers wait: kept connections, streams, events, clients that go away', async () => {
    const { port, message, stop } = await start(server);
    await load(port, 200, 'GET', (index) => `/clean/${index}`);
    if (name.startsWith('express')) await load(port, 50, 'GET', (index) => `/wrapped/${index}`);
    await load(port, 30, 'GET', () => '/stream');
    for (let count = 0; count < 5; count += 1) {
      await leaveDuring(port, '/sse');
      await leaveDuring(port, '/stream');
      await leaveBefore(port, '/slow', message);
    }
    const { observed, code, said } = await stop();
    expect(observed.sites).toEqual([]);
    expect(observed.unhandled).toEqual([]);
    expect(observed.units).toBeGreaterThanOrEqual(245);
    expect(code).toBe(0);
    expect(said).toContain('nothing outlived its request');
  });

  it('names every leak by its line, its route, and how often', async () => {
    const { port, stop } = await start(server);
    await Promise.all([
      load(port, 40, 'POST', (index) => `/leaks/${index}`),
      load(port, 40, 'GET', (index) => `/clean/${index}`),
    ]);
    const { observed } = await stop();
    expect(observed.sites.map(({ file, line, count }) => `${file}:${line} ${count}`).sort()).toEqual(
      LEAKS.map((line) => `work.mjs:${line} 40`).sort(),
    );
    for (const { units, outcomes } of observed.sites) {
      expect(units).toEqual([{ name: ROUTES[name], count: 40 }]);
      expect(outcomes).toEqual({ settled: 0, rejected: 0, handled: 0, collected: 0, pending: 40 });
    }
  });
});
