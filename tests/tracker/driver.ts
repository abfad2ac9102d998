import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { Agent, get } from 'node:http';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeHelper } from '../support/helper-files.ts';

/** Servers in processes of their own that are told to stop, and connections to them, over loopback. */
const folder = mkdtempSync(join(tmpdir(), 'fire-task-connections-'));
const helper = writeHelper(folder);
const children: ChildProcess[] = [];
const sockets: Socket[] = [];
export function end(): void {
  for (const socket of sockets) socket.destroy();
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

const fixture = join(import.meta.dirname, 'fixtures/connections.mjs');
/** A program and its arguments. By default Node, or what `FIRE_TASK_RUNTIME` names: to try all of this elsewhere. */
export type Runtime = readonly [program: string, ...args: string[]];
const [program = process.execPath, ...args] = process.env['FIRE_TASK_RUNTIME']?.split(' ') ?? [];

/** Starts a server in a process of its own. */
export async function start(kind: string, options: object = {}, runtime: Runtime = [program, ...args]) {
  const given = JSON.stringify({ timeoutMs: 20_000, connectionsMs: 300, ...options });
  const child = spawn(runtime[0], [...runtime.slice(1), fixture, kind, helper, given], { stdio: 'pipe' });
  children.push(child);
  let out = '';
  let errors = '';
  const waiting = new Map<string, () => void>();
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
    for (const [text, resolve] of waiting) if (out.includes(text)) resolve();
  });
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const exited = once(child, 'close') as Promise<[number | null]>;
  /** Waits until the server has said it. */
  const said = (text: string): Promise<void> =>
    Promise.race([
      new Promise<void>((resolve) => {
        if (out.includes(text)) resolve();
        else waiting.set(text, resolve);
      }),
      exited.then(() => {
        if (!out.includes(text)) throw new Error(`it ended without "${text}": ${out}${errors}`);
      }),
    ]);
  await said('listening on ');
  const port = Number(/listening on (\d+)/.exec(out)?.[1]);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    const from = performance.now();
    child.kill(signal);
    const [code] = await exited;
    return { code, ms: performance.now() - from, errors, out };
  };
  return { child, port, said, stop, exited: exited.then(([code]) => ({ code, errors, out })) };
}

export async function open(port: number, text = ''): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.resume();
  sockets.push(socket);
  await once(socket, 'connect');
  if (text !== '') socket.write(text);
  return socket;
}

export const GET = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;

/** Stops a server with a task and a request in flight, while other clients hold what nobody needs. */
export async function stopWhileHeld(runtime: Runtime) {
  const { port, said, stop } = await start('http', {}, runtime);
  const upload = 'POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf';
  for (const text of ['', 'GET / HT', GET('/events'), upload]) await open(port, text);
  await Promise.all([said('has /events'), said('has /upload')]);
  await Promise.all([open(port, GET('/task')), said('has /task')]);
  const slow = get({ host: '127.0.0.1', port, path: '/slow', agent: new Agent({ keepAlive: true }) });
  const answer = once(slow, 'response') as Promise<[IncomingMessage]>;
  await said('has /slow');
  const { code, errors } = await stop();
  const [{ statusCode, headers }] = await answer;
  return { code, errors, answer: [statusCode, headers.connection] };
}

/** With a key that both sides know, in place of a certificate. */
export const SECURE = {
  ciphers: 'PSK',
  pskCallback: () => ({ psk: Buffer.alloc(16), identity: 'a' }),
  checkServerIdentity: () => undefined,
};
