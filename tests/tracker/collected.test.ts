import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { renderTracker } from '../../src/helper/injection.ts';

interface Said {
  lost: [name: string, status: string][];
  left: string[];
  sleeping: string;
  drained: boolean;
  active: number;
  grownBytes: number;
}

const folder = mkdtempSync(join(tmpdir(), 'fire-task-collected-'));
let said: Said;
beforeAll(() => {
  const helper = join(folder, 'fire-task.mjs');
  writeFileSync(helper, renderTracker('esm', 'node'));
  const fixture = fileURLToPath(new URL('fixtures/collected.mjs', import.meta.url));
  said = JSON.parse(execFileSync(process.execPath, ['--expose-gc', fixture, helper], { encoding: 'utf8' })) as Said;
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('calls work lost that waits for what is gone, whatever it was handed over as', () => {
  expect(said.lost).toEqual([
    ['function', 'lost'],
    ['promise', 'lost'],
    ['thenable', 'lost'],
  ]);
});

it('keeps work that a timer will wake, and ends the drain with it', () => {
  expect(said.left).toEqual(['sleeping']);
  expect([said.sleeping, said.drained]).toEqual(['done', true]);
});

it('leaves nothing of 100 000 settled tasks on the heap, their names included', () => {
  expect(said.active).toBe(0);
  // The names alone would be more than 6 MB.
  expect(said.grownBytes).toBeLessThan(1_000_000);
});
