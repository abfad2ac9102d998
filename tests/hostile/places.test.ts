import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jscodeshiftWith } from '../support/jscodeshift.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, write, read, exists, texts } = box;

const MANIFEST = '{ "type": "module", "dependencies": { "express": "5" } }';
const ROUTE =
  "import express from 'express';\nimport { audit } from './audit.js';\nexpress().post('/', (req, res) => {\n  audit(req.body);\n  res.end();\n});\n";

function service(folder = ''): void {
  write(`${folder}package.json`, MANIFEST);
  write(`${folder}src/audit.js`, 'export async function audit(x) { await x; }\n');
  write(`${folder}src/route.js`, ROUTE);
}

let outside = '';
beforeEach(() => {
  outside = realpathSync(mkdtempSync(join(tmpdir(), 'fire-task-outside-')));
});
afterEach(() => {
  rmSync(outside, { recursive: true, force: true });
});

describe('nothing is written outside of the project', () => {
  it.each([
    ['migrate', 'by ..', () => join('..', outside.slice(tmpdir().length + 1), 'fire-task.js')],
    ['migrate', 'by an absolute path', () => join(outside, 'deep', 'fire-task.js')],
    ['init', 'by an absolute path', () => join(outside, 'fire-task.js')],
  ])('%s, with a helper that is named %s', async (command, _how, path) => {
    service();
    const before = texts();
    const { code, err } = await run([command, '--helper', path()]);
    expect(code).toBe(2);
    expect(err).toContain(
      `, outside of the project ${box.folder}; nothing was changed. Name a place in it with --helper.`,
    );
    expect(texts()).toEqual(before);
    expect(readdirSync(outside)).toEqual([]);
  });

  it('through a folder that is a link', async () => {
    service();
    symlinkSync(outside, join(box.folder, 'src/lib'));
    const { code, err } = await run(['migrate']);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^fire-task: The helper src\/lib\/fire-task\.js would be at .+, outside of the project .+; nothing was changed\./,
    );
    expect(jscodeshiftWith('fire-task', box.folder, 'src/route.js').stdout).toContain('outside of the project');
    expect(readdirSync(outside)).toEqual([]);
    expect(read('src/route.js')).toBe(ROUTE);
  });

  it('through a link with the name of a draft', async () => {
    service();
    writeFileSync(join(outside, 'precious.txt'), 'precious');
    symlinkSync(
      join(outside, 'precious.txt'),
      join(box.folder, `src/.route.js.${process.pid.toString()}.fire-task-draft`),
    );
    expect((await run(['migrate', '--force'])).code).toBe(0);
    expect(read('src/route.js')).toContain('fireTask(');
    expect(readdirSync(outside)).toEqual(['precious.txt']);
  });

  it('a package of the same repository is inside', async () => {
    service('packages/api/');
    write('package.json', '{ "workspaces": ["packages/*"] }');
    write('packages/shared/package.json', '{ "type": "module" }');
    expect((await run(['migrate', '--helper', '../shared/fire-task.js'], { cwd: 'packages/api' })).code).toBe(0);
    expect(exists('packages/shared/fire-task.js')).toBe(true);
  });
});

describe('names of all kinds', () => {
  it.each([
    'with blank',
    'größe 漢字',
    'a\nb',
    '100%',
    'a%20b',
    'c#d',
    'what?x',
    '..hidden',
    'a..b',
    "quo'te",
    '__proto__',
    '[id]',
    '{a,b}',
    '!no',
  ])('a folder %j', async (name) => {
    service(`${name}/`);
    write(`${name}/src/${name}.js`, ROUTE);
    const { code } = await run(['migrate', '--force', '.'], { cwd: name });
    expect(code).toBe(0);
    expect(read(`${name}/src/${name}.js`)).toContain("fireTask(audit(req.body), 'audit');");
    expect(read(`${name}/src/route.js`)).toContain("import { fireTask } from './lib/fire-task.js';");
    expect((await run(['migrate', '--check', '.'], { cwd: name })).code).toBe(0);
  });
});

it('links in a circle, and imports in a circle, end', async () => {
  service();
  mkdirSync(join(box.folder, 'src/deep'));
  symlinkSync('..', join(box.folder, 'src/deep/up'));
  symlinkSync('self.js', join(box.folder, 'src/self.js'));
  write('src/audit.js', "export * from './b.js';\n");
  write('src/b.js', "export * from './c.js';\nexport * from './self.js';\n");
  write(
    'src/c.js',
    "export * from './audit.js';\nexport { b as c } from './c.js';\nexport { audit as b } from './b.js';\n",
  );
  expect((await run(['migrate', '--force'])).code).toBe(0);
  expect(read('src/route.js')).toBe(ROUTE);
});
