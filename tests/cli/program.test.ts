import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import picocolors from 'picocolors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';

const PROJECTS = fileURLToPath(new URL('../projects/', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fire-task-cli-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runProgram(args, { cwd: folder, colors: picocolors.createColors(false), print: (text) => void out.push(text), warn: (text) => void err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const shop = (): void => {
  cpSync(join(PROJECTS, 'shop-ts'), folder, { recursive: true });
};
const git = (...args: string[]): void => {
  const { status, stderr } = spawnSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@localhost', ...args], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
};

describe('report', () => {
  it('lists findings by route and exits 1', async () => {
    shop();
    const { code, out } = await run('report', 'src');
    expect(code).toBe(1);
    expect(out).toContain('DELETE /orders/:id');
    expect(out).toMatch(/src\/orders\/warehouse\.ts:7:3 +floating +audit\.record {2}through placeOrder → notifyWarehouse/);
    expect(out).toContain('4 untracked promises in 2 routes');
  });

  it('prints one JSON object', async () => {
    shop();
    const { out } = await run('report', 'src', '--json');
    expect(JSON.parse(out)).toMatchObject({ version: 1, findings: 4, failed: [] });
  });

  it('exits 0 when nothing is found', async () => {
    write('package.json', '{}');
    write('a.js', 'export {};\n');
    expect((await run('report')).code).toBe(0);
  });
});

describe('migrate', () => {
  it('writes files and helper, says what is next, and has nothing to do the second time', async () => {
    shop();
    const first = await run('migrate', 'src');
    expect(first.err).toBe('');
    expect(first.code).toBe(0);
    expect(first.out).toContain('4 findings rewritten in 4 files');
    expect(first.out).toContain('Added the helper src/lib/fire-task.ts.');
    expect(read('src/orders/cancel.ts')).toContain("fireTask(refund(req.params.id), 'refund');");
    const again = await run('migrate', 'src');
    expect(again.out).toContain('0 findings rewritten in 0 files');
    expect(again.code).toBe(0);
    expect((await run('migrate', '--check', 'src')).code).toBe(0);
  });

  it('shows the diff of the same plan with --dry-run, and touches nothing', async () => {
    shop();
    const before = read('src/orders/cancel.ts');
    const { code, out } = await run('migrate', '--dry-run', 'src');
    expect(code).toBe(0);
    expect(out).toContain('--- a/src/orders/cancel.ts\n+++ b/src/orders/cancel.ts');
    expect(out).toContain("-  void refund(req.params.id);\n+  fireTask(refund(req.params.id), 'refund');");
    expect(out).toContain('--- /dev/null\n+++ b/src/lib/fire-task.ts');
    expect(read('src/orders/cancel.ts')).toBe(before);
    expect(existsSync(join(folder, 'src/lib'))).toBe(false);
  });

  it('writes nothing with --check, and exits 1 while a finding is left', async () => {
    shop();
    const { code, out } = await run('migrate', '--check', 'src');
    expect(code).toBe(1);
    expect(out).toContain('4 untracked promises in 2 routes');
    expect(existsSync(join(folder, 'src/lib'))).toBe(false);
  });

  it('reports a file that does not parse by name and line, leaves it, goes on, and exits 1', async () => {
    shop();
    write('src/broken.ts', 'export const = 1;\n');
    const { code, out, err } = await run('migrate', 'src');
    expect(code).toBe(1);
    expect(err).toMatch(/src\/broken\.ts:1:14 {2}The file does not parse: /);
    expect(out).toContain('4 findings rewritten');
    expect(read('src/broken.ts')).toBe('export const = 1;\n');
  });

  it('leaves a file that is not UTF-8', async () => {
    shop();
    const bytes = Buffer.concat([Buffer.from("import express from 'express'; // "), Buffer.from([0xe9, 0x0a])]);
    writeFileSync(join(folder, 'src/latin.ts'), bytes);
    const { code, err } = await run('migrate', 'src');
    expect(code).toBe(1);
    expect(err).toContain('not UTF-8');
    expect(readFileSync(join(folder, 'src/latin.ts'))).toEqual(bytes);
  });

  it('says before anything is changed that the helper cannot be written', async () => {
    shop();
    write('src/lib', 'a file where the folder should be');
    const before = read('src/orders/cancel.ts');
    const { code, err } = await run('migrate', 'src');
    expect(code).toBe(2);
    expect(err).toMatch(/src\/lib\/fire-task\.ts cannot be written, as .*src\/lib is not a folder; nothing was changed\./);
    expect(read('src/orders/cancel.ts')).toBe(before);
  });

  it('refuses files with changes that git does not hold, unless forced', async () => {
    shop();
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'as it was');
    write('src/orders/cancel.ts', `${read('src/orders/cancel.ts')}// more\n`);
    const refused = await run('migrate', 'src');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('src/orders/cancel.ts');
    expect(existsSync(join(folder, 'src/lib'))).toBe(false);
    expect((await run('migrate', '--force', 'src')).code).toBe(0);
  });

  it('uses a helper that the team has moved and edited', async () => {
    shop();
    await run('init');
    const text = read('src/lib/fire-task.ts');
    rmSync(join(folder, 'src/lib'), { recursive: true });
    write('src/infra/tasks/fire-task.ts', `// ours\n${text}`);
    await run('migrate', 'src');
    expect(read('src/orders/cancel.ts')).toContain("import { fireTask } from '../infra/tasks/fire-task.js';");
    expect(read('src/infra/tasks/fire-task.ts').startsWith('// ours')).toBe(true);
    expect(existsSync(join(folder, 'src/lib'))).toBe(false);
  });

  it('puts the helper where it is told, and names tasks by ids when asked', async () => {
    shop();
    write('src/ids.ts', "import type { Request, Response } from 'express';\nasync function sync(orgId: string) { await orgId; }\nexport const go = (req: Request, res: Response) => {\n  const orgId = String(req.query);\n  sync(orgId);\n  res.end();\n};\n");
    await run('migrate', 'src', '--helper', 'src/tasks.ts', '--names', 'ids');
    expect(read('src/ids.ts')).toContain('fireTask(sync(orgId), `sync:${orgId}`);');
    expect(read('src/ids.ts')).toContain("from './tasks.js'");
  });
});

describe('init', () => {
  it('writes the helper, prints the config, and leaves a helper that is there', async () => {
    write('package.json', '{ "type": "module" }');
    const { code, out } = await run('init');
    expect(code).toBe(0);
    expect(out).toContain('Wrote lib/fire-task.js.');
    expect(out).toContain('fireTask.configs.recommended');
    write('lib/fire-task.js', `${read('lib/fire-task.js')}// edited\n`);
    expect((await run('init')).out).toContain('is there already');
    expect(read('lib/fire-task.js').endsWith('// edited\n')).toBe(true);
  });
});

describe('what a user can do wrong', () => {
  it.each([
    ['a path that does not exist', ['report', 'nowhere'], 'The path nowhere does not exist'],
    ['an option that does not exist', ['migrate', '--dry'], "unknown option '--dry'"],
    ['a reach that does not exist', ['report', '--reach', 'far'], "'far' is invalid"],
    ['a command that does not exist', ['fix'], "unknown command 'fix'"],
  ])('is answered in one sentence with exit code 2: %s', async (_, args, sentence) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  it('names the exit codes in the help', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toMatch(/0 {2}nothing is left[\s\S]*1 {2}findings remain[\s\S]*2 {2}the command could not run/);
  });
});
