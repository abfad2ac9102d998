import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Observed } from '../../src/detect/report.ts';

const ROOT = join(import.meta.dirname, '../..');
export const DETECT = join(ROOT, 'dist/detect.cjs');
export const FIXTURES = join(import.meta.dirname, 'fixtures');

export interface Watched {
  readonly child: ChildProcess;
  readonly port: number;
  /** The next message that the server sends. */
  readonly message: () => Promise<unknown>;
  /** Tells it to exit, and gives what was seen. */
  readonly stop: () => Promise<Stopped>;
}

export interface Stopped {
  readonly observed: Observed;
  readonly code: number | string;
  /** All that it said on its standard error. */
  readonly said: string;
}

export interface StartOptions {
  /** Before the path of the server. */
  readonly flags?: readonly string[];
  readonly env?: Record<string, string>;
  readonly cwd?: string;
}

/** Starts servers with the detector, which writes what it sees into a file; cleans up after them. */
export function watchedServers(): {
  start: (path: string, options?: StartOptions) => Promise<Watched>;
  end: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'fire-task-detect-'));
  const children: ChildProcess[] = [];
  return {
    async start(path, { flags = ['--import', DETECT], env = {}, cwd = FIXTURES } = {}) {
      const file = join(folder, `${children.length}.json`);
      const child = fork(path, {
        cwd,
        execArgv: [...flags],
        env: { ...process.env, NODE_OPTIONS: '', FIRE_TASK_DETECT: file, ...env },
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
      children.push(child);
      let said = '';
      child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
      const exited = once(child, 'close') as Promise<[number | null, string | null]>;
      const message = async (): Promise<unknown> => {
        const first: unknown[] = await Promise.race([once(child, 'message'), exited.then(() => [])]);
        if (first.length === 0) throw new Error(`the server ended: ${said}`);
        return first[0];
      };
      const { port } = (await message()) as { port: number };
      return {
        child,
        port,
        message,
        async stop() {
          child.send('exit');
          const [code, signal] = await exited;
          if (!existsSync(file)) throw new Error(`nothing was written: ${said}`);
          return { observed: JSON.parse(readFileSync(file, 'utf8')) as Observed, code: code ?? signal ?? '', said };
        },
      };
    },
    end() {
      for (const child of children) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One request; gives the status and the text. */
export async function ask(
  port: number,
  method: string,
  path: string,
  agent?: Agent,
): Promise<[number | undefined, string]> {
  const sent = request({ host: '127.0.0.1', port, method, path, ...(agent && { agent }) }).end();
  const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return [response.statusCode, text];
}

/** Many requests over a few connections that are kept open. */
export async function load(
  port: number,
  count: number,
  method: string,
  path: (index: number) => string,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  try {
    await Promise.all(Array.from({ length: count }, (_, index) => ask(port, method, path(index), agent)));
  } finally {
    agent.destroy();
  }
}

/** Begins a request, and goes away when the first of the answer is here. */
export async function leaveDuring(port: number, path: string): Promise<void> {
  const sent = request({ host: '127.0.0.1', port, path }).end();
  const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
  await once(response, 'data');
  sent.destroy();
}

/** Begins a request, and goes away before it is answered, once `arrived` says that it is being worked on. */
export async function leaveBefore(port: number, path: string, arrived: () => Promise<unknown>): Promise<void> {
  const sent = request({ host: '127.0.0.1', port, path });
  sent.on('error', () => undefined);
  const there = arrived();
  sent.end();
  await there;
  sent.destroy();
}

/** One request by HTTP/2; gives all that was answered, unless `leaves` tells when to go away. */
export async function askHttp2(
  port: number,
  method: string,
  path: string,
  leaves?: () => Promise<unknown>,
): Promise<string> {
  const session = connect(`http://127.0.0.1:${port}`);
  const sent = session.request({ ':method': method, ':path': path }).setEncoding('utf8');
  let text = '';
  sent.on('data', (chunk: string) => (text += chunk));
  if (leaves !== undefined)
    void leaves().then(() => {
      sent.close();
    });
  await once(sent, 'close');
  session.destroy();
  return text;
}

/** Lines of a file that are marked `// lost`. */
export function linesLost(path: string): number[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.endsWith('// lost') ? [index + 1] : []));
}

/** The line of a file that has a text in it. */
export function lineOf(path: string, text: string): number {
  return (
    readFileSync(path, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  );
}
