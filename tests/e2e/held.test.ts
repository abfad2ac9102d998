import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:http';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { servers } from './driver.ts';

/** The servers of `npm run bench:shutdown`, with a connection of each kind at the same time. */
const SERVER = join(import.meta.dirname, '../../bench/shutdown/server.js');
/** Far more than the second and a half that the slow request takes. */
const LIMIT_MS = 60_000;
const { folder, start, end } = servers();
afterAll(end);

const HEAD = ' HTTP/1.1\r\nHost: a\r\n';

/** A connection that sends this and nothing more. */
async function hold(port: number, text: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

/** Sends a request whose arrival the server tells by a 100. `answer` is its status, and what becomes of the connection. */
async function arrive(port: number, path: string) {
  const agent = new Agent({ keepAlive: true });
  const headers = { expect: '100-continue', 'content-type': 'text/plain' };
  const sent = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers });
  const answer = (async () => {
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    await once(response, 'end');
    agent.destroy();
    return [response.statusCode, response.headers.connection];
  })();
  sent.flushHeaders();
  await once(sent, 'continue');
  sent.end('body');
  return { answer };
}

describe.each([
  'node:http',
  'Express 4',
  'Express 5',
  'Fastify',
  'Koa',
  'Hono',
  'NestJS',
  'NestJS with enableShutdownHooks',
])('%s', (name) => {
  it('answers what is in flight, ends what nobody needs, and is done then', async () => {
    const env = { LIMIT_MS: String(LIMIT_MS) };
    const server = await start([SERVER, name, 'drainOnShutdown', folder], { withHelper: true, env });
    const { port, child, exited } = server;
    const sockets = [await hold(port, ''), await hold(port, 'GET / HT')];
    const events = await hold(port, `GET /events${HEAD}\r\n`);
    // The server has the headers when it says so. It has accepted the two before.
    await once(events, 'data');
    const half = await hold(port, `POST /upload${HEAD}Content-Length: 99\r\nExpect: 100-continue\r\n\r\n`);
    await once(half, 'data');
    half.write('half');
    const ends = [...sockets, events, half].map((socket) => once(socket.resume(), 'close'));
    const slow = await arrive(port, '/slow');
    child.kill('SIGTERM');
    const from = performance.now();
    expect(await slow.answer).toEqual([200, 'close']);
    expect(await exited).toBe(0);
    await Promise.all(ends);
    expect(performance.now() - from).toBeLessThan(LIMIT_MS / 2);
    expect(server.said()).toMatch(/fire-task: SIGTERM: 0 finished in \d+ ms, none left/);
  });
});
