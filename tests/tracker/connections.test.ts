import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Agent, get, request } from 'node:http';
import { Agent as SecureAgent, get as getSecurely } from 'node:https';
import type { ClientHttp2Stream } from 'node:http2';
import { connect as connectHttp2 } from 'node:http2';
import { connect as connectSecurely } from 'node:tls';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { end, GET, open, SECURE, start } from './driver.ts';

/** What clients hold open when a server is told to stop, over loopback, with the packages themselves. */
afterAll(end);

async function openSecurely(port: number, text = ''): Promise<void> {
  const socket = connectSecurely({ ...SECURE, host: '127.0.0.1', port }).on('error', () => undefined);
  socket.resume();
  await once(socket, 'secureConnect');
  if (text !== '') socket.write(text);
}

function openHttp2(port: number, path: string, scheme = 'http'): ClientHttp2Stream {
  const session = connectHttp2(`${scheme}://127.0.0.1:${String(port)}`, SECURE).on('error', () => undefined);
  const method = path === '/upload' ? 'POST' : 'GET';
  return session.request({ ':path': path, ':method': method }).on('error', () => undefined);
}

const UPGRADE =
  'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

/** One connection each, held until the server ends it. */
const HELD: readonly (readonly [
  what: string,
  kind: string,
  hold: (port: number, said: (text: string) => Promise<void>) => Promise<unknown>,
])[] = [
  ['a WebSocket', 'ws', async (port, said) => Promise.all([open(port, UPGRADE), said('has a socket')])],
  ['a WebSocket of a ws server', 'wss', async (port, said) => Promise.all([open(port, UPGRADE), said('has a socket')])],
  ['a stream of events', 'http', async (port, said) => Promise.all([open(port, GET('/events')), said('has /events')])],
  [
    'a stream of events of Fastify',
    'fastify',
    async (port, said) => Promise.all([open(port, GET('/events')), said('has /events')]),
  ],
  [
    'an HTTP/2 session',
    'http2',
    async (port, said) => {
      openHttp2(port, '/events').resume();
      await said('has /events');
    },
  ],
  ...['http2', 'streams'].map(
    (kind) =>
      [
        `half a body over HTTP/2, of ${kind}`,
        kind,
        async (port: number, said: (text: string) => Promise<void>) => {
          openHttp2(port, '/upload').write('half');
          await said('has /upload');
        },
      ] as const,
  ),
  [
    'an answer over HTTP/2 that its client does not take',
    'http2',
    async (port, said) => {
      openHttp2(port, '/big');
      await said('has /big');
    },
  ],
  ['a silent socket', 'http', async (port) => open(port)],
  ['a silent socket of TLS', 'https', async (port) => open(port)],
  ['a silent socket of TLS, after the handshake', 'https', async (port) => openSecurely(port)],
  ['half a header over TLS', 'https', async (port) => openSecurely(port, 'GET / HT')],
  [
    'a stream of events over TLS',
    'https',
    async (port, said) => Promise.all([openSecurely(port, GET('/events')), said('has /events')]),
  ],
  [
    'a stream of events over TLS, of a server that also has HTTP/2',
    'secure',
    async (port, said) => Promise.all([openSecurely(port, GET('/events')), said('has /events')]),
  ],
  [
    'an HTTP/2 session over TLS',
    'secure',
    async (port, said) => {
      openHttp2(port, '/events', 'https').resume();
      await said('has /events');
    },
  ],
  ['half a header', 'http', async (port) => open(port, 'GET / HT')],
  [
    'half a body',
    'http',
    async (port, said) =>
      Promise.all([
        open(port, 'POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf'),
        said('has /upload'),
      ]),
  ],
];

describe.concurrent('a connection that nobody needs', () => {
  it.each(HELD)('is ended in time when it is %s', async (_, kind, hold) => {
    const { port, said, stop } = await start(kind);
    await hold(port, said);
    const { code, ms, errors } = await stop();
    expect(errors).toMatch(/^fire-task: SIGTERM: 0 finished in \d+ ms, none left\n$/);
    expect(code).toBe(0);
    // connectionsMs and a second, and what a busy machine takes.
    expect(ms).toBeLessThan(3500);
  });

  it('is ended at once when it is idle', async () => {
    const { port, said, stop } = await start('http', { connectionsMs: 15_000 });
    await Promise.all([open(port, GET('/')), said('has /')]);
    const { code, ms } = await stop();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(3000);
  });

  it.each([
    ['at once when it has no time', 0, 0, 3500],
    ['after five seconds when nobody said otherwise', undefined, 4500, 15_000],
  ])('is ended %s', async (_, connectionsMs, least, most) => {
    const { port, said, stop } = await start('ws', { connectionsMs });
    await Promise.all([open(port, UPGRADE), said('has a socket')]);
    const { code, ms, errors } = await stop();
    expect(errors).toMatch(/^fire-task: SIGTERM: 0 finished in \d+ ms, none left\n$/);
    expect(code).toBe(0);
    expect(ms).toBeGreaterThan(least);
    expect(ms).toBeLessThan(most);
  });

  it('waits for the last task, which may have something to say over it', async () => {
    const { port, said, stop } = await start('ws', { connectionsMs: 0 });
    const socket = await open(port, UPGRADE);
    await said('has a socket');
    await Promise.all([open(port, GET('/task')), said('has /task')]);
    const closed = once(socket, 'close').then(() => performance.now());
    const from = performance.now();
    const { code, errors } = await stop();
    expect((await closed) - from).toBeGreaterThan(400);
    expect(code).toBe(0);
    expect(errors).toMatch(/1 finished in \d+ ms, none left/);
  });

  it('is told why before it is ended, also when the tasks take longer than it has', async () => {
    const { port, said, stop } = await start('wss', { connectionsMs: 0 });
    const socket = await open(port, UPGRADE);
    await said('has a socket');
    const received: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => received.push(chunk));
    await Promise.all([open(port, GET('/task')), said('has /task')]);
    expect((await stop()).code).toBe(0);
    // A WebSocket frame: close, two bytes, 1001.
    expect(Buffer.concat(received).toString('hex')).toContain('880203e9');
  });
});

describe.concurrent('clients that go on sending what begins tasks', () => {
  /** A frame of a WebSocket with one letter, which a TCP server takes for a message as well. */
  const MESSAGE = Buffer.from('81810000000078', 'hex');

  it.each([
    ['ws', UPGRADE, false],
    ['wss', UPGRADE, true],
    ['tcp', '', false],
  ])('are ended, so that the drain has an end: %s', async (kind, first, isTold) => {
    const { port, said, stop } = await start(kind);
    const clients = await Promise.all([open(port, first), open(port, first), open(port, first)]);
    await said('has a socket');
    const received: Buffer[] = [];
    clients[0].on('data', (chunk: Buffer) => received.push(chunk));
    const timers = clients.map((client) => setInterval(() => client.writable && client.write(MESSAGE), 50));
    const { code, ms, errors } = await stop();
    for (const timer of timers) clearInterval(timer);
    expect(errors).toMatch(/^fire-task: SIGTERM: [1-9]\d* finished in \d+ ms, none left\n$/);
    expect(code).toBe(0);
    // Less than a quarter of the limit.
    expect(ms).toBeLessThan(5000);
    // A WebSocket frame: close, two bytes, 1001.
    expect(Buffer.concat(received).toString('hex').includes('880203e9')).toBe(isTold);
  });
});

/** Asks over a connection that is kept, and takes nothing of the answer before `take` is called. */
async function askAndWait(port: number, path: string, kind: string) {
  const options = { host: '127.0.0.1', port, path };
  const agent = kind === 'https' ? new SecureAgent({ ...SECURE, keepAlive: true }) : new Agent({ keepAlive: true });
  const sent = kind === 'https' ? getSecurely({ ...options, agent }) : get({ ...options, agent });
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const closed = new Promise<void>((resolve) => response.on('error', () => undefined).once('close', resolve));
  let bytes = 0;
  /** Takes all of it; `inParts`: with as many pauses of 0.1 s. */
  return async (inParts = 0): Promise<{ bytes: number; complete: boolean }> => {
    const part = Math.ceil(Number(response.headers['content-length']) / inParts);
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (Math.floor(bytes / part) === Math.floor((bytes - chunk.length) / part)) return;
      response.pause();
      setTimeout(() => response.resume(), 100);
    });
    await closed;
    agent.destroy();
    return { bytes, complete: response.complete };
  };
}

describe.concurrent('an answer that has begun', () => {
  it.each([
    ['is still being made', 'http', '/stream', 9],
    ['is written, and not yet sent', 'http', '/big', 50_000_000],
    ['is written, and not yet sent, by TLS', 'https', '/big', 50_000_000],
  ])('goes out whole over a kept connection when it %s', async (_, kind, path, bytes) => {
    const { port, stop } = await start(kind);
    const take = await askAndWait(port, path, kind);
    const stopped = stop();
    // Longer than it takes to end idle connections, and shorter than what makes a client a silent one.
    await sleep(200);
    expect(await take()).toEqual({ bytes, complete: true });
    expect((await stopped).code).toBe(0);
  });

  it.each(['http', 'https'])('is not cut off under a client that takes it slowly, over %s', async (kind) => {
    const { port, stop } = await start(kind, { connectionsMs: 0 });
    const take = await askAndWait(port, '/big', kind);
    const stopped = stop();
    expect(await take(20)).toMatchObject({ complete: true });
    const { code, ms } = await stopped;
    expect(code).toBe(0);
    // Longer than a client that takes nothing is waited for.
    expect(ms).toBeGreaterThan(1500);
  });

  it.each(['http', 'https'])('is cut off when its client takes no more of it, over %s', async (kind) => {
    const { port, stop } = await start(kind);
    const take = await askAndWait(port, '/big', kind);
    const { code, ms, errors } = await stop();
    expect(errors).toMatch(/^fire-task: SIGTERM: 0 finished in \d+ ms, none left\n$/);
    expect(code).toBe(0);
    expect(ms).toBeLessThan(4000);
    expect(await take()).toMatchObject({ complete: false });
  });
});

describe.concurrent('a request in flight', () => {
  it('is answered, and told that the connection ends', async () => {
    const { port, said, stop } = await start('http', { connectionsMs: 0 });
    const agent = new Agent({ keepAlive: true });
    const response = once(get({ host: '127.0.0.1', port, path: '/slow', agent }), 'response');
    await said('has /slow');
    const stopped = stop();
    const [{ statusCode, headers }] = (await response) as [{ statusCode: number; headers: Record<string, string> }];
    expect([statusCode, headers['connection']]).toEqual([200, 'close']);
    expect((await stopped).code).toBe(0);
    agent.destroy();
  });

  it('is answered when what was given is an application that has a path, as Express has', async () => {
    const { port, said, stop } = await start('express', { connectionsMs: 0 });
    const response = once(get({ host: '127.0.0.1', port, path: '/slow' }), 'response');
    await said('has /slow');
    const stopped = stop();
    const [{ statusCode }] = (await response) as [{ statusCode: number }];
    expect([statusCode, (await stopped).code]).toEqual([200, 0]);
  });

  it('is answered when it is one of several that its client sent at once', async () => {
    const { port, said, stop } = await start('http');
    const socket = await open(port, GET('/slow').repeat(3));
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    await said('has /slow');
    const { code, ms, errors } = await stop();
    expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(3);
    expect(text.match(/Connection: close/g)).toHaveLength(1);
    expect(errors).toMatch(/none left\n$/);
    expect(code).toBe(0);
    expect(ms).toBeLessThan(4000);
  });

  it('is waited for no longer when its client, which sent several at once, has left', async () => {
    const { port, said, stop } = await start('http');
    const socket = await open(port, GET('/slow').repeat(3));
    await said('has /slow');
    socket.destroy();
    await sleep(100);
    const { code, ms } = await stop();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(4000);
  });

  it.each(['127.0.0.1', '127.0.0.2'])('is answered at every address at which Fastify listens: %s', async (host) => {
    const { port, said, stop } = await start('localhost', { connectionsMs: 0 });
    const agent = new Agent({ keepAlive: true });
    const response = once(get({ host, port, path: '/fire', agent }), 'response');
    await said('has /fire');
    const stopped = stop();
    const [{ statusCode, headers }] = (await response) as [{ statusCode: number; headers: Record<string, string> }];
    expect([statusCode, headers['connection']]).toEqual([200, 'close']);
    const { code, out, errors } = await stopped;
    expect(errors).toMatch(/^fire-task: SIGTERM: 1 finished in \d+ ms, none left\n$/);
    expect(out).toContain('done task');
    expect(code).toBe(0);
    agent.destroy();
  });

  it('is answered as well when it comes over a kept connection that is busy all the time', async () => {
    const { port, said, stop, child } = await start('http');
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = async (): Promise<string | undefined> => {
      const sent = request({ host: '127.0.0.1', port, path: '/', agent });
      sent.end();
      const [response] = (await once(sent, 'response')) as [
        NodeJS.ReadableStream & { headers: Record<string, string> },
      ];
      response.resume();
      await once(response, 'end');
      return response.headers['connection'];
    };
    const outcomes: unknown[] = [];
    const clients = (async () => {
      while (outcomes.at(-1) !== 'close' && !(outcomes.at(-1) instanceof Error)) {
        outcomes.push(await ask().catch((error: unknown) => error));
        if (outcomes.length === 20) child.kill('SIGTERM');
      }
    })();
    await clients;
    expect(outcomes.at(-1)).toBe('close');
    await said('done true 0');
    agent.destroy();
    await stop().catch(() => undefined);
  });
});

describe.concurrent('the end of a shutdown', () => {
  it('is ready, then closing, then drained, then cleaned up', async () => {
    const { port, said, child, exited } = await start('http', { delayMs: 700 });
    const status = async (): Promise<number> => {
      const [response] = (await once(get({ host: '127.0.0.1', port, path: '/ready' }), 'response')) as [
        NodeJS.ReadableStream & { statusCode: number },
      ];
      response.resume();
      return response.statusCode;
    };
    expect(await status()).toBe(200);
    await Promise.all([open(port, GET('/task')), said('has /task')]);
    child.kill('SIGTERM');
    while ((await status()) === 200);
    const { code, out } = await exited;
    expect(out.trim().split('\n').slice(-2)).toEqual(['then', 'done true 0']);
    expect(code).toBe(0);
  });

  it.each([
    ['close', 'http', 'closing the server failed: Error: close failed'],
    ['onClose', 'fastify', 'closing the server failed: Error: onClose failed'],
    ['then', 'http', 'then failed: Error: then failed'],
  ])('says so and exits 1 when %s of %s fails', async (failing, kind, line) => {
    const { stop } = await start(kind, { failing });
    const { code, errors } = await stop();
    expect(errors).toContain(`fire-task: ${line}`);
    expect(code).toBe(1);
  });

  it('takes two signals at once for one, and a later one for the end, with what is lost', async () => {
    const { port, said, child, exited } = await start('http');
    await Promise.all([open(port, GET('/stuck')), said('has /stuck')]);
    child.kill('SIGTERM');
    child.kill('SIGINT');
    await said('got SIGTERM');
    expect(await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 700, 'runs'))])).toBe('runs');
    child.kill('SIGINT');
    const { code, errors } = await exited;
    expect(code).toBe(1);
    expect(errors).toMatch(/SIGINT again, lost: "stuck" \(\d+ ms old\)/);
  });

  it('is told to whoever exits by themselves', async () => {
    const { said, child, exited } = await start('http', { exit: false });
    child.kill('SIGTERM');
    await said('done true 0');
    expect((await exited).code).toBe(0);
  });
});
