import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { renderTracker } from '../../src/helper/injection.ts';
import { writeHelper } from '../support/helper-files.ts';
import { end, stopWhileHeld } from './driver.ts';

/** Where `npm run runtimes` puts them. */
const CACHE = join(import.meta.dirname, '../../.cache/runtimes/node_modules');
const POINTS = join(import.meta.dirname, 'fixtures/points.mjs');
const PROCESSES = join(import.meta.dirname, 'fixtures/processes.mjs');

const RUNTIMES: readonly (readonly [name: string, program: string, args: readonly string[]])[] = [
  ['Node', process.execPath, []],
  ['Bun', join(CACHE, '.bin/bun'), []],
  ['Deno', join(CACHE, '.bin/deno'), ['run', '--allow-read', '--allow-env', '--allow-sys', '--no-lock']],
];

const folder = mkdtempSync(join(tmpdir(), 'fire-task-runtimes-'));
afterAll(() => {
  end();
  rmSync(folder, { recursive: true, force: true });
});

const TEXTS = [
  ['node', 'esm'],
  ['vercel', 'esm'],
  ['netlify', 'esm'],
  ['supabase', 'esm'],
  ['lambda', 'esm'],
  ['node', 'ts'],
] as const;

describe.each(RUNTIMES)('on %s', (name, program, args) => {
  it.skipIf(!existsSync(program))('a crash by an exception is drained first where that is asked for', () => {
    const helper = writeHelper(join(folder, `crash-${name}`));
    const { stdout, stderr, status } = spawnSync(program, [...args, PROCESSES, 'crash, drained', helper], {
      encoding: 'utf8',
    });
    expect(stdout, stderr).toBe('ready\ndone task\nthen\n');
    expect(stderr).toMatch(/fire-task: uncaughtException: 1 finished in \d+ ms, none left/);
    expect(status).toBe(1);
  });

  it.skipIf(!existsSync(program))('a server that is told to stop ends with its requests and tasks', async () => {
    const permitted = name === 'Deno' ? [...args, '--allow-net', '--allow-write'] : args;
    const { code, errors, answer } = await stopWhileHeld([program, ...permitted]);
    expect(answer).toEqual([200, 'close']);
    expect(errors).toMatch(/^fire-task: SIGTERM: 1 finished in \d+ ms, none left\n$/);
    expect(code).toBe(0);
  });

  // Node 20 runs no TypeScript.
  it.skipIf(!existsSync(program)).each(TEXTS.filter(([, form]) => name !== 'Node' || form !== 'ts'))(
    'every point holds of the flavour %s as %s',
    (flavour, form) => {
      const helper = join(folder, `${name}-${flavour}.${form === 'ts' ? 'ts' : 'mjs'}`);
      writeFileSync(helper, renderTracker(form, flavour));
      const { stdout, stderr } = spawnSync(program, [...args, POINTS, pathToFileURL(helper).href], {
        encoding: 'utf8',
      });
      expect(stdout, stderr).toMatch(/^\{/);
      const { held, broken } = JSON.parse(stdout) as { held: string[]; broken: object };
      expect(broken).toEqual({});
      expect(held).toHaveLength(15);
    },
  );
});
