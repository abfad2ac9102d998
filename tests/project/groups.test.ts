import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readManifest } from '../../src/project/manifest.ts';
import { createWorkspace } from '../../src/project/workspace.ts';

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'fire-task-groups-')));
  for (const name of ['root/apps/web', 'root/libs/deep/er', 'shared', 'other/deep'])
    write(`${name}/package.json`, '{}');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The packages of a workspace with some patterns, as seen from its folder. */
function membersWith(...workspaces: string[]): string[] {
  write('root/package.json', JSON.stringify({ workspaces }));
  const { packages } = createWorkspace().groups.of(join(folder, 'root/any.js'));
  return packages.map(({ root }) => relative(join(folder, 'root'), root)).filter((place) => place !== '');
}

it.each([
  ['./apps/*', ['apps/web']],
  ['**', ['apps/web', 'libs/deep/er']],
  ['../shared', ['../shared']],
  // Outside of the folder, one level: what is there may be all of a disk.
  ['../**', ['../shared']],
  ['apps/../../**', ['../shared']],
  // No pattern at all: as where none is written.
  ['/**', ['apps/web', 'libs/deep/er']],
])('the pattern %s', (pattern, members) => {
  expect(membersWith(pattern)).toEqual(members);
});

it('is bounded in each way to write it', () => {
  write('root/package.json', '{}');
  write('root/pnpm-workspace.yaml', "packages:\n  - '../**'\n  - '!../**/test'\n  - '/**'\n");
  expect(readManifest(join(folder, 'root')).members).toEqual(['../*', '!../**/test']);
  rmSync(join(folder, 'root/pnpm-workspace.yaml'));
});
