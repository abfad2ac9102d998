import { once } from 'node:events';
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Agent, request } from 'node:http';
import { request as requestSecurely } from 'node:https';
import type { ClientHttp2Session } from 'node:http2';
import { connect as connectHttp2 } from 'node:http2';
import { afterAll, describe, expect, it } from 'vitest';
import { end, SECURE, start } from './driver.ts';

/** Requests in flight, of each kind that Node knows: each is answered whole, and its client told to send no other. */
afterAll(end);

/** Waits for the answer and for its body. */
async function answered(asked: ClientRequest): Promise<readonly [number | undefined, string | undefined, string]> {
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return [response.statusCode, response.headers.connection, text];
}

/** The same over HTTP/2. */
async function answeredBy(session: ClientHttp2Session, path: string): Promise<readonly [unknown, string]> {
  const asked = session.request({ ':path': path });
  const response = once(asked, 'response') as Promise<[IncomingHttpHeaders]>;
  let text = '';
  for await (const chunk of asked) text += String(chunk);
  return [(await response)[0][':status'], text];
}

const HTTP1: readonly (readonly [what: string, kind: string, headers: Record<string, string>])[] = [
  ['as usual', 'http', {}],
  ['over TLS', 'https', {}],
  ['over TLS, at a server that also has HTTP/2', 'secure', {}],
  ['that waits for a 100 of Node', 'http', { expect: '100-continue' }],
  ['that waits for a 100 of the application', 'continues', { expect: '100-continue' }],
  ['that expects something else', 'expects', { expect: 'patience' }],
];

describe.concurrent('a request in flight', () => {
  it.each(HTTP1)('is answered: %s', async (_, kind, headers) => {
    const { port, said, stop } = await start(kind, { connectionsMs: 0 });
    const agent = kind === 'https' || kind === 'secure' ? undefined : new Agent({ keepAlive: true });
    const options = { ...SECURE, host: '127.0.0.1', port, path: '/slow', method: 'POST', headers };
    const asked =
      agent === undefined
        ? requestSecurely({ ...options, headers: { ...headers, connection: 'keep-alive' } })
        : request({ ...options, agent });
    if (headers['expect'] === '100-continue') asked.once('continue', () => asked.end('body')).flushHeaders();
    else asked.end('body');
    await said('has /slow');
    const answer = answered(asked);
    const { code, errors } = await stop();
    expect(await answer).toEqual([200, 'close', 'slow']);
    expect(errors).toMatch(/^fire-task: SIGTERM: 0 finished in \d+ ms, none left\n$/);
    expect(code).toBe(0);
    agent?.destroy();
  });

  it.each([
    ['http2', 'http'],
    ['streams', 'http'],
    ['secure', 'https'],
  ])('is answered over HTTP/2, at a server of %s by %s', async (kind, scheme) => {
    const { port, said, stop } = await start(kind, { connectionsMs: 0 });
    const session = connectHttp2(`${scheme}://127.0.0.1:${String(port)}`, SECURE).on('error', () => undefined);
    const toldToLeave = once(session, 'goaway');
    const answer = answeredBy(session, '/slow');
    await said('has /slow');
    const { code, errors } = await stop();
    expect(await answer).toEqual([200, 'slow']);
    await toldToLeave;
    expect(errors).toMatch(/^fire-task: SIGTERM: 0 finished in \d+ ms, none left\n$/);
    expect(code).toBe(0);
  });
});
