import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderTracker } from '../../src/helper/injection.ts';
import { planSource, refreshProject } from '../support/engine.ts';
import { sourceFrom } from '../support/findings.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();

const RUN = 'async function run(x) { await x; }\n';
const HANDLER = `${RUN}/** @type {import('express').RequestHandler} */\n`;
const ESM = `${HANDLER}export const create = (req, res) => { run(1); res.end(); };\n`;
const CJS = `${HANDLER}exports.create = (req, res) => { run(1); res.end(); };\n`;
const MODULE = '{ "type": "module" }';
const OTHER = 'export const a = 1;\n';

type Files = Readonly<Record<string, string>>;

/** What migrating one file of a package writes: the helper's place, its form, and the import. */
function migrated(files: Files, path: string): { home: string; form: string | undefined; head: string } {
  for (const [name, text] of Object.entries(files)) box.write(name, text);
  refreshProject();
  const { plan, home } = planSource(sourceFrom(files[path] ?? '', join(box.folder, path)), {
    rule: { reach: 'file' },
  });
  return {
    home: home === undefined ? '' : relative(box.folder, home.path).split(sep).join('/'),
    form: home?.form,
    head: plan.output.split('\n').find((line) => line.includes('fire-task')) ?? '',
  };
}

describe('the folder of a new helper', () => {
  it.each<[situation: string, files: Files, home: string]>([
    ['in src', { 'src/app.ts': ESM, 'src/routes/a.ts': OTHER }, 'src/lib/fire-task.ts'],
    [
      'beside an app that holds all',
      { 'app/app.ts': ESM, 'app/routes/a.ts': OTHER, 'vite.config.ts': OTHER },
      'app/lib/fire-task.ts',
    ],
    ['in libs', { 'src/app.ts': ESM, 'src/libs/a.ts': OTHER }, 'src/libs/fire-task.ts'],
    ['in utils', { 'src/app.ts': ESM, 'src/utils/a.ts': OTHER }, 'src/utils/fire-task.ts'],
    [
      'in lib, where there are utils, too',
      { 'src/app.ts': ESM, 'src/utils/a.ts': OTHER, 'src/lib/a.ts': OTHER },
      'src/lib/fire-task.ts',
    ],
    ['at the top', { 'app.ts': ESM, 'shared/a.ts': OTHER }, 'shared/fire-task.ts'],
    [
      'in a server beside the code for the browser, deeper down',
      { 'old/server/app.ts': ESM, 'old/server/utils/a.ts': OTHER, 'src/utils/a.ts': OTHER },
      'old/server/utils/fire-task.ts',
    ],
    [
      'that of all code, server or not',
      { 'src/server/app.ts': ESM, 'src/utils/a.ts': OTHER },
      'src/utils/fire-task.ts',
    ],
    ['not among addresses', { 'api/app.ts': ESM, 'api/a.ts': OTHER }, 'lib/fire-task.ts'],
    ['not below a folder that has but half', { 'app/app.ts': ESM, 'web/a.ts': OTHER }, 'lib/fire-task.ts'],
  ])('is %s', (_, files, home) => {
    const [path = ''] = Object.keys(files);
    expect(migrated({ 'package.json': MODULE, ...files }, path).home).toBe(home);
  });

  it('is in the program that imports it', () => {
    const page = { 'src/page.tsx': OTHER, 'src/utils/a.ts': OTHER };
    const compiled = { 'server/tsconfig.json': '{}', 'server/index.ts': ESM, 'server/lib/a.ts': OTHER };
    const files = { 'package.json': MODULE, 'tsconfig.json': '{}' };
    expect(migrated({ ...files, ...page, ...compiled }, 'server/index.ts').home).toBe('server/lib/fire-task.ts');
  });

  it('is in a folder of the server that has no settings of its own', () => {
    const files = {
      'package.json': MODULE,
      'src/page.jsx': OTHER,
      'server/routes/a.js': ESM,
      'server/index.js': OTHER,
    };
    expect(migrated(files, 'server/routes/a.js').home).toBe('server/lib/fire-task.js');
  });

  it.each([
    ["import './r/a.js';\nimport './r/b.js';\n", './lib/fire-task.js'],
    ["import './r/a';\nimport './r/b';\n", './lib/fire-task'],
  ])('is imported by a file without imports as the others write theirs: %s', (others, specifier) => {
    const bundler = '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler" } }';
    const files = { 'package.json': MODULE, 'tsconfig.json': bundler, 'src/main.ts': others, 'src/a.ts': ESM };
    expect(migrated(files, 'src/a.ts').head).toBe(`import { fireTask } from '${specifier}';`);
  });

  it('is in the src of a package that is called like a server', () => {
    const files = { 'backend/package.json': MODULE, 'backend/src/app.ts': ESM, 'backend/src/utils/a.ts': OTHER };
    expect(migrated(files, 'backend/src/app.ts').home).toBe('backend/src/utils/fire-task.ts');
  });

  it('is that of the Nx project in which the file is', () => {
    const app = { 'apps/api/project.json': '{}', 'apps/api/src/app.ts': ESM, 'apps/api/src/helpers/a.ts': OTHER };
    const others = { 'libs/ui/project.json': '{}', 'libs/ui/src/a.ts': OTHER, 'libs/ui/src/b.ts': OTHER };
    const files = { 'package.json': MODULE, ...app, ...others };
    expect(migrated(files, 'apps/api/src/app.ts').home).toBe('apps/api/src/helpers/fire-task.ts');
  });

  it('is that of a package that is itself called so', () => {
    const files = { 'packages/lib/package.json': MODULE, 'packages/lib/app.ts': ESM };
    expect(migrated(files, 'packages/lib/app.ts').home).toBe('packages/lib/fire-task.ts');
  });
});

const MOSTLY_TYPESCRIPT = { 'tools/a.ts': OTHER, 'tools/b.ts': OTHER };

describe('the form of the helper is one that its importer can load', () => {
  it.each<[situation: string, files: Files, found: [home: string, form: string, head: string]]>([
    [
      'an ES module that Node runs as it is, beside TypeScript',
      { 'src/http.mjs': ESM },
      ['src/lib/fire-task.mjs', 'esm', "import { fireTask } from './lib/fire-task.mjs';"],
    ],
    [
      'the same by the type of its package',
      { 'src/http.js': ESM },
      ['src/lib/fire-task.mjs', 'esm', "import { fireTask } from './lib/fire-task.mjs';"],
    ],
    [
      'CommonJS that Node runs as it is',
      { 'package.json': '{}', 'src/http.js': CJS },
      ['src/lib/fire-task.cjs', 'cjs', "const { fireTask } = require('./lib/fire-task.cjs');"],
    ],
    [
      'JavaScript that a script starts, also where some is compiled',
      {
        'src/http.mjs': ESM,
        'package.json': '{ "type": "module", "scripts": { "start": "node --enable-source-maps src/http.mjs" } }',
        'tsconfig.json': '{ "compilerOptions": { "allowJs": true } }',
      },
      ['src/lib/fire-task.mjs', 'esm', "import { fireTask } from './lib/fire-task.mjs';"],
    ],
    [
      'what a started file imports',
      {
        'src/http.js': ESM,
        'server.js': "import './src/http.js';\n",
        'package.json': '{ "type": "module", "scripts": { "start": "node server.js" } }',
        'tsconfig.json': '{ "compilerOptions": { "allowJs": true } }',
      },
      ['src/lib/fire-task.mjs', 'esm', "import { fireTask } from './lib/fire-task.mjs';"],
    ],
    [
      'JavaScript that is compiled with the rest',
      { 'src/http.js': ESM, 'tsconfig.json': '{ "compilerOptions": { "allowJs": true } }' },
      ['src/lib/fire-task.ts', 'ts', "import { fireTask } from './lib/fire-task.js';"],
    ],
    [
      'JavaScript in a package some of whose JavaScript imports TypeScript',
      { 'src/http.js': ESM, 'src/b.js': "import './c.js';\n", 'src/c.ts': OTHER },
      ['src/lib/fire-task.ts', 'ts', "import { fireTask } from './lib/fire-task.js';"],
    ],
    [
      'TypeScript, beside the helper of JavaScript',
      {
        'src/http.ts': ESM,
        'src/lib/fire-task.mjs': renderTracker('esm', 'node'),
        'src/lib/fire-task.ts': renderTracker('ts', 'node'),
      },
      ['src/lib/fire-task.ts', 'ts', "import { fireTask } from './lib/fire-task.js';"],
    ],
    [
      'CommonJS TypeScript whose imports are kept as they are written',
      {
        'src/http.ts': `${HANDLER}exports.create = (req, res) => { run(1); res.end(); };\n`,
        'package.json': '{}',
        'tsconfig.json': '{ "compilerOptions": { "module": "nodenext", "verbatimModuleSyntax": true } }',
      },
      ['src/lib/fire-task.mts', 'ts', "import tasks = require('./lib/fire-task.mjs');"],
    ],
    [
      'an ES module under the same compiler',
      {
        'src/http.ts': ESM,
        'tsconfig.json': '{ "compilerOptions": { "module": "nodenext", "verbatimModuleSyntax": true } }',
      },
      ['src/lib/fire-task.ts', 'ts', "import { fireTask } from './lib/fire-task.js';"],
    ],
    [
      'Deno',
      { 'src/http.ts': `import express from 'npm:express@5';\n${ESM}`, 'deno.json': '{}' },
      ['src/lib/fire-task.ts', 'ts', "import { fireTask } from './lib/fire-task.ts';"],
    ],
  ])('%s', (_, files, found) => {
    const path = Object.keys(files).find((name) => name.startsWith('src/http.')) ?? '';
    const { home, form, head } = migrated({ 'package.json': MODULE, ...MOSTLY_TYPESCRIPT, ...files }, path);
    expect([home, form, head]).toEqual(found);
  });

  it('in Deno without a package.json, from a file that imports nothing', () => {
    const files = { 'deno.json': '{ "name": "@acme/shop" }', 'src/http.ts': ESM };
    expect(migrated(files, 'src/http.ts').head).toBe("import { fireTask } from './lib/fire-task.ts';");
  });

  it('calls it through what it required, and again so', () => {
    const files = {
      'package.json': '{}',
      'tsconfig.json': '{ "compilerOptions": { "module": "nodenext", "verbatimModuleSyntax": true } }',
      'src/http.ts': `${HANDLER}exports.create = (req, res) => { run(1); run(2); res.end(); };\n`,
    };
    for (const [name, text] of Object.entries(files)) box.write(name, text);
    refreshProject();
    const planOf = (text: string): string =>
      planSource(sourceFrom(text, join(box.folder, 'src/http.ts')), { rule: { reach: 'file' } }).plan.output;
    const once = planOf(files['src/http.ts']);
    expect(once).toContain("{ tasks.fireTask(run(1), 'run'); tasks.fireTask(run(2), 'run'); res.end(); }");
    box.write('src/lib/fire-task.mts', renderTracker('ts', 'node'));
    refreshProject();
    expect(planOf(once)).toBe(once);
  });
});

it('a server that Node runs as it is starts after its migration, and a second run changes nothing', async () => {
  box.write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
  box.write('tools/a.ts', OTHER);
  box.write('tools/b.ts', OTHER);
  box.write('src/http.mjs', `${ESM}console.log('started');\n`);
  expect((await box.run(['migrate', '--force'])).code).toBe(0);
  const { stdout, stderr } = spawnSync(process.execPath, ['src/http.mjs'], { cwd: box.folder, encoding: 'utf8' });
  expect([stdout, stderr]).toEqual(['started\n', '']);
  const before = box.texts();
  writeFileSync(join(box.folder, 'seen'), '');
  await box.run(['migrate', '--force']);
  expect(box.texts()).toEqual({ ...before, seen: '' });
});
