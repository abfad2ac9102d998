import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeTracker } from '../../src/helper/write.ts';
import { renderTracker } from '../../src/helper/injection.ts';
import { sourceFrom } from '../support/findings.ts';
import { isTaken, packageOf, refreshProject, trackerHome, trackerReference } from '../support/engine.ts';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'fire-task-home-')));
  refreshProject();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

type Files = Readonly<Record<string, string>>;

function write(files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  refreshProject();
}

const home = (helper?: string): ReturnType<typeof trackerHome> =>
  trackerHome(packageOf(join(folder, 'package.json')), helper === undefined ? {} : { helper });
const shown = (path: string): string => relative(folder, path).split(sep).join('/');

const ESM = 'export const a = 1;\n';
const CJS = "exports.a = require('x');\n";
const MODULE = '{ "type": "module" }';
const NEXT = '{ "dependencies": { "next": "16.3.0" } }';

describe('the home of the helper', () => {
  it.each<[situation: string, files: Files, path: string, form: string]>([
    ['TypeScript', { 'package.json': '{}', 'src/app.ts': ESM }, 'src/lib/fire-task.ts', 'ts'],
    ['TypeScript without src', { 'package.json': MODULE, 'app.ts': ESM }, 'lib/fire-task.ts', 'ts'],
    ['an ES module package', { 'package.json': MODULE, 'src/app.js': ESM }, 'src/lib/fire-task.js', 'esm'],
    ['a CommonJS package', { 'package.json': '{}', 'app.js': CJS }, 'lib/fire-task.js', 'cjs'],
    [
      'a package that a bundler loads',
      { 'package.json': '{}', 'src/a.js': ESM, 'src/b.js': ESM, 'src/c.js': CJS },
      'src/lib/fire-task.js',
      'esm',
    ],
    [
      'a package that says it is CommonJS, beside modules for browsers',
      { 'package.json': '{ "type": "commonjs" }', 'src/a.js': CJS, 'web/b.js': ESM, 'web/c.js': ESM },
      'src/lib/fire-task.js',
      'cjs',
    ],
    [
      'a server that Node runs, beside more modules for browsers',
      {
        'package.json': '{ "scripts": { "start": "node server.js" } }',
        'server.js': "require('./src/a.js');\n",
        'src/a.js': CJS,
        'web/b.js': ESM,
        'web/c.js': ESM,
        'web/d.js': ESM,
      },
      'src/lib/fire-task.js',
      'cjs',
    ],
    [
      'a server beside a folder for browsers',
      { 'package.json': '{}', 'src/a.js': CJS, 'public/b.js': ESM, 'public/c.js': ESM },
      'src/lib/fire-task.js',
      'cjs',
    ],
    ['nothing but .mjs', { 'package.json': '{}', 'app.mjs': ESM }, 'lib/fire-task.mjs', 'esm'],
    ['nothing but .cjs', { 'package.json': MODULE, 'app.cjs': CJS }, 'lib/fire-task.cjs', 'cjs'],
    ['nothing but .mts', { 'package.json': '{}', 'app.mts': ESM }, 'lib/fire-task.mts', 'ts'],
    [
      'JavaScript with a config in TypeScript',
      { 'package.json': '{}', 'app.js': CJS, 'vitest.config.ts': ESM },
      'lib/fire-task.js',
      'cjs',
    ],
    [
      'JavaScript with little TypeScript',
      { 'package.json': '{}', 'a.js': CJS, 'b.js': CJS, 'types.ts': ESM },
      'lib/fire-task.js',
      'cjs',
    ],
    ['no code yet', { 'package.json': '{}' }, 'lib/fire-task.js', 'cjs'],
  ])('of %s', (_, files, path, form) => {
    write(files);
    const found = home();
    expect([shown(found.path), found.form, found.exists]).toEqual([path, form, false]);
  });

  it('is where the team has moved it, also after they edited it', () => {
    write({
      'package.json': '{}',
      'src/app.ts': ESM,
      'src/tasks/fire-task.ts': 'export function fireTask(work: unknown): void { void work; }\n',
    });
    expect([shown(home().path), home().exists]).toEqual(['src/tasks/fire-task.ts', true]);
  });

  it('is not a file of the same name that is something else', () => {
    write({ 'package.json': '{}', 'src/app.ts': ESM, 'src/rules/fire-task.ts': ESM });
    expect([shown(home().path), home().exists]).toEqual(['src/lib/fire-task.ts', false]);
    write({ 'src/lib/fire-task.ts': ESM });
    expect(isTaken(home())).toBe(true);
  });

  it.each<[flavour: string, files: Files, folder?: string]>([
    ['node', { 'package.json': '{ "dependencies": { "express": "5" } }' }],
    ['next', { 'package.json': '{ "dependencies": { "next": "^15.1.0" } }' }],
    ['next', { 'package.json': '{ "dependencies": { "next": "latest" } }', 'vercel.json': '{}' }],
    // It has no `after` yet.
    ['node', { 'package.json': '{ "dependencies": { "next": "14.2.3" } }' }],
    [
      'node',
      {
        'package.json': '{ "dependencies": { "next": ">=14" } }',
        'node_modules/next/package.json': '{ "version": "15.0.4" }',
      },
    ],
    [
      'next',
      {
        'package.json': '{ "dependencies": { "next": ">=14" } }',
        'node_modules/next/package.json': '{ "version": "16.0.0" }',
      },
    ],
    // A server of one's own is a process of Node, which Next.js does not end.
    ['node', { 'package.json': NEXT, 'server/server.ts': "import http from 'node:http';\nimport next from 'next';\n" }],
    ['node', { 'package.json': NEXT, 'server.js': "const next = require('next');\n" }],
    ['node', { 'package.json': NEXT, 'server.js': 'const app = require( "next" )({ dev });\n' }],
    ['next', { 'package.json': NEXT, 'next.config.ts': "import type { NextConfig } from 'next';\n" }],
    ['next', { 'package.json': NEXT, 'app/seo.ts': "import { Metadata } from 'next';\n" }],
    ['next', { 'package.json': NEXT, 'app/seo.ts': "import type next from 'next';\n// import next from 'next'\n" }],
    ['next', { 'package.json': NEXT, 'app/link.ts': "import Link from 'next/link';\n" }],
    ['cloudflare', { 'package.json': '{}', 'wrangler.jsonc': '{}' }],
    ['cloudflare', { 'package.json': '{ "devDependencies": { "@cloudflare/workers-types": "4" } }' }],
    ['vercel', { 'package.json': '{ "dependencies": { "@vercel/node": "5" } }' }],
    ['netlify', { 'package.json': '{}', 'netlify.toml': '' }],
    ['lambda', { 'package.json': '{ "devDependencies": { "@types/aws-lambda": "8" } }' }],
    ['lambda', { 'package.json': '{ "dependencies": { "serverless-http": "3" } }' }],
    ['cloudflare', { 'package.json': '{ "devDependencies": { "@sveltejs/adapter-cloudflare": "5" } }' }],
    ['vercel', { 'package.json': '{ "dependencies": { "@astrojs/vercel": "8" } }' }],
    ['netlify', { 'package.json': '{ "dependencies": { "@netlify/vite-plugin-react-router": "1" } }' }],
    ['node', { 'package.json': '{ "dependencies": { "express": "5" } }' }],
    ['supabase', { 'supabase/functions/mail/index.ts': '' }, 'supabase/functions/mail'],
  ])('is of the flavour %s', (flavour, files, at = '.') => {
    write(files);
    expect(trackerHome(packageOf(join(folder, at, 'package.json'))).flavour).toBe(flavour);
  });

  it('keeps the flavour of the helper that is there, else takes the one that is asked for', () => {
    write({ 'package.json': '{}', 'wrangler.toml': '' });
    expect(trackerHome(packageOf(join(folder, 'package.json')), { flavour: 'vercel' }).flavour).toBe('vercel');
    write({ 'lib/fire-task.js': renderTracker('esm', 'netlify') });
    expect(trackerHome(packageOf(join(folder, 'package.json')), { flavour: 'vercel' }).flavour).toBe('netlify');
  });

  it('is where the user says', () => {
    write({ 'package.json': MODULE });
    expect(home(join(folder, 'server/tasks.js'))).toEqual({
      path: join(folder, 'server/tasks.js'),
      form: 'esm',
      exists: false,
      flavour: 'node',
    });
    expect(home(join(folder, 'server/tasks.cts')).form).toBe('ts');
  });
});

describe('writing the helper', () => {
  it('makes its folders, and leaves nothing else behind', () => {
    write({ 'package.json': '{}' });
    expect(writeTracker(home(), 'text')).toBe(true);
    expect(readdirSync(join(folder, 'lib'))).toEqual(['fire-task.js']);
  });

  it('leaves a file that another process has written meanwhile', () => {
    write({ 'package.json': '{}' });
    const early = home();
    write({ 'lib/fire-task.js': 'theirs' });
    expect(writeTracker(early, 'ours')).toBe(false);
    expect(readFileSync(early.path, 'utf8')).toBe('theirs');
    expect(readdirSync(join(folder, 'lib'))).toEqual(['fire-task.js']);
  });
});

/** How a file imports the helper. */
function specifierIn(path: string, text = ''): string {
  return trackerReference(home(), sourceFrom(text, join(folder, path))).specifier;
}

const tsconfig = (options: object): string => JSON.stringify({ compilerOptions: options });

describe('the specifier of the helper', () => {
  it.each<[situation: string, files: Files, importer: string, text: string, specifier: string]>([
    [
      'under nodenext',
      { 'package.json': MODULE, 'tsconfig.json': tsconfig({ module: 'nodenext' }) },
      'src/a.ts',
      '',
      './lib/fire-task.js',
    ],
    [
      'under node20',
      { 'package.json': MODULE, 'tsconfig.json': tsconfig({ module: 'node20' }) },
      'src/a.ts',
      '',
      './lib/fire-task.js',
    ],
    [
      'under nodenext in CommonJS',
      { 'package.json': '{}', 'tsconfig.json': tsconfig({ module: 'nodenext' }) },
      'src/a.ts',
      '',
      './lib/fire-task',
    ],
    [
      'with a bundler',
      { 'package.json': MODULE, 'tsconfig.json': tsconfig({ module: 'esnext', moduleResolution: 'bundler' }) },
      'src/a.ts',
      '',
      './lib/fire-task',
    ],
    [
      'by the configs that a tsconfig refers to',
      {
        'package.json': MODULE,
        'tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
        'tsconfig.app.json': tsconfig({ moduleResolution: 'bundler' }),
      },
      'src/a.ts',
      '',
      './lib/fire-task',
    ],
    [
      'where TypeScript runs as it is',
      {
        'package.json': MODULE,
        'tsconfig.json': tsconfig({ module: 'nodenext', allowImportingTsExtensions: true, noEmit: true }),
      },
      'src/a.ts',
      '',
      './lib/fire-task.ts',
    ],
    ['without a tsconfig', { 'package.json': MODULE }, 'src/a.ts', '', './lib/fire-task.js'],
    [
      'with a tsconfig that extends what is not there',
      { 'package.json': MODULE, 'tsconfig.json': '{ "extends": "@missing/config" }' },
      'src/a.ts',
      '',
      './lib/fire-task.js',
    ],
    [
      'with such a tsconfig, in a package whose imports have no ending',
      {
        'package.json': MODULE,
        'tsconfig.json': '{ "extends": "@missing/config" }',
        'src/b.ts': "export * from './c';\n",
      },
      'src/a.ts',
      '',
      './lib/fire-task',
    ],
    [
      'with such a tsconfig, in a package whose imports have one',
      {
        'package.json': MODULE,
        'tsconfig.json': '{ "extends": "@missing/config" }',
        'src/b.ts': "export * from './c.js';\n",
      },
      'src/a.ts',
      '',
      './lib/fire-task.js',
    ],
    [
      'beside imports with .js',
      { 'package.json': MODULE, 'tsconfig.json': tsconfig({ moduleResolution: 'bundler' }) },
      'src/a.ts',
      "import './b.js';",
      './lib/fire-task.js',
    ],
    [
      'beside imports with .ts',
      { 'package.json': MODULE, 'tsconfig.json': tsconfig({ module: 'nodenext' }) },
      'src/a.ts',
      "import './b.ts';",
      './lib/fire-task.ts',
    ],
    [
      'beside imports without an ending',
      { 'package.json': MODULE, 'tsconfig.json': tsconfig({ module: 'nodenext' }) },
      'src/a.ts',
      "import './order.service';",
      './lib/fire-task',
    ],
    [
      'beside an import of data',
      { 'package.json': MODULE, 'tsconfig.json': tsconfig({ module: 'nodenext' }) },
      'src/a.ts',
      "import './rates.json';",
      './lib/fire-task.js',
    ],
    ['from a folder below', { 'package.json': MODULE }, 'src/routes/orders/a.ts', '', '../../lib/fire-task.js'],
    ['from beside it', { 'package.json': MODULE }, 'src/lib/a.ts', '', './fire-task.js'],
  ])('%s', (_, files, importer, text, specifier) => {
    write({ 'src/app.ts': ESM, ...files });
    expect(specifierIn(importer, text)).toBe(specifier);
  });

  it.each<[situation: string, files: Files, importer: string, text: string, specifier: string]>([
    ['of an ES module', { 'package.json': MODULE, 'src/app.js': ESM }, 'src/a.js', '', './lib/fire-task.js'],
    [
      'of a CommonJS file',
      { 'package.json': '{}', 'src/app.js': CJS },
      'src/a.js',
      "require('./b');",
      './lib/fire-task',
    ],
    [
      'of a CommonJS file that writes endings',
      { 'package.json': '{}', 'src/app.js': CJS },
      'src/a.js',
      "require('./b.js');",
      './lib/fire-task.js',
    ],
    ['of .mjs', { 'package.json': '{}', 'src/app.mjs': ESM }, 'src/a.mjs', '', './lib/fire-task.mjs'],
    ['of .cjs', { 'package.json': MODULE, 'src/app.cjs': CJS }, 'src/a.cjs', "require('./b');", './lib/fire-task.cjs'],
  ])('in JavaScript, %s', (_, files, importer, text, specifier) => {
    write(files);
    expect(specifierIn(importer, text)).toBe(specifier);
  });

  it.each([
    ['by the alias that the file uses', "import { b } from '@/other/b';", '@/lib/fire-task'],
    [
      'by a relative path, as the file imports what stands beside it',
      "import { b } from '@/other/b';\nimport { c } from '../lib/c';",
      '../lib/fire-task',
    ],
    [
      'by the alias, where only other folders are imported by relative paths',
      "import { b } from '@/other/b';\nimport { c } from '../c';",
      '@/lib/fire-task',
    ],
  ])('is imported %s', (_, text, specifier) => {
    write({
      'package.json': MODULE,
      'tsconfig.json': tsconfig({ module: 'esnext', moduleResolution: 'bundler', paths: { '@/*': ['./src/*'] } }),
      'src/lib/fire-task.ts': 'export function fireTask(): void {}\n',
    });
    expect(trackerReference(home(), sourceFrom(text, join(folder, 'src/routes/a.ts'))).specifier).toBe(specifier);
  });

  it('is recognised in a file by where it leads, through aliases and files that export it on', () => {
    write({
      'package.json': MODULE,
      'tsconfig.json': tsconfig({ module: 'nodenext', paths: { '@/*': ['./src/*'] } }),
      'src/lib/fire-task.ts': 'export function fireTask(): void {}\n',
      'src/lib/index.ts': "export * from './fire-task.js';\n",
      'src/lib/named.ts': "export { fireTask as start } from './fire-task.js';\n",
      'src/app.ts': ESM,
    });
    const { isTracker } = trackerReference(home(), sourceFrom('', join(folder, 'src/a.ts')));
    const specifiers = [
      './lib/fire-task.js',
      './lib/fire-task',
      '@/lib/fire-task.js',
      './lib/index.js',
      './lib/named.js',
      './app.js',
      './missing.js',
      'fire-task',
    ];
    expect(specifiers.filter(isTracker)).toEqual([
      './lib/fire-task.js',
      './lib/fire-task',
      '@/lib/fire-task.js',
      './lib/index.js',
    ]);
  });
});
