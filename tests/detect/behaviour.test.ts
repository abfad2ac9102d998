import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Observed } from '../../src/detect/report.ts';
import { FIXTURES, lineOf } from './driver.ts';

const DETECT = join(import.meta.dirname, '../../dist/detect.cjs');
const PROGRAM = join(FIXTURES, 'behaves.mjs');
const folder = mkdtempSync(join(tmpdir(), 'fire-task-behaviour-'));
const file = join(folder, 'observed.json');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the program to its end, which it comes to by itself. */
function run(which: string, ...flags: string[]): { code: number | null; out: string; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', ...flags, PROGRAM, which], {
    cwd: FIXTURES,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', FIRE_TASK_DETECT: file },
    timeout: 60_000,
  });
  return { code: status, out: stdout, said: stderr };
}

describe.each([
  ['ends by itself', 4, ''],
  ['is ended by a rejection', 1, 'exit 1\n'],
  ['handles a rejection late', 0, 'unhandled early\ncaught\nhandled\n'],
  ['counts on the order of turns', 0, 'tick,microtask,then,await,handler,then of then,thenable,after the thenable\n'],
  ['shortens its stacks', 0, 'own 3 3\n3 own 0\n'],
  ['has no limit of stacks', 0, 'false\n'],
  ['freezes its globals', 0, 'served\n'],
  ['drops its promises', 0, '0 kept\n'],
  ['has a store and hooks of its own', 0, 'own true\n'],
])('a program that %s', (which, code, out) => {
  it.each([['unwatched'], ['by --import', '--import', DETECT], ['by --require', '--require', DETECT]])(
    'does the same %s',
    (how, ...flags) => {
      const ran = run(which, ...flags);
      expect(ran, ran.said).toMatchObject({ code, out });
      expect(ran.said.includes('fire-task detect:')).toBe(how !== 'unwatched');
    },
  );
});

describe('what is launched by', () => {
  it.each([
    ['a nested call', 'slow'],
    ['a microtask', 'slow'],
    ['a tick', 'slow'],
    ['a turn', 'slow'],
    ['a timer', 'slow'],
    ['a then', 'Promise.resolve().then'],
    ['a listener', 'bus.on'],
  ])('%s is named by its line and call', (which, callee) => {
    const { said } = run(which, '--import', DETECT);
    const { sites } = JSON.parse(readFileSync(file, 'utf8')) as Observed;
    expect(
      sites.map((site) => [site.file, site.line, site.callee]),
      said,
    ).toEqual([['behaves.mjs', lineOf(PROGRAM, `// ${which}`), callee]]);
  });
});

it('a thread that is terminated has written what was lost', () => {
  run('terminates a thread', '--import', DETECT);
  const [name = 'none'] = readdirSync(folder).filter((entry) => entry !== 'observed.json');
  const { sites } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Observed;
  expect(sites.map(({ callee }) => callee)).toEqual(['slow']);
  rmSync(join(folder, name));
});

/** How many places each file of the run names. */
const written = (): number[] =>
  readdirSync(folder).map((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Observed).sites.length);

it('children do not overwrite what another process of the run has written, but what an earlier run has', () => {
  run('ends by itself', '--import', DETECT);
  run('starts children', '--import', DETECT);
  expect(written()).toEqual([1, 1]);
});

it('each worker of a cluster writes what its requests lost', () => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  run('has workers of a cluster', '--import', DETECT);
  expect(written().filter((sites) => sites > 0)).toEqual([1, 1]);
});
