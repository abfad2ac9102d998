import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { Catalogs } from '../../src/catalog/settings.ts';
import plugin from '../../src/index.ts';
import { sandbox } from '../support/sandbox.ts';

const catalogs = new Catalogs();
const catalogWith = (settings: unknown): ReturnType<Catalogs['with']> => catalogs.with(settings);

const box = sandbox();
const { run, write, read, texts } = box;

const ROUTE =
  "import express from 'express';\nasync function audit(x) { await x; }\nexpress().post('/', (req, res) => {\n  audit(req.body);\n  res.end();\n});\n";

describe('a package.json', () => {
  it.each([
    ['that is cut off', '{ "type": "module", ', 'is not JSON ('],
    ['that is a list', '["express"]', 'holds no object'],
    ['that is empty', '', 'is not JSON ('],
  ])('%s is named, and nothing is changed', async (_what, text, fault) => {
    write('package.json', text);
    write('src/a.js', ROUTE);
    const before = texts();
    const { code, err } = await run(['migrate', '--force']);
    expect(code).toBe(2);
    expect(err).toContain(`fire-task: package.json ${fault}`);
    expect(err).toMatch(/; nothing was changed\. Fix it and run this again\.$/);
    expect(texts()).toEqual(before);
    expect(await run(['report'])).toEqual({ code: 2, out: '', err });
  });

  it.each([
    [
      'with fields of other kinds',
      '{ "type": 5, "imports": [], "name": {}, "dependencies": ["express"], "exports": 7 }',
    ],
    [
      'with keys of every object',
      '{ "__proto__": { "type": "module" }, "dependencies": { "__proto__": "1", "constructor": "2", "express": "5" }, "imports": { "__proto__": "./x.js" } }',
    ],
    ['with a byte order mark', '\uFEFF{ "dependencies": { "express": "5" } }'],
    ['of ten megabytes', `{ "dependencies": { "express": "5" }, "readme": "${'x'.repeat(10_000_000)}" }`],
  ])('%s is taken for what it says', async (_what, text) => {
    write('package.json', text);
    write('src/a.js', ROUTE);
    expect((await run(['migrate', '--force'])).code).toBe(0);
    expect(read('src/a.js')).toContain("fireTask(audit(req.body), 'audit');");
  });
});

it.each([
  '{ "extends": "./tsconfig.json" }',
  '{',
  '[]',
  '5',
  '{ "extends": 5, "compilerOptions": [], "references": 7, "files": "x" }',
  '{ "compilerOptions": { "paths": 5, "baseUrl": [] } }',
  '{ "compilerOptions": { "paths": { "__proto__": ["./x"], "@/*": "no list" } } }',
])('a tsconfig %s stops nothing', async (text) => {
  write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
  write('tsconfig.json', text);
  write('src/audit.ts', 'export async function audit(x: unknown) { await x; }\n');
  write('src/a.ts', ROUTE.replace(/async function.*/, "import { audit } from './audit.js';"));
  expect((await run(['migrate', '--force'])).code).toBe(0);
  expect(read('src/a.ts')).toContain("fireTask(audit(req.body), 'audit');");
});

it('a .gitignore that is a folder says nothing', async () => {
  write('src/a.js', ROUTE);
  mkdirSync(join(box.folder, '.gitignore'));
  expect((await run(['report', '--reach', 'all'])).code).toBe(1);
});

it.skipIf(process.platform === 'win32')('pipes among the files are passed over, and none is waited for', async () => {
  write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
  write('src/a.js', `${ROUTE}import './pipe.js';\n`);
  for (const path of ['.gitignore', 'src/pipe.js', 'src/lib.js'])
    expect(spawnSync('mkfifo', [join(box.folder, path)]).status).toBe(0);
  expect((await run(['migrate', '--force', '--helper', 'src/lib.js'])).err).toBe(
    'fire-task: --helper src/lib.js is not a file: name the helper, or a file that is not there yet.',
  );
  expect((await run(['migrate', 'src/pipe.js'])).err).toMatch(/is not JavaScript or TypeScript code/);
  expect((await run(['migrate', '--force'])).code).toBe(0);
});

describe('settings and options with keys of every object', () => {
  it('are refused by their name, and change no other object', () => {
    expect(() => catalogWith(JSON.parse('{ "__proto__": { "sinks": ["x#y()"] } }'))).toThrow(
      /^settings\['fire-task'\]\.__proto__ is not a key/,
    );
    expect(() => catalogWith({ ...(JSON.parse('{ "constructor": {} }') as object) })).toThrow(
      /^settings\['fire-task'\]\.constructor is not a key/,
    );
    expect(({} as { sinks?: unknown }).sinks).toBeUndefined();
    const linter = new Linter();
    const verify = (options: object) =>
      linter.verify('', [
        { plugins: { 'fire-task': plugin }, rules: { 'fire-task/no-untracked-promises': [2, options] } },
      ]);
    expect(() => verify({ constructor: 1 })).toThrow(/constructor/);
  });
});

it('code whose names are those of every object is read like any other', () => {
  const code = `import constructor, { toString, hasOwnProperty } from '__proto__';
    import express from 'express';
    const app = express();
    class A { async constructor_() {} async ['__proto__']() {} async valueOf() {} static async hasOwnProperty() {} }
    const holder = { async toString() {}, ['constructor']: async () => {}, __proto__: null };
    app.constructor('/x', () => {}); app.__proto__.post('/', async () => {}); app['toString']();
    app.post('/', (req, res) => {
      holder.toString(); holder.constructor(); holder.__proto__(); holder.hasOwnProperty();
      new A().valueOf(); new A().__proto__(); A.hasOwnProperty(); constructor.call(); toString(); hasOwnProperty.x();
      res.end();
    });`;
  const messages = new Linter().verify(
    code,
    [{ plugins: { 'fire-task': plugin }, rules: { 'fire-task/no-untracked-promises': [2, { reach: 'all' }] } }],
    { filename: 'a.js' },
  );
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  expect(messages.map(({ line }) => line)).toEqual([8, 8, 9, 9, 9]);
});
