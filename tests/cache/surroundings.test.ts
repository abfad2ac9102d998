import { mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { checkAnew } from '../support/cached-check.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();

const ROUTE = "import { save } from '@db/save';\nexport function get(request, response) { save(); response.end(); }\n";
const SERVER =
  "import express from 'express';\nimport { get } from './route.js';\nconst app = express();\napp.get('/', get);\n";

/** Enough files that a cache is worth it. */
function writePadding(folder: string): void {
  for (let at = 0; at < 40; at += 1)
    box.write(
      `${folder}/pad${at}.js`,
      `import express from 'express';\nconst app = express();\nasync function load${at}() { await 1; }\n` +
        `app.get('/pad${at}', async (request, response) => { await load${at}(); response.end(); });\n`,
    );
}

/** The first run fills the cache; the second one, after the change, must give what one without it gives. */
async function expectSame(change: () => void, folder = '.', ...flags: string[]): Promise<void> {
  const at = join(box.folder, folder);
  const { out: before, parsed } = await checkAnew(at, ...flags);
  const again = await checkAnew(at, ...flags);
  expect(again.out).toBe(before);
  expect(again.parsed).toBeLessThan(parsed);
  change();
  const after = await checkAnew(at, ...flags, '--no-cache');
  expect(after.out).not.toBe(before);
  expect((await checkAnew(at, ...flags)).out).toBe(after.out);
}

beforeEach(() => {
  mkdirSync(join(box.folder, 'node_modules'));
  writePadding('src');
});

const MANIFEST = '{ "name": "own", "type": "module", "dependencies": { "express": "5" } }';

it.each([
  ['a folder without code', 'config/base.json', './config/base.json'],
  ['a hidden folder', '.nuxt/tsconfig.json', './.nuxt/tsconfig.json'],
  ['an installed package', 'node_modules/@acme/settings/tsconfig.json', '@acme/settings/tsconfig.json'],
])('paths of imports in a tsconfig of %s', async (_, file, target) => {
  const paths = (folder: string): string => {
    const base = join(box.folder, 'src', folder).replaceAll('\\', '/');
    return JSON.stringify({ compilerOptions: { allowJs: true, paths: { '@db/*': [`${base}/*`] } } });
  };
  box.write('package.json', MANIFEST);
  box.write('tsconfig.json', `{ "extends": "${target}" }`);
  box.write(file, paths('kept'));
  box.write('src/kept/save.js', 'export function save() { return 1; }\n');
  box.write('src/lost/save.js', 'export async function save() { await 1; }\n');
  box.write('src/route.js', ROUTE);
  box.write('src/server.js', SERVER);
  await expectSame(() => {
    box.write(file, paths('lost'));
  });
});

it('a text of the same length and time', async () => {
  box.write('package.json', MANIFEST);
  box.write('src/route.js', ROUTE.replace('@db/save', './save.js'));
  box.write('src/server.js', SERVER);
  const write = (text: string): void => {
    box.write('src/save.js', text);
    utimesSync(join(box.folder, 'src/save.js'), 1, 1);
  };
  write('export function save() { return 1; }      \n');
  await expectSame(() => {
    write('export async function save() { return 1; }\n');
  });
});

it('a declaration file more', async () => {
  box.write('package.json', MANIFEST);
  box.write(
    'src/server.ts',
    "import express from 'express';\nimport type { Store } from './store';\nconst app = express();\n" +
      'export function routes(store: Store) { app.get("/", (request, response) => { store.save(); response.end(); }); }\n',
  );
  await expectSame(() => {
    box.write('src/store.d.ts', 'export interface Store { save(): Promise<void> }\n');
  });
});

const LOSES = 'async function save() { await 1; }\nexport function start() { save(); }\n';

it('a page more', async () => {
  box.write('package.json', '{ "name": "own", "type": "module", "devDependencies": { "vite": "7" } }');
  box.write('src/start.js', LOSES);
  await expectSame(
    () => {
      box.write('index.html', '<script type="module" src="/src/start.js"></script>\n');
    },
    '.',
    '--reach',
    'all',
  );
});

it('a server more beside the package', async () => {
  box.remove('src');
  mkdirSync(join(box.folder, 'client/node_modules'), { recursive: true });
  writePadding('client/src');
  box.write('client/package.json', '{ "name": "own", "type": "module" }');
  box.write('client/src/start.js', LOSES);
  await expectSame(
    () => {
      mkdirSync(join(box.folder, 'server'));
    },
    'client',
    '--reach',
    'all',
  );
});

it('a file more that names handlers', async () => {
  box.write('package.json', '{ "name": "own", "type": "module", "devDependencies": { "sst": "3" } }');
  box.write('infra/bucket.js', 'export const bucket = new sst.aws.Bucket("Files");\n');
  box.write(
    'src/orders.js',
    'async function save() { await 1; }\nexport async function create() { save(); return {}; }\n',
  );
  await expectSame(() => {
    box.write('infra/api.js', 'export const api = new sst.aws.Function("Api", { handler: "src/orders.create" });\n');
  });
});

it('a package more in a folder without code', async () => {
  box.write('package.json', '{ "name": "all", "workspaces": ["libs/*", "src"] }');
  box.write('src/package.json', '{ "name": "app", "type": "module", "dependencies": { "express": "5", "db": "1" } }');
  box.write('libs/readme.md', '');
  box.write('src/route.js', ROUTE.replace('@db/save', 'db'));
  box.write('src/server.js', SERVER);
  await expectSame(() => {
    box.write('libs/db/package.json', '{ "name": "db", "type": "module", "main": "save.js" }');
    box.write('libs/db/save.js', 'export async function save() { await 1; }\n');
  });
});

it('the manifest of a package that was not read', async () => {
  box.write('package.json', '{ "name": "all", "workspaces": ["src", "server", "own"] }');
  box.write('src/package.json', MANIFEST.replace('own', 'pads'));
  box.write('own/package.json', '{ "name": "own", "type": "module" }');
  box.write('own/index.js', 'async function write() { await 1; }\nexport function save() { write(); }\n');
  box.write('server/package.json', '{ "name": "server", "type": "module", "dependencies": { "own": "1" } }');
  box.write(
    'server/index.js',
    "import express from 'express';\nimport { save } from 'own';\nconst app = express();\napp.get('/', () => { save(); });\n",
  );
  await expectSame(
    () => {
      box.write(
        'server/package.json',
        '{ "name": "server", "type": "module", "dependencies": { "own": "1", "express": "5" } }',
      );
    },
    '.',
    'own',
    'src',
  );
});

it('the settings of another project that was checked in the same run', async () => {
  box.write('first/package.json', '{ "name": "first", "workspaces": ["src"] }');
  box.write('first/src/package.json', MANIFEST);
  mkdirSync(join(box.folder, 'first/node_modules'));
  box.remove('src');
  writePadding('first/src');
  box.write(
    'other/package.json',
    '{ "name": "other", "type": "module", "workspaces": ["x"], "dependencies": { "express": "5" } }',
  );
  writePadding('other/src');
  box.write('other/src/kept/save.js', 'export function save() { return 1; }\n');
  box.write('other/src/lost/save.js', 'export async function save() { await 1; }\n');
  box.write('other/src/route.js', ROUTE);
  box.write('other/src/server.js', SERVER);
  const settings = (folder: string): string =>
    JSON.stringify({ compilerOptions: { allowJs: true, paths: { '@db/*': [`./src/${folder}/*`] } } });
  box.write('other/tsconfig.json', settings('kept'));
  await expectSame(
    () => {
      box.write('other/tsconfig.json', settings('lost'));
    },
    '.',
    'first',
    'other',
  );
});

it('where a tool generates code, as a file in a folder without code says', async () => {
  box.write(
    'package.json',
    '{ "name": "own", "type": "module", "dependencies": { "express": "5", "@prisma/client": "6" } }',
  );
  const says = (folder: string): string =>
    `generator client {\n  provider = "prisma-client"\n  output = "../src/${folder}"\n}\n`;
  box.write('prisma/schema.prisma', says('elsewhere'));
  box.write(
    'src/route.js',
    "import { PrismaClient } from './made/client.js';\nconst db = new PrismaClient();\nexport function get(request, response) { db.$connect(); response.end(); }\n",
  );
  box.write('src/server.js', SERVER);
  await expectSame(() => {
    box.write('prisma/schema.prisma', says('made'));
  });
});

it('the settings above the project', async () => {
  const settings = (folder: string): string =>
    JSON.stringify({ compilerOptions: { allowJs: true, paths: { '@db/*': [`./inner/src/${folder}/*`] } } });
  box.write('package.json', '{ "name": "above" }');
  box.write('tsconfig.json', settings('kept'));
  box.write(
    'inner/package.json',
    '{ "name": "inner", "type": "module", "workspaces": ["x"], "dependencies": { "express": "5" } }',
  );
  mkdirSync(join(box.folder, 'inner/node_modules'));
  box.remove('src');
  writePadding('inner/src');
  box.write('inner/src/kept/save.js', 'export function save() { return 1; }\n');
  box.write('inner/src/lost/save.js', 'export async function save() { await 1; }\n');
  box.write('inner/src/route.js', ROUTE);
  box.write('inner/src/server.js', SERVER);
  await expectSame(() => {
    box.write('tsconfig.json', settings('lost'));
  }, 'inner');
});
