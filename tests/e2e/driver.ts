import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Flavour } from '../../src/helper/flavour.ts';
import { writeHelper } from '../support/helper-files.ts';

/** A server in a separate process. */
export interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  /** Everything that it printed. */
  readonly said: () => string;
  /** What its tasks recorded, one line each: `started 7`, `finished 7`, `interrupted 7`. */
  readonly log: () => string[];
  /** The exit code, or the name of the signal that ended it. */
  readonly exited: Promise<number | string>;
}

export interface Started {
  readonly folder: string;
  readonly start: (
    command: readonly string[],
    options: { withHelper: boolean; cwd?: string; env?: Record<string, string> },
  ) => Promise<Running>;
  readonly end: () => void;
}

/** Starts servers, and cleans up after them. The helper is the injected text, as an ES module. */
export function servers(flavour: Flavour = 'node'): Started {
  const folder = mkdtempSync(join(tmpdir(), 'fire-task-e2e-'));
  const helper = writeHelper(folder, 'esm', flavour);
  const children: ChildProcess[] = [];
  return {
    folder,
    async start(command, { withHelper, cwd, env = {} }) {
      const log = join(folder, `log-${String(children.length)}`);
      writeFileSync(log, '');
      const child = spawn(process.execPath, command, {
        cwd,
        env: {
          ...process.env,
          ...env,
          NODE_ENV: 'production',
          LOG: log,
          ...(withHelper && { HELPER: pathToFileURL(helper).href }),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      children.push(child);
      let said = '';
      const exited = (once(child, 'close') as Promise<[number | null, string | null]>).then(
        ([code, signal]) => code ?? signal ?? 'nothing',
      );
      const port = new Promise<number>((resolve, reject) => {
        const hear = (chunk: Buffer): void => {
          said += chunk.toString();
          const [, found] = /(?:listening on |localhost:|127\.0\.0\.1:)(\d+)/.exec(said) ?? [];
          if (found !== undefined) resolve(Number(found));
        };
        child.stdout.on('data', hear);
        child.stderr.on('data', hear);
        void exited.then((code) => {
          reject(new Error(`the server ended with ${code.toString()}: ${said}`));
        });
      });
      return {
        child,
        port: await port,
        said: () => said,
        log: () => readFileSync(log, 'utf8').split('\n').filter(Boolean),
        exited,
      };
    },
    end() {
      for (const child of children) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The outcome of a request on a connection that had carried others, which its server closed under it. */
export const CUT_OFF = 'cut off';

/** Sends a request over a kept-alive connection; returns the status, `CUT_OFF`, or the code of the error. */
export async function ask(port: number, method: string, path: string, agent: Agent): Promise<number | string> {
  const sent = request({ host: '127.0.0.1', port, method, path, agent });
  sent.end();
  try {
    const [response] = (await once(sent, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
    response.resume();
    await once(response, 'end');
    return response.statusCode;
  } catch (error) {
    return sent.reusedSocket ? CUT_OFF : ((error as NodeJS.ErrnoException).code ?? 'failed');
  }
}

/** The error of a connection that no server accepted: there was none, or its queue ended with it. */
export const NOBODY = /^ECONN(?:REFUSED|RESET)$/;

/** What happened to the work of a server that was told to stop under load. */
export interface Shutdown {
  readonly started: number;
  readonly finished: number;
  readonly interrupted: number;
  /** Neither finished nor cleaned up. */
  readonly lost: number;
  /** The status of the request that was being answered at the signal, and that starts its task afterwards. */
  readonly late: number | string;
  /** What a new connection got once the server was closing: `NOBODY`, or a status. */
  readonly refused: number | string;
  /** Requests whose kept connection was closed under them. */
  readonly cutOff: number;
  readonly code: number | string;
  readonly ms: number;
}

/**
 * Sends a hundred requests over kept-alive connections, each of which starts a task of 10 to 1,510 ms, and SIGTERM in
 * the middle.
 *
 * @param keeps - whether the client keeps its idle connections open until the end; a load balancer that takes a server
 * out of use closes them
 */
export async function stopUnderLoad(
  { port, child, log, exited }: Running,
  random: () => number,
  keeps = false,
): Promise<Shutdown> {
  const count = (what: string): number => log().filter((line) => line.startsWith(`${what} `)).length;
  const unfinished = (): number => count('started') - count('finished') - count('interrupted');
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const late = ask(port, 'POST', '/late/late', agent);
  while (!log().includes('late late')) await sleep(5);
  const requests = Array.from({ length: 100 }, (_, id) =>
    ask(port, 'POST', `/tasks/${id.toString()}?ms=${String(10 + Math.floor(1500 * random()))}`, agent),
  );
  while (log().length < 50) await sleep(1);
  const startedAt = Date.now();
  child.kill('SIGTERM');
  const answered = await late;
  // A busy server hears of the signal late. Only what it does while its tasks run counts: afterwards, it is gone.
  let refused: number | string;
  do refused = await ask(port, 'GET', '/health', new Agent());
  while (typeof refused === 'number' && unfinished() > 0);
  const cutOff = (await Promise.all(requests)).filter((outcome) => outcome === CUT_OFF).length;
  if (!keeps) agent.destroy();
  const code = await exited;
  const ms = Date.now() - startedAt;
  agent.destroy();
  const [started, finished, interrupted] = [count('started'), count('finished'), count('interrupted')];
  return { started, finished, interrupted, lost: unfinished(), late: answered, refused, cutOff, code, ms };
}

/** Random numbers that are the same in each run of the tests. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
