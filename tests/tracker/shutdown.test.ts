import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { writeHelper } from '../support/helper-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'fire-task-shutdown-'));
const helpers = {
  esm: writeHelper(join(folder, 'esm'), 'esm'),
  cjs: writeHelper(join(folder, 'cjs'), 'cjs'),
  ts: writeHelper(join(folder, 'ts'), 'ts'),
};
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let runs = 0;

/**
 * Starts a server process, fires 50 tasks over keep-alive connections and one request that fires its task during the
 * shutdown, then signals.
 */
async function runUntilSignal(
  framework: string,
  { mode = '', signals = 1, form = 'esm' }: { mode?: string; signals?: number; form?: keyof typeof helpers } = {},
): Promise<{ finished: string[]; code: number | null; ms: number; errors: string }> {
  runs += 1;
  const log = join(folder, `log-${String(runs)}`);
  writeFileSync(log, '');
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('fixtures/server.mjs', import.meta.url)), framework, helpers[form], log, mode],
    { stdio: 'pipe' },
  );
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const [port] = (await Promise.race([
    once(child.stdout, 'data'),
    exited.then(() => Promise.reject(new Error(errors))),
  ])) as [Buffer];
  const agent = new Agent({ keepAlive: true });
  const fetchPath = async (path: string): Promise<void> => {
    const [response] = (await once(get({ host: '127.0.0.1', port: Number(port), path, agent }), 'response')) as [
      NodeJS.ReadableStream,
    ];
    response.resume();
    await once(response, 'end');
  };
  await Promise.all(Array.from({ length: 50 }, (_, id) => fetchPath(`/go/${String(id)}`)));
  const slowBegins = once(child.stdout, 'data');
  const slow = fetchPath('/slow').catch(() => undefined);
  await slowBegins;
  const started = Date.now();
  for (let signal = 0; signal < signals; signal += 1) {
    child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
  const [code] = await exited;
  await slow;
  agent.destroy();
  return {
    finished: readFileSync(log, 'utf8').trim().split('\n').filter(Boolean),
    code,
    ms: Date.now() - started,
    errors,
  };
}

describe.concurrent('drainOnShutdown on a real server', () => {
  it.each([
    ['http', 'esm'],
    ['http', 'cjs'],
    ['http', 'ts'],
  ] as const)(
    'loses nothing on %s with the helper as %s, with keep-alive clients and a request in flight',
    async (framework, form) => {
      const { finished, code, ms, errors } = await runUntilSignal(framework, { form });
      expect(errors).toMatch(/^fire-task: SIGTERM: \d+ finished in \d+ ms, none left\n$/);
      const tasks = finished.filter((line) => line !== 'database closed');
      expect(tasks).toHaveLength(51);
      expect(tasks).toContain('slow');
      expect(code).toBe(0);
      expect(ms).toBeLessThan(3000);
    },
  );

  it('lets a Fastify plugin close its database only when the tasks are done with it, and waits for that', async () => {
    const { finished } = await runUntilSignal('fastify');
    expect(finished.indexOf('database closed')).toBe(51);
  });

  it('names a stuck task and exits 1 at the limit', async () => {
    const { finished, code, errors } = await runUntilSignal('http', { mode: 'stuck' });
    expect(finished).toHaveLength(50);
    expect(code).toBe(1);
    expect(errors).toMatch(/aborting after \d+ ms: "work 7" \(\d+ ms old\)/);
    expect(errors).toMatch(/SIGTERM: \d+ finished in \d+ ms, not finished: "work 7" \(\d+ ms old\)/);
  });

  it('exits 1 at once on a second signal', async () => {
    const { code, ms } = await runUntilSignal('http', { mode: 'stuck', signals: 2 });
    expect(code).toBe(1);
    expect(ms).toBeLessThan(2500);
  });
});
