import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { afterAll, describe, expect, it } from 'vitest';
import { CATALOG } from '../../src/catalog/index.ts';

/**
 * What the catalog says of the promise that a handler returns, held against the real package over loopback: a handler
 * that answers late, and one that rejects.
 */
interface Behaviour {
  readonly late: string;
  readonly rejected: string;
}

/** Called by a handler as it gives its value, or refuses it. */
let gives: () => void = () => undefined;

/** A server that answers at once. */
const ping = createServer((_, response) => response.end('pong')).listen(0, '127.0.0.1');
afterAll(() => {
  ping.closeAllConnections();
  ping.close();
});
const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const get = (port: number, path: string, signal?: AbortSignal): Promise<Response> =>
  fetch(`http://127.0.0.1:${port.toString()}${path}`, { ...(signal && { signal }) });

/** There is no answer when the handler has given its value, and many later requests have been answered since. */
async function ask(port: number, path: string): Promise<string> {
  const given = new Promise<void>((resolve) => {
    gives = resolve;
  });
  const silence = given.then(async () => {
    for (let count = 0; count < 30; count += 1) await (await get(portOf(ping), '/')).text();
    return 'no answer';
  });
  const aborter = new AbortController();
  const answer = get(port, path, aborter.signal).then(async (response) =>
    `${response.status.toString()} ${response.status === 200 ? await response.text() : ''}`.trim(),
  );
  const first = await Promise.race([answer, silence]);
  aborter.abort();
  await answer.catch(() => undefined);
  return first;
}

async function behaviour(server: Server): Promise<Behaviour> {
  if (!server.listening) await once(server, 'listening');
  const port = portOf(server);
  try {
    return { late: await ask(port, '/late'), rejected: await ask(port, '/rejected') };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const later = async (): Promise<string> => {
  await sleep(30);
  gives();
  return 'late';
};

const refused = (): Promise<never> => {
  gives();
  return Promise.reject(new Error('x'));
};

function returnedBy(name: string): string | undefined {
  return CATALOG.find((entry) => entry.name === name)?.returned;
}

describe('the promise that a handler returns', () => {
  it('is awaited by Fastify, Koa and Hono: its value is the answer, its rejection a 500', async () => {
    const app = fastify();
    app.get('/late', async () => later());
    app.get('/rejected', refused);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const koa = new Koa({ proxy: false });
    koa.silent = true;
    koa.use(async (ctx) => {
      if (ctx.path === '/rejected') await refused();
      ctx.body = await later();
    });
    const hono = new Hono();
    hono.get('/late', async (c) => c.text(await later()));
    hono.get('/rejected', refused);
    hono.onError((_, c) => c.text('', 500));
    const expected = { late: '200 late', rejected: '500' };
    expect(await behaviour(app.server)).toEqual(expected);
    expect(await behaviour(koa.listen(0))).toEqual(expected);
    expect(await behaviour(serve({ fetch: hono.fetch, port: 0 }) as Server)).toEqual(expected);
    expect(['fastify', 'koa', 'hono'].map(returnedBy)).toEqual(['awaited', 'awaited', 'awaited']);
  });

  it('is nothing to Express 5 but a rejection to pass on', async () => {
    const app = express();
    app.get('/late', () => later());
    app.get('/rejected', refused);
    const onError: express.ErrorRequestHandler = (...[, , res]) => {
      res.status(500).end();
    };
    // Express counts the parameters of an error handler.
    Object.defineProperty(onError, 'length', { value: 4 });
    app.use(onError);
    expect(await behaviour(app.listen(0))).toEqual({ late: 'no answer', rejected: '500' });
    expect(returnedBy('express')).toBe('caught');
  });

  it('is ignored by node:http: a rejection goes to the process', async () => {
    const rejections: unknown[] = [];
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', (reason) => rejections.push(reason));
    const server = createServer((req) => (req.url === '/rejected' ? refused() : later()) as unknown as undefined);
    expect(await behaviour(server.listen(0))).toEqual({ late: 'no answer', rejected: 'no answer' });
    process.removeAllListeners('unhandledRejection');
    for (const listener of others) process.on('unhandledRejection', listener);
    expect(rejections).toHaveLength(1);
    expect(returnedBy('node')).toBe('ignored');
  });

  it('of next() must be awaited in Koa and Hono: else the answer is sent before what follows is done', async () => {
    const koa = new Koa();
    koa.use((_ctx, next) => {
      void next();
    });
    koa.use(async (ctx) => {
      ctx.body = await later();
    });
    const hono = new Hono();
    hono.use((_c, next) => {
      void next();
      return Promise.resolve();
    });
    hono.get('/late', async (c) => c.text(await later()));
    hono.onError((_, c) => c.text('', 500));
    expect((await behaviour(koa.listen(0))).late).toBe('404');
    expect((await behaviour(serve({ fetch: hono.fetch, port: 0 }) as Server)).late).toBe('500');
    expect(
      CATALOG.filter(({ name }) => name === 'koa' || name === 'hono').map(({ continuation }) => continuation),
    ).toEqual([1, 1]);
  });
});
