import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Workspace } from '../../src/project/workspace.ts';
import { createWorkspace } from '../../src/project/workspace.ts';
import { counts } from '../../src/syntax/counts.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const LONG_AGO = new Date('2020-01-01');
let workspace: Workspace;

/** Makes everything look as if it had been there for years. */
function age(): void {
  for (const path of ['', ...readdirSync(box.folder, { recursive: true, encoding: 'utf8' })])
    utimesSync(join(box.folder, path), LONG_AGO, LONG_AGO);
}

/** The files of the package some seconds later, and whether the disk was searched for them. */
function filesAfter(seconds: number): { files: string[]; isListed: boolean } {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 });
  const before = counts.listed;
  const files = [...workspace.listings.filesOf(box.folder)].map((path) => path.slice(box.folder.length + 1));
  return { files: files.map((path) => path.replaceAll('\\', '/')), isListed: counts.listed > before };
}

beforeEach(() => {
  box.write('package.json', '{}');
  box.write('src/a.ts', '');
  box.write('src/assets/logo.svg', '');
  box.write('packages/b/c.ts', '');
  box.write('.gitignore', 'tmp\n');
  age();
  workspace = createWorkspace();
  expect(filesAfter(0).isListed).toBe(true);
});

afterEach(() => {
  vi.useRealTimers();
});

it('does not search the disk again while no folder changes, but once a minute', () => {
  expect(filesAfter(5)).toEqual({ files: ['packages/b/c.ts', 'src/a.ts'], isListed: false });
  box.write('src/a.ts', 'export {};');
  expect(filesAfter(5).isListed).toBe(false);
  expect(filesAfter(60).isListed).toBe(true);
});

it.each<[string, () => void, string[]]>([
  [
    'comes to a folder without code',
    () => {
      box.write('src/assets/new.ts', '');
    },
    ['src/a.ts', 'src/assets/new.ts'],
  ],
  [
    'comes in a new folder',
    () => {
      box.write('src/deep/er/new.ts', '');
    },
    ['src/a.ts', 'src/deep/er/new.ts'],
  ],
  [
    'goes',
    () => {
      box.remove('src/a.ts');
    },
    [],
  ],
  [
    'is ignored from now on',
    () => {
      box.write('.gitignore', 'src\n');
    },
    [],
  ],
  [
    'is ignored by a new .gitignore',
    () => {
      box.write('src/.gitignore', '*.ts\n');
    },
    [],
  ],
])('notices within seconds that a file %s', (_what, change, files) => {
  change();
  expect(filesAfter(5).files).toEqual(['packages/b/c.ts', ...files]);
});

it('notices that a folder becomes a package of its own', () => {
  box.write('packages/b/package.json', '{ "name": "b" }');
  expect(filesAfter(5).files).toEqual(['src/a.ts']);
});

it('does not rely on the time of a folder that has just changed, because another change may have the same time', () => {
  box.write('src/new.ts', '');
  expect(filesAfter(5).isListed).toBe(true);
  expect(filesAfter(5).isListed).toBe(true);
  age();
  expect(filesAfter(5).isListed).toBe(true);
  expect(filesAfter(5).isListed).toBe(false);
});
