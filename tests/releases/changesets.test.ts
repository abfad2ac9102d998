import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'fire-task-changesets-'));

function run(command: string, ...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      NO_COLOR: '1',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@a',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@a',
    },
  });
}

/** What changesets reads of this repository, on its branch. */
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const path of ['.changeset', 'package.json', 'CHANGELOG.md', 'examples/pipeline-express/package.json'])
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  run('git', 'init', '--quiet', '--initial-branch', 'main');
  run('git', 'add', 'package.json', 'CHANGELOG.md', '.changeset', 'examples');
  expect(run('git', 'commit', '--quiet', '--message', 'as it is').status).toBe(0);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const changeset = (name: string, kind: string, text: string): void => {
  writeFileSync(join(folder, `.changeset/${name}.md`), `---\n'eslint-plugin-fire-task': ${kind}\n---\n\n${text}\n`);
};
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

describe('the changesets', () => {
  it('can be read, with those that are there', () => {
    const { status, stdout, stderr } = run('npx', 'changeset', 'status');
    expect(status, stdout + stderr).toBe(0);
  });

  it('make a version, and stand in the changelog above what was written by hand, word for word', () => {
    const before = read('CHANGELOG.md');
    const { version } = JSON.parse(read('package.json')) as { version: string };
    changeset('quiet-owl', 'minor', 'The handlers of Oak are known.');
    changeset('loud-owl', 'patch', 'No report where `next` is awaited.');
    const { status, stdout, stderr } = run('npx', 'changeset', 'version');
    expect(status, stdout + stderr).toBe(0);
    const { version: next } = JSON.parse(read('package.json')) as { version: string };
    expect(next).toBe(version.replace(/\.(\d+)\.\d+$/, (_, minor: string) => `.${Number(minor) + 1}.0`));
    const after = read('CHANGELOG.md');
    expect(after.startsWith(`# Changelog\n\n## ${next}\n\n### Minor Changes\n\n- `)).toBe(true);
    expect(after).toContain('\n- The handlers of Oak are known.\n');
    const [, patches = ''] = after.split('### Patch Changes\n');
    expect(patches).toContain('\n- No report where `next` is awaited.\n');
    expect(read('CHANGELOG.md').endsWith(before.slice('# Changelog\n'.length))).toBe(true);
  });
});
