import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Observed } from '../../src/detect/report.ts';
import { renderTracker } from '../../src/helper/injection.ts';
import { ask, NOBODY, seeded, servers, stopUnderLoad } from './driver.ts';

/** Inside this checkout, because Next.js looks for its packages in the folders above. */
const APP = join(import.meta.dirname, '../../.cache/e2e-next');
const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next');
const DETECT = join(import.meta.dirname, '../../dist/detect.cjs');
const QUIET = { NEXT_TELEMETRY_DISABLED: '1' };

const { start, end } = servers('next');
afterAll(end);

beforeAll(() => {
  rmSync(APP, { recursive: true, force: true });
  mkdirSync(APP, { recursive: true });
  cpSync(join(import.meta.dirname, 'next'), APP, { recursive: true });
  writeFileSync(join(APP, 'lib/fire-task.js'), renderTracker('esm', 'next'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [NEXT, 'build'], {
    cwd: APP,
    encoding: 'utf8',
    env: { ...process.env, ...QUIET, NODE_ENV: 'production' },
  });
  expect(status, stdout + stderr).toBe(0);
}, 120_000);

const run = (withHelper: boolean): ReturnType<typeof start> =>
  start([NEXT, 'start', '-p', '0', '-H', '127.0.0.1'], { withHelper, cwd: APP, env: QUIET });

/** `next start` has its own shutdown: only the flavour's `after(task.settled)` is added. */
describe('next start', () => {
  it('loses background work at SIGTERM', async () => {
    const { started, lost } = await stopUnderLoad(await run(false), seeded(1));
    expect(started).toBeGreaterThanOrEqual(50);
    expect(lost).toBeGreaterThan(0);
  }, 60_000);

  it('loses none with the helper, answers what it has begun and takes nothing new', async () => {
    const server = await run(true);
    const shutdown = await stopUnderLoad(server, seeded(1));
    expect(shutdown).toMatchObject({
      interrupted: 0,
      lost: 0,
      late: 202,
      refused: expect.stringMatching(NOBODY) as string,
    });
    expect(server.log()).toContain('finished late');
    expect(shutdown.ms).toBeLessThan(1510 + 3000);
  }, 60_000);

  it('gives the work of an API route to the platform, because `after` throws there', async () => {
    const server = await run(true);
    expect(await ask(server.port, 'POST', '/api/classic', new Agent())).toBe(202);
    while (!server.log().includes('the platform waited')) await sleep(20);
  }, 60_000);

  it('reports a task that rejects, and goes on', async () => {
    const server = await run(true);
    expect(await ask(server.port, 'POST', '/failing', new Agent())).toBe(202);
    await sleep(200);
    expect(await ask(server.port, 'GET', '/health', new Agent())).toBe(200);
    expect(server.said()).toMatch(/fire-task: "failing" \(\d+ ms old\) failed:/);
  }, 60_000);

  it('says of itself nothing to the detector, which names what a route launches', async () => {
    const file = join(APP, 'observed.json');
    const watched = { ...QUIET, NODE_OPTIONS: `--import=${DETECT}`, FIRE_TASK_DETECT: file };
    const { port, child, log, exited } = await start([NEXT, 'start', '-p', '0', '-H', '127.0.0.1'], {
      withHelper: false,
      cwd: APP,
      env: watched,
    });
    const agent = new Agent({ keepAlive: true });
    for (let count = 0; count < 20; count += 1) expect(await ask(port, 'GET', '/health', agent)).toBe(200);
    expect(await ask(port, 'POST', '/tasks/seen?ms=300', agent)).toBe(202);
    while (!log().includes('finished seen')) await sleep(20);
    agent.destroy();
    child.kill('SIGTERM');
    await exited;
    const { sites } = JSON.parse(readFileSync(file, 'utf8')) as Observed;
    expect(sites.map(({ file: place, callee, units }) => ({ place, callee, units }))).toEqual([
      { place: 'lib/work.js', callee: 'work', units: [{ name: 'POST /tasks/seen', count: 1 }] },
    ]);
  }, 60_000);
});
