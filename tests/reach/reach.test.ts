import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { UserOptions } from '../../src/findings/options.ts';
import { completeOptions } from '../../src/findings/options.ts';
import { messageOf, whereOf } from '../../src/findings/wording.ts';
import { sourceFrom } from '../support/findings.ts';
import { findUntracked } from '../support/engine.ts';

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** Writes a package to the disk and gives back how to lint one of its files, with another text if wanted. */
function packageOf(files: Record<string, string>): {
  lint: (path: string, options?: UserOptions, text?: string) => string[];
  write: (path: string, text: string) => void;
} {
  const root = mkdtempSync(join(tmpdir(), 'fire-task-reach-'));
  roots.push(root);
  const texts = new Map<string, string>();
  const write = (path: string, text: string): void => {
    texts.set(path, text);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
  for (const [path, text] of Object.entries(files)) write(path, text);
  const lint = (path: string, options: UserOptions = {}, text = texts.get(path) ?? ''): string[] => {
    const source = sourceFrom(text, join(root, path));
    return findUntracked(source, completeOptions(options)).map(
      (finding) => `${source.text.slice(...finding.node.range)} in ${whereOf(finding)}`,
    );
  };
  return { lint, write };
}

const APP = `import express from 'express';
import { placeOrder } from './orders.js';
export const app = express();
app.post('/orders', async (req, res) => { await placeOrder(req.body); res.end(); });
app.put('/orders', async (req, res) => { await placeOrder(req.body); res.end(); });
`;
const ORDERS = `import { notify } from './notify.js';
export async function placeOrder(order) { await order; local(order); }
function local(order) { notify(order); }
export async function unused(order) { notify(order); }
`;
const NOTIFY = `export async function notify(order) { await order; record(order).catch(console.error); }
async function record(order) { await order; }
`;

describe('reach', () => {
  it('follows calls through files, any number of hops, and names the chain', () => {
    const { lint } = packageOf({ 'app.js': APP, 'orders.js': ORDERS, 'notify.js': NOTIFY });
    expect(lint('orders.js')).toEqual(['notify(order) in `POST /orders` (placeOrder → local) and 1 more']);
    expect(lint('notify.js')).toEqual([
      'record(order).catch(console.error) in `POST /orders` (placeOrder → local → notify) and 1 more',
    ]);
  });

  it('gives the same answer whichever file is linted first', () => {
    const forwards = packageOf({ 'app.js': APP, 'orders.js': ORDERS, 'notify.js': NOTIFY });
    const backwards = packageOf({ 'app.js': APP, 'orders.js': ORDERS, 'notify.js': NOTIFY });
    const paths = ['app.js', 'orders.js', 'notify.js'];
    const first = paths.map((path) => forwards.lint(path));
    expect(
      [...paths]
        .reverse()
        .map((path) => backwards.lint(path))
        .reverse(),
    ).toEqual(first);
  });

  it('looks no further than asked', () => {
    const { lint } = packageOf({ 'app.js': APP, 'orders.js': ORDERS, 'notify.js': NOTIFY });
    expect(lint('orders.js', { reach: 'file' })).toEqual([]);
    expect(lint('orders.js', { reach: 'all' })).toEqual(['notify(order) in `local`', 'notify(order) in `unused`']);
    const inFile = `import express from 'express'; import { notify } from './notify.js'; express().get('/', (req, res) => { a(); res.end(); }); function a() { b(); } function b() { notify(1); }`;
    expect(lint('one.js', { reach: 'handler' }, inFile)).toEqual([]);
    expect(lint('one.js', { reach: 'file' }, inFile)).toEqual(['notify(1) in `GET /` (a → b)']);
  });

  it('sees a handler in the file that another one registers', () => {
    const { lint } = packageOf({
      'app.js': `import express from 'express'; import * as users from './users.js'; express().get('/users', users.list);`,
      'users.js': `const wrap = (fn) => (req, res, next) => fn(req, res).catch(next); async function audit() {} export const list = wrap(async (request, answer) => { audit(); answer.end(); });`,
    });
    expect(lint('users.js')).toEqual(['audit() in `GET /users`']);
  });

  it('takes the text of the editor for the file that is open', () => {
    const { lint } = packageOf({ 'app.js': APP, 'orders.js': ORDERS, 'notify.js': NOTIFY });
    expect(lint('notify.js')).toHaveLength(1);
    expect(lint('app.js', {}, APP.replaceAll('await placeOrder(req.body)', 'await 0'))).toEqual([]);
    expect(lint('app.js')).toEqual([]);
    expect(lint('notify.js')).toHaveLength(1);
  });

  it('forgets what an unsaved text said between, and what followed from it in other files', () => {
    const { lint } = packageOf({ 'app.js': APP, 'orders.js': ORDERS, 'notify.js': NOTIFY });
    const without = ORDERS.replace('local(order); }', '}');
    const byAnother = ORDERS.replace('local(order); }', 'notify(order); }');
    for (let round = 0; round < 2; round += 1) {
      expect(lint('orders.js', {}, without)).toEqual([]);
      expect(lint('orders.js', {}, byAnother)).toEqual(['notify(order) in `POST /orders` (placeOrder) and 1 more']);
      expect(lint('orders.js')).toHaveLength(1);
      expect(lint('notify.js')).toEqual([
        'record(order).catch(console.error) in `POST /orders` (placeOrder → local → notify) and 1 more',
      ]);
    }
  });

  it('sees what was saved in one file at once in the next', () => {
    const { lint, write } = packageOf({ 'app.js': APP, 'orders.js': ORDERS, 'notify.js': NOTIFY });
    expect(lint('notify.js')).toHaveLength(1);
    const without = ORDERS.replace('local(order); }', '}');
    expect(lint('orders.js', {}, without)).toEqual([]);
    write('orders.js', without);
    expect(lint('notify.js')).toEqual([]);
  });

  it('knows handlers by modules that a catalog entry names beside its packages', () => {
    const { lint } = packageOf({
      'room.js': `import { DurableObject } from 'cloudflare:workers'; async function work() {} export class Room extends DurableObject { async fetch(request) { work(); return new Response('x'); } }`,
    });
    expect(lint('room.js')).toEqual(['work() in `durable object Room.fetch`']);
  });

  it('sees a file that changes and one that is added', async () => {
    const { lint, write } = packageOf({
      'app.js': APP.replace("'./orders.js'", "'./later.js'"),
      'orders.js': ORDERS,
      'notify.js': NOTIFY,
    });
    expect(lint('orders.js')).toEqual([]);
    write('later.js', `export { placeOrder } from './orders.js';`);
    // A listing is taken as fresh for a time that grows with what it costs.
    await expect.poll(() => lint('orders.js'), { timeout: 20_000 }).toHaveLength(1);
    write('app.js', `export {};`);
    await expect.poll(() => lint('orders.js'), { timeout: 20_000 }).toEqual([]);
  });

  it('follows imports where the tsconfig extends something that is not installed', () => {
    const { lint } = packageOf({
      'tsconfig.json': '{ "extends": "@acme/tsconfig/base.json" }',
      'app.ts': APP,
      'orders.ts': ORDERS,
      'notify.ts': NOTIFY,
    });
    expect(lint('notify.ts')).toEqual([
      'record(order).catch(console.error) in `POST /orders` (placeOrder → local → notify) and 1 more',
    ]);
  });

  it('is not broken by cycles, missing files and files that do not parse', () => {
    const { lint } = packageOf({
      'app.js': APP.replace('export const', `import './missing.js';\nimport './broken.js';\nexport const`),
      'orders.js': `export * from './app.js'; export * from './orders.js'; import { placeOrder as again } from './orders.js'; export async function placeOrder(order) { await 0; again(order); }`,
      'broken.js': 'export const = ;',
    });
    expect(lint('orders.js')).toEqual([
      'again(order) in `POST /orders` and 1 more'.replace('`POST /orders`', '`POST /orders` (placeOrder)'),
    ]);
  });

  it('counts only the kinds asked for', () => {
    const { lint } = packageOf({
      'app.js': `import Fastify from 'fastify'; async function warm() {} Fastify().addHook('onReady', async () => { warm(); });`,
    });
    expect(lint('app.js')).toEqual(['warm() in `hook onReady`']);
    expect(lint('app.js', { kinds: ['request', 'message'] })).toEqual([]);
  });

  it('leaves test files alone unless asked', () => {
    const { lint } = packageOf({
      'test/app.test.js': `import express from 'express'; async function warm() {} express().get('/', (req, res) => { warm(); res.end(); });`,
    });
    expect(lint('test/app.test.js')).toEqual([]);
    expect(lint('test/app.test.js', { tests: true })).toEqual(['warm() in `GET /`']);
  });
});

describe('the message', () => {
  it('says who launches, what happens and what to do', () => {
    const source = sourceFrom(
      `import express from 'express'; async function execute(id) { await id; } express().post('/orgs/:orgId/runs', (req, res) => { execute(1); res.end(); });`,
    );
    expect(findUntracked(source, completeOptions({ reach: 'file' })).map(messageOf)).toEqual([
      '`execute(…)` is launched by `POST /orgs/:orgId/runs` but never awaited, returned or tracked: it is lost on shutdown, and if it rejects the process can crash. Await it, return it, or pass it to `fireTask`.',
    ]);
  });
});
