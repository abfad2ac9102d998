import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyMigration } from '../../src/cli/apply.ts';
import { discoverFiles } from '../../src/cli/discover.ts';
import { planMigration } from '../../src/cli/plan-migration.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, write, read, exists, texts } = box;

const ROUTE =
  "import express from 'express';\nasync function audit(x) { await x; }\nexpress().post('/', (req, res) => {\n  audit(req.body);\n  res.end();\n});\n";

function service(folder = ''): void {
  write(`${folder}package.json`, '{ "type": "module", "dependencies": { "express": "5" } }');
  write(`${folder}src/a.js`, ROUTE);
  write(`${folder}src/b.js`, ROUTE);
}

const drafts = (): string[] => Object.keys(texts()).filter((path) => path.includes('fire-task-draft'));

describe('files that change while they are migrated', () => {
  it('one that vanished is named, and the others are written', async () => {
    service();
    const migration = await planMigration(discoverFiles(['src'], box.terminal), {}, box.terminal);
    rmSync(join(box.folder, 'src/a.js'));
    expect(() => {
      applyMigration(migration, box.terminal);
    }).toThrow(/^1 file of 3 could not be written: src\/a\.js \(ENOENT: /);
    expect(exists('src/a.js')).toBe(false);
    expect(read('src/b.js')).toContain('fireTask(');
    expect(drafts()).toEqual([]);
  });

  it('one that somebody saves keeps what they saved', async () => {
    service();
    const migration = await planMigration(discoverFiles(['src'], box.terminal), {}, box.terminal);
    write('src/a.js', `// mine\n${ROUTE}`);
    expect(() => {
      applyMigration(migration, box.terminal);
    }).toThrow('src/a.js (it has changed meanwhile)');
    expect(read('src/a.js')).toBe(`// mine\n${ROUTE}`);
    expect((await run(['migrate', '--force'])).code).toBe(0);
    expect(read('src/a.js')).toMatch(/^\/\/ mine\n[^]*fireTask\(/);
  });
});

it('the next run clears away what a killed one left, and not what a running one writes', async () => {
  service();
  write('src/.a.js.99999999.fire-task-draft', 'cut o');
  write('src/lib/.fire-task.js.99999999.fire-task-draft', 'cut o');
  write(`src/.b.js.${process.ppid.toString()}.fire-task-draft`, 'still written');
  expect((await run(['migrate', '--force'])).code).toBe(0);
  expect(drafts()).toEqual([`src/.b.js.${process.ppid.toString()}.fire-task-draft`]);
});

it('a file keeps its mode', async () => {
  service();
  chmodSync(join(box.folder, 'src/a.js'), 0o754);
  await run(['migrate', '--force']);
  expect(read('src/a.js')).toContain('fireTask(');
  expect(statSync(join(box.folder, 'src/a.js')).mode & 0o777).toBe(0o754);
});

/** A small disk of its own, which only root can have. */
function withDisk(kilobytes: number, work: (folder: string) => Promise<void>): () => Promise<void> {
  return async () => {
    write('disk/keep', '');
    const folder = join(box.folder, 'disk');
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes.toString()}k`, 'tmpfs', folder]).status).toBe(0);
    try {
      await work(folder);
    } finally {
      spawnSync('umount', [folder]);
    }
  };
}

function fill(folder: string): void {
  for (const size of [65_536, 4_096, 1]) {
    try {
      for (let index = 0; ; index += 1)
        writeFileSync(join(folder, `filler-${size.toString()}-${index.toString()}`), 'x'.repeat(size));
    } catch {
      // Full of pieces of this size.
    }
  }
}

const canMount = (): boolean =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

describe.skipIf(!canMount())('on a full disk', () => {
  it(
    'the helper is not written, and nothing else is changed',
    withDisk(256, async (folder) => {
      service('disk/');
      fill(folder);
      const { code, err } = await run(['migrate', '--force'], { cwd: 'disk' });
      expect(code).toBe(2);
      expect(err).toMatch(/^fire-task: The helper cannot be written: ENOSPC: .+\. No other file was changed\.$/);
      expect([read('disk/src/a.js'), read('disk/src/b.js')]).toEqual([ROUTE, ROUTE]);
      expect(exists('disk/src/lib/fire-task.js')).toBe(false);
      expect(drafts()).toEqual([]);
    }),
  );

  it(
    'a file that does not fit stays as it was, and is named',
    withDisk(256, async (folder) => {
      service('disk/');
      expect((await run(['init'], { cwd: 'disk' })).code).toBe(0);
      fill(folder);
      const { code, err } = await run(['migrate', '--force'], { cwd: 'disk' });
      expect(code).toBe(2);
      expect(err).toMatch(
        /^fire-task: 2 files of 2 could not be written: src\/a\.js \(ENOSPC: .+\); src\/b\.js \(ENOSPC: .+\)\. Each is whole and as it was/,
      );
      expect([read('disk/src/a.js'), read('disk/src/b.js')]).toEqual([ROUTE, ROUTE]);
      expect(drafts()).toEqual([]);
    }),
  );
});
