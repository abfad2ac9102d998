import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { StartOptions } from './driver.ts';
import {
  askHttp2,
  DETECT,
  FIXTURES,
  leaveBefore,
  leaveDuring,
  lineOf,
  linesLost,
  load,
  watchedServers,
} from './driver.ts';

const { start, end } = watchedServers();
afterAll(end);

const LEAKS = linesLost(join(FIXTURES, 'work.mjs'));

const OPENTELEMETRY = join(FIXTURES, 'beside-opentelemetry.mjs');

interface Served {
  readonly title: string;
  readonly file: string;
  readonly options?: StartOptions;
}

/** A server of each framework, and servers that other users of hooks and of AsyncLocalStorage watch, too. */
const SERVERS: readonly Served[] = [
  { title: 'node:http', file: 'http' },
  { title: 'Express 4', file: 'express4' },
  { title: 'Express', file: 'express' },
  { title: 'Fastify', file: 'fastify' },
  { title: 'Koa', file: 'koa' },
  { title: 'Hono', file: 'hono' },
  { title: 'NestJS', file: 'nest' },
  {
    title: 'Express beside OpenTelemetry',
    file: 'express',
    options: { flags: ['--import', OPENTELEMETRY, '--import', DETECT] },
  },
  {
    title: 'Express beside hooks of OpenTelemetry that come later',
    file: 'express',
    options: { flags: ['--import', DETECT, '--import', OPENTELEMETRY], env: { OTEL_HOOKS: 'yes' } },
  },
  { title: 'Express beside cls-rtracer', file: 'traced-by-id' },
];

it('there are leaks to be named', () => {
  expect(LEAKS).toHaveLength(17);
});

describe.each(SERVERS)('$title', ({ file, options }) => {
  const server = join(FIXTURES, `servers/${file}.mjs`);

  it('is silent under load while its handlers wait: kept connections, streams, events, clients that go away', async () => {
    const { port, message, stop } = await start(server, options);
    await load(port, 200, 'GET', (index) => `/clean/${index}`);
    if (file.startsWith('express')) await load(port, 50, 'GET', (index) => `/wrapped/${index}`);
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
    const { port, stop } = await start(server, options);
    await Promise.all([
      load(port, 40, 'POST', (index) => `/leaks/${index}`),
      load(port, 40, 'GET', (index) => `/clean/${index}`),
    ]);
    const { observed } = await stop();
    expect(observed.sites.map(({ file, line, count }) => `${file}:${line} ${count}`).sort()).toEqual(
      LEAKS.map((line) => `work.mjs:${line} 40`).sort(),
    );
    for (const { units, outcomes } of observed.sites) {
      expect(units).toEqual([{ name: 'POST /leaks/:id', count: 40 }]);
      expect(outcomes).toEqual({ settled: 0, rejected: 0, handled: 0, collected: 0, pending: 40 });
    }
  });
});

describe('http2', () => {
  const path = join(FIXTURES, 'servers/http2.mjs');

  it('is silent while its handlers wait, also where the client goes away before an answer', async () => {
    const { port, message, stop } = await start(path);
    for (let count = 0; count < 20; count += 1) expect(await askHttp2(port, 'GET', `/clean/${count}`)).toBe('clean');
    for (let count = 0; count < 5; count += 1) await askHttp2(port, 'GET', '/slow', message);
    const { observed } = await stop();
    expect(observed.sites).toEqual([]);
    expect(observed.units).toBe(25);
  });

  it('names every leak, also where the client goes away during the answer', async () => {
    const { port, message, stop } = await start(path);
    for (let count = 0; count < 5; count += 1) await askHttp2(port, 'POST', `/leaks/${count}`);
    let isLeft: Promise<unknown> | undefined;
    await askHttp2(port, 'GET', '/begun', async () => {
      await message();
      isLeft = message();
    });
    expect(await isLeft).toBe('left');
    const { observed } = await stop();
    expect(observed.sites.map(({ file, line, units }) => [`${file}:${line}`, units]).sort()).toEqual(
      [
        [`servers/http2.mjs:${lineOf(path, '// begun')}`, [{ name: 'GET /begun', count: 1 }]],
        ...LEAKS.map((line) => [`work.mjs:${line}`, [{ name: 'POST /leaks/:id', count: 5 }]]),
      ].sort(),
    );
  });
});

describe('tests', () => {
  it('that inject requests: the leaks of their handlers are named, and nothing of the tests', async () => {
    const { observed } = await (await start(join(FIXTURES, 'servers/injected.mjs'))).stop();
    expect(observed.units).toBe(6);
    expect(observed.sites.map(({ line, units }) => [line, units]).sort()).toEqual(
      LEAKS.map((line) => [line, [{ name: 'POST /leaks/:id', count: 1 }]]).sort(),
    );
  });

  it('that go on inside of a request are not taken for it', async () => {
    const path = join(FIXTURES, 'servers/continued.test.mjs');
    const { observed } = await (await start(path)).stop();
    expect(observed.sites.map(({ line }) => line)).toEqual([lineOf(path, "// the handler's")]);
  });
});

describe('what Node makes', () => {
  const path = join(FIXTURES, 'servers/of-node.mjs');
  const seenAt = async (what: string): Promise<string[]> => {
    const { port, stop } = await start(path);
    await load(port, 5, 'GET', () => what);
    const { observed } = await stop();
    return observed.sites.map(({ line, count }) => `${line} ${count}`).sort();
  };

  it('is lost where nobody waits for it: fetch, a body, a process', async () => {
    const leaks = linesLost(path);
    expect(leaks).toHaveLength(7);
    expect(await seenAt('/leaks')).toEqual(leaks.map((line) => `${line} 5`).sort());
  });

  it('is not where somebody waits, whatever Node makes on its way', async () => {
    expect(await seenAt('/clean')).toEqual([]);
  });

  it('is not where it is made after the answer, by the first fetch of the process', async () => {
    expect(await seenAt('/after')).toEqual([`${lineOf(path, 'afterwards(); // after')} 5`]);
  });

  it('is not once somebody comes to wait for it', async () => {
    const { port, message, stop } = await start(path);
    const waits = message();
    await load(port, 1, 'GET', () => '/parallel');
    await waits;
    const { observed } = await stop();
    expect(observed.sites.map(({ callee }) => callee)).toEqual(['inParallel']);
  });
});

describe('programs of an odd kind', () => {
  const server = join(FIXTURES, 'servers/odd.mjs');

  it('a request with thousands of awaits does not hide what it lost first', async () => {
    const { port, stop } = await start(server);
    await load(port, 2, 'GET', () => '/long');
    const { observed } = await stop();
    expect(observed.sites.map(({ callee, count }) => `${callee} ${count}`)).toEqual(['slow 2']);
  });

  it('a program that has values printed in colours', async () => {
    const { port, stop } = await start(server);
    await load(port, 2, 'GET', () => '/coloured');
    const { observed } = await stop();
    expect(observed.sites.map(({ callee, outcomes }) => `${callee} ${outcomes.pending}`)).toEqual(['endless 2']);
  });

  it('a function that goes on after the answer, and awaits what is no promise, does not wait for itself', async () => {
    const { port, message, stop } = await start(server);
    const resumed = message();
    await load(port, 1, 'GET', () => '/resumes');
    await resumed;
    const { observed } = await stop();
    expect(observed.sites.map(({ callee, count }) => `${callee} ${count}`)).toEqual(['resumes 1']);
  });

  it('an idle loop does not make the time longer', async () => {
    const { port, message, stop } = await start(server);
    const settled = message();
    await load(port, 1, 'GET', () => '/settled');
    await settled;
    await message();
    const { observed } = await stop();
    expect(observed.sites).toMatchObject([{ outcomes: { settled: 1, pending: 0 } }]);
    expect(observed.sites[0]?.longestMs).toBeLessThan(1000);
  });
});
