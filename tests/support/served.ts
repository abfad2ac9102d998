import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { renderTracker } from '../../src/helper/injection.ts';
import { shown, TRACED } from './trace.ts';

/** An answer, byte for byte; without headers that tell the time. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

interface Framework {
  /** A server whose handler contains these statements, and then answers with all that was logged until then. */
  readonly server: (body: string) => string;
  /** Sends the server's only request. */
  readonly ask: (app: never) => Promise<Response>;
}

const HEAD = `${TRACED}const svc = { run }, ids = [1, 2];\n`;
const REQUEST = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1,"b":0}' };

export const FRAMEWORKS: Readonly<Record<string, Framework>> = {
  Express: {
    server: (body) =>
      `const express = require('express');\n${HEAD}const app = express();\napp.use(express.json());\n` +
      `app.post('/x', async (request, res) => {\nconst req = request.body;\n${body}\nres.json(seen());\n});\n` +
      'app.use((error, req, res, next) => { res.status(500).json([error.message, seen()]); });\nexports.app = app;\n',
    ask: async (app: { listen(port: number, host: string, ready: () => void): import('node:http').Server }) => {
      const server = await new Promise<import('node:http').Server>((resolve) => {
        const made = app.listen(0, '127.0.0.1', () => {
          resolve(made);
        });
      });
      try {
        const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x`, REQUEST);
        return new Response(await response.arrayBuffer(), response);
      } finally {
        server.closeAllConnections();
        server.close();
      }
    },
  },
  Fastify: {
    server: (body) =>
      `const fastify = require('fastify');\n${HEAD}const app = fastify();\n` +
      `app.post('/x', async (request, reply) => {\nconst req = request.body, res = reply.raw;\n${body}\n` +
      'return reply.send(seen());\n});\n' +
      'app.setErrorHandler((error, request, reply) => { reply.status(500).send([error.message, seen()]); });\n' +
      'exports.app = app;\n',
    ask: async (app: import('fastify').FastifyInstance) => {
      const { statusCode, headers, rawPayload } = await app.inject({
        method: 'POST',
        url: '/x',
        headers: REQUEST.headers,
        payload: REQUEST.body,
      });
      await app.close();
      const told = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
      return new Response(new Uint8Array(rawPayload), { status: statusCode, headers: told });
    },
  },
  Hono: {
    server: (body) =>
      `const { Hono } = require('hono');\n${HEAD}const app = new Hono();\n` +
      `app.post('/x', async (c) => {\nconst req = await c.req.json(), res = { on() {} };\n${body}\n` +
      'return c.json(seen());\n});\n' +
      'app.onError((error, c) => c.json([error.message, seen()], 500));\nexports.app = app;\n',
    ask: async (app: import('hono').Hono) => await app.request('/x', REQUEST),
  },
};

const require = createRequire(import.meta.url);
const TELLS_THE_TIME = new Set(['date', 'keep-alive', 'connection']);

/** Loads a CommonJS file that exports a server as `app`, and returns what the server answers to one request. */
export async function answerOf(code: string, { ask }: Framework): Promise<Answer> {
  const trace: string[] = [];
  const log = (...words: unknown[]): void => void trace.push(words.map(shown).join(' '));
  const load = (text: string): Record<string, unknown> => {
    const module = { exports: {} as Record<string, unknown> };
    const globals = {
      module,
      exports: module.exports,
      require: (name: string): unknown =>
        name === './lib/fire-task' ? load(renderTracker('cjs', 'node')) : (require(name) as unknown),
      log,
      seen: () => [...trace],
      console: { error: () => undefined },
    };
    const start = compileFunction(text, Object.keys(globals)) as (...values: unknown[]) => void;
    start(...Object.values(globals));
    return module.exports;
  };
  const response = await ask(load(code)['app'] as never);
  const headers = [...response.headers].filter(([name]) => !TELLS_THE_TIME.has(name));
  return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()).toString('latin1') };
}
