import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { checkAnew } from '../support/cached-check.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const NUMBERS = [...Array(12).keys()];

/** Routes that import a queue, whose jobs run services. No code of a route leads into a service. */
beforeEach(() => {
  box.write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
  mkdirSync(join(box.folder, 'node_modules'));
  box.write(
    'queue.js',
    `${NUMBERS.map((n) => `import { work${n} } from './services/${n}.js';\n`).join('')}
const jobs = { ${NUMBERS.map((n) => `job${n}: async () => { await work${n}(); }`).join(', ')} };
class Queue {
  async add(name) { this.last = name; await jobs[name]; }
}
export const queue = new Queue();
export const LIMIT = 5;
`,
  );
  for (const n of NUMBERS) {
    box.write(`services/${n}.js`, `export async function work${n}() { await fetch('https://example.com/${n}'); }\n`);
    box.write(
      `routes/${n}.js`,
      `import express from 'express';
import { queue } from '../queue.js';
import { note${n} } from '../notes/${n}.js';
export const router = express.Router();
router.post('/${n}', async (req, res) => { await queue.add('job${n}'); note${n}(req); res.end(); });
`,
    );
    box.write(`notes/${n}.js`, `export function note${n}(req) { return req.url; }\n`);
  }
});

it.each([
  ['of a service behind the queue', 'services/3.js', 'await fetch', 'await 0; await fetch'],
  ['of a function that one route calls', 'notes/3.js', 'return req.url', 'void req.ip; return req.url'],
])('an edit %s makes few files be read again', async (_, path, before, after) => {
  const first = await checkAnew(box.folder);
  box.write(path, box.read(path).replace(before, after));
  const second = await checkAnew(box.folder);
  expect(first.parsed).toBeGreaterThan(NUMBERS.length);
  expect(second.parsed).toBeLessThanOrEqual(4);
  expect(second.out).toBe((await checkAnew(box.folder, '--no-cache')).out);
});

it('an edit of what every route calls makes each be read again, and is told', async () => {
  const { out } = await checkAnew(box.folder);
  box.write(
    'queue.js',
    box
      .read('queue.js')
      .replace('this.last = name;', 'this.store(name);')
      .replace('class Queue {', 'class Queue {\n  async store(name) { await fetch(name); }'),
  );
  const second = await checkAnew(box.folder);
  expect(second.parsed).toBeGreaterThan(NUMBERS.length);
  expect(second.out).not.toBe(out);
  expect(second.out).toBe((await checkAnew(box.folder, '--no-cache')).out);
});

it('a new file that names a function of another as a handler is told', async () => {
  box.write(
    'lib/orders.js',
    'async function save() { await 1; }\nexport async function list() { return 1; }\n' +
      'export async function create() { save(); }\n',
  );
  box.write('infra/list.js', "export const route = { handler: 'lib/orders.list' };\n");
  const { out } = await checkAnew(box.folder);
  box.write('infra/api.js', "export const route = { handler: 'lib/orders.create' };\n");
  const second = await checkAnew(box.folder);
  expect(second.out).not.toBe(out);
  expect(second.out).toBe((await checkAnew(box.folder, '--no-cache')).out);
});

it.each([
  ['comes', undefined],
  ['takes the place of another', 'rules/tests/save/index.js'],
])('a file in a folder of tests that %s, and that code imports already, is told', async (_, before) => {
  box.write('rules/tests/other.js', 'export const other = 1;\n');
  if (before !== undefined) box.write(before, 'export function save() { return 1; }\n');
  box.write('notes/3.js', "import { save } from '../rules/tests/save';\nexport function note3() { save(); }\n");
  const { out } = await checkAnew(box.folder);
  if (before !== undefined) box.remove(before);
  box.write('rules/tests/save.js', 'export async function save() { await 1; }\n');
  const second = await checkAnew(box.folder);
  expect(second.out).not.toBe(out);
  expect(second.out).toBe((await checkAnew(box.folder, '--no-cache')).out);
});
