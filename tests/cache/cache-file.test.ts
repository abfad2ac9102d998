import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCache, writeCache } from '../../src/project/cache/cache-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fire-task-cache-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const VALUE = { paths: ['/app/src/a.js', '/app/src/b.js'], count: 2, text: '"\\\u0001"' };

it('reads what was written, with the paths of the folder that it lies in now', () => {
  const file = join(folder, 'cache.json');
  writeCache(file, '/app', VALUE);
  expect(readCache(file, '/app')).toEqual(VALUE);
  expect(readCache(file, 'C:\\other "app"')).toEqual({
    ...VALUE,
    paths: ['C:\\other "app"/src/a.js', 'C:\\other "app"/src/b.js'],
  });
});

it('reads nothing if any bit differs', () => {
  const file = join(folder, 'cache.json');
  writeCache(file, '/app', VALUE);
  const bytes = readFileSync(file);
  for (let index = 0; index < bytes.length; index += 1)
    for (const bit of [1, 32, 128]) {
      const flipped = Buffer.from(bytes);
      flipped[index] = (flipped[index] ?? 0) ^ bit;
      writeFileSync(file, flipped);
      expect(readCache(file, '/app'), `byte ${index}`).toBeUndefined();
    }
});

it('removes what was not written for thirty days', () => {
  const days = (count: number): number => Date.now() / 1000 - count * 24 * 60 * 60;
  for (const [name, age] of [
    ['old.json', 31],
    ['old.json.draft', 31],
    ['recent.json', 29],
  ] as const) {
    writeFileSync(join(folder, name), '');
    utimesSync(join(folder, name), days(age), days(age));
  }
  writeCache(join(folder, 'cache.json'), '/app', VALUE);
  expect(readdirSync(folder).sort()).toEqual(['cache.json', 'recent.json']);
});

it('reads nothing if there is no file, and ignores a folder that cannot be written', () => {
  expect(readCache(join(folder, 'none.json'), '/app')).toBeUndefined();
  writeFileSync(join(folder, 'file'), '');
  writeCache(join(folder, 'file/cache.json'), '/app', VALUE);
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('');
});
