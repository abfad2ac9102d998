import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Workspace } from '../../src/project/workspace.ts';
import { storeCaches, turnOnCache } from '../../src/findings/cache.ts';
import { findUntracked } from '../../src/findings/find-untracked.ts';
import { setUp } from '../../src/findings/setup.ts';
import { createWorkspace } from '../../src/project/workspace.ts';
import { parse } from '../../src/syntax/parse.ts';
import { checkAnew } from '../support/cached-check.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();

/** A process that lints, as an editor's or ESLint's; without the cache if `isOn` is false. */
function processOf(isOn = true): Workspace {
  const workspace = createWorkspace();
  if (isOn) turnOnCache(workspace);
  return workspace;
}

/** The lines with findings. */
function lint(workspace: Workspace, path: string, text = box.read(path), settings?: unknown): string[] {
  const { options, evaluation } = setUp(workspace, undefined, settings);
  const source = parse(join(box.folder, path), text);
  if (!('ast' in source)) throw new Error('It parses.');
  return findUntracked(source, options, evaluation).map(
    ({ node }) => `${path}:${text.slice(0, node.range[0]).split('\n').length}`,
  );
}

function lintAll(workspace: Workspace, paths: readonly string[], settings?: unknown): string[] {
  return paths.flatMap((path) => lint(workspace, path, undefined, settings));
}

const cacheFiles = (): string[] => {
  const folder = 'node_modules/.cache/fire-task';
  return box.exists(folder) ? readdirSync(join(box.folder, folder)) : [];
};

const ROUTES = Array.from({ length: 90 }, (_, at) => `src/r${at}.js`);

function writeRoutes(body: string, head = "import { app } from './app.js';\n"): void {
  for (const [at, path] of ROUTES.entries())
    box.write(path, `${head}app.get('/${at}', async (request, response) => { ${body} response.send(''); });\n`);
}

beforeEach(() => {
  mkdirSync(join(box.folder, 'node_modules'));
  box.write('package.json', '{ "name": "own", "type": "module", "dependencies": { "fastify": "5", "express": "5" } }');
});

afterEach(() => {
  vi.useRealTimers();
});

/** Sets the clock of this process. */
function elapse(milliseconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });
}

/** A server whose requests call what a file puts on it. */
function writeDecorated(isAsync: boolean): void {
  box.write(
    'src/app.js',
    "import Fastify from 'fastify';\nexport const app = Fastify();\n" +
      `${isAsync ? 'async ' : ''}function audit() { return 1; }\napp.decorate('audit', audit);\n`,
  );
}

function expectFindingsAfter(change: () => void): void {
  const first = processOf();
  expect(lintAll(first, ROUTES)).toEqual([]);
  storeCaches(first);
  expect(cacheFiles()).toHaveLength(1);
  change();
  expect(lintAll(processOf(false), ROUTES)).toHaveLength(ROUTES.length);
  expect(lintAll(processOf(), ROUTES)).toHaveLength(ROUTES.length);
}

it('finds losses again after what is put on an application has changed', () => {
  writeRoutes('request.server.audit();');
  writeDecorated(false);
  expectFindingsAfter(() => {
    writeDecorated(true);
  });
});

/** Functions whose global is assigned elsewhere. */
function writeGlobal(isAsync: boolean): void {
  box.write('src/app.js', "import express from 'express';\nexport const app = express();\n");
  box.write('src/one.js', 'global.other = 1;\n');
  box.write('src/globals.js', isAsync ? 'global.audit = async function () { await 1; };\n' : 'export {};\n');
}

it('finds losses again after another file assigns a global', () => {
  writeRoutes('audit();');
  writeGlobal(false);
  expectFindingsAfter(() => {
    writeGlobal(true);
  });
});

const IMPORTING = "import { app } from './app.js';\nimport { audit } from './audit.js';\n";

it.each([
  [
    'assigns a global',
    () => {
      writeRoutes('audit();');
      writeGlobal(false);
    },
    () => {
      writeGlobal(true);
    },
  ],
  [
    'is imported',
    () => {
      writeRoutes('audit();', IMPORTING);
      writeGlobal(false);
      box.write('src/audit.js', 'export function audit() { return 1; }\n');
    },
    () => {
      box.write('src/audit.js', 'export async function audit() { await 1; }\n');
    },
  ],
  [
    'imports already name, and that was not there',
    () => {
      writeRoutes('audit();', IMPORTING);
      writeGlobal(false);
    },
    () => {
      box.write('src/audit.js', 'export async function audit() { await 1; }\n');
    },
  ],
])('finds losses in an open file after another program wrote a file that %s', (_, before, change) => {
  before();
  const open = processOf(false);
  const [first = '', second = ''] = ROUTES;
  expect(lint(open, first)).toEqual([]);
  expect(lint(open, second)).toEqual([]);
  change();
  elapse(60_000);
  expect(lint(open, second)).toHaveLength(1);
  expect(lint(open, first)).toHaveLength(1);
});

it('stores no answer about a text that was never saved', async () => {
  writeRoutes('audit();');
  writeGlobal(true);
  const first = processOf();
  lintAll(first, ROUTES);
  // An editor's buffer without the global, which is closed for a file that asks nothing.
  lint(first, 'src/globals.js', 'export {};\n');
  lint(first, 'src/one.js');
  storeCaches(first);
  expect(cacheFiles()).toHaveLength(1);
  const { out } = await checkAnew(box.folder, '--no-cache');
  expect(out).toContain(`"findings": ${ROUTES.length}`);
  expect((await checkAnew(box.folder)).out).toBe(out);
});

it('stores no answer about a text that has changed since', { timeout: 30_000 }, async () => {
  writeRoutes('audit();');
  writeGlobal(false);
  const first = processOf();
  lintAll(first, ROUTES);
  writeGlobal(true);
  elapse(700);
  lint(first, 'src/globals.js');
  storeCaches(first);
  expect(cacheFiles()).toHaveLength(1);
  const { out } = await checkAnew(box.folder, '--no-cache');
  expect(out).toContain(`"findings": ${ROUTES.length}`);
  expect((await checkAnew(box.folder)).out).toBe(out);
});

const QUIET = Array.from({ length: 30 }, (_, at) => `src/quiet${at}.js`);

it('notices a change of what this process has asked for itself before the cache was read', () => {
  const plugin = (body: string): string =>
    `export default async function routes(app) {\n  app.get('/', async (request, reply) => { ${body} reply.send(''); });\n}\n`;
  const paths = [...QUIET, ...ROUTES];
  for (const path of QUIET) box.write(path, plugin('request.server.other(); hidden();'));
  for (const path of ROUTES) box.write(path, plugin('request.server.audit();'));
  const writeApp = (name: string): void => {
    box.write(
      'src/app.js',
      "import Fastify from 'fastify';\nconst app = Fastify();\nasync function write() { await 1; }\n" +
        `app.decorate('${name}', write);\n` +
        paths.map((path) => `app.register(import('./${path.slice(4)}'));\n`).join(''),
    );
  };
  writeApp('unused');
  const first = processOf();
  expect(lintAll(first, paths)).toEqual([]);
  storeCaches(first);
  expect(cacheFiles()).toHaveLength(1);
  writeApp('audit');
  const fresh = lintAll(processOf(false), paths);
  expect(fresh).toHaveLength(ROUTES.length);
  expect(lintAll(processOf(), paths)).toEqual(fresh);
  expect(lintAll(processOf(), [...paths].reverse())).toHaveLength(ROUTES.length);
});

it('notices a word that other files have asked for, after this process has made an index of words', () => {
  for (const path of QUIET) box.write(path, 'export function quiet(a) { a.b(); hidden(); }\n');
  writeRoutes('audit.write();');
  writeGlobal(false);
  const paths = [...QUIET, ...ROUTES];
  const first = processOf();
  expect(lintAll(first, paths)).toEqual([]);
  storeCaches(first);
  expect(cacheFiles()).toHaveLength(1);
  box.write('src/globals.js', 'global.audit = {};\naudit.write = async function () { await 1; };\n');
  const fresh = lintAll(processOf(false), paths);
  expect(fresh).toHaveLength(ROUTES.length);
  expect(lintAll(processOf(), paths)).toEqual(fresh);
});

it('stores nothing while a text is not saved, and nothing after the settings have changed', () => {
  writeRoutes('save();', "import { app } from './app.js';\nimport { save } from '@db/save';\n");
  writeGlobal(false);
  for (const path of QUIET) box.write(path, 'export function quiet(a) { a.b(); }\n');
  const paths = [...QUIET, ...ROUTES];
  const settings = (folder: string): string =>
    JSON.stringify({ compilerOptions: { allowJs: true, paths: { '@db/*': [`./src/${folder}/*`] } } });
  box.write('src/kept/save.js', 'export function save() { return 1; }\n');
  box.write('src/lost/save.js', 'export async function save() { await 1; }\n');
  box.write('tsconfig.json', settings('kept'));
  elapse(-1_000);
  const first = processOf();
  elapse(1_000);
  lintAll(first, paths);
  lint(first, 'src/r0.js', `${box.read('src/r0.js')}save();\n`);
  storeCaches(first);
  expect(cacheFiles()).toEqual([]);
  lint(first, 'src/r0.js');
  box.write('tsconfig.json', settings('lost'));
  storeCaches(first);
  expect(lintAll(processOf(), paths)).toEqual(lintAll(processOf(false), paths));
  expect(lintAll(processOf(), paths)).toHaveLength(ROUTES.length);
});

it('keeps configurations apart that have different settings', () => {
  writeRoutes('request.server.audit();');
  writeDecorated(false);
  const other = { launchers: ['@acme/queue#start()'] };
  const first = processOf();
  expect([...lintAll(first, ROUTES), ...lintAll(first, ROUTES, other)]).toEqual([]);
  storeCaches(first);
  expect(cacheFiles()).toHaveLength(2);
  writeDecorated(true);
  for (const order of [
    [undefined, other],
    [other, undefined],
  ]) {
    const next = processOf();
    const fresh = processOf(false);
    for (const each of order) expect(lintAll(next, ROUTES, each)).toEqual(lintAll(fresh, ROUTES, each));
    expect(lintAll(next, ROUTES)).toHaveLength(ROUTES.length);
  }
});
