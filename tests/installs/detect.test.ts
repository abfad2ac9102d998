import { beforeAll, describe, expect, it } from 'vitest';
import type { Observed } from '../../src/detect/report.ts';
import { tarball } from './support/pack.ts';
import { scratch } from './support/scratch.ts';

/** The detector under what compiles TypeScript while it loads, and in a test runner with modules of its own. */
const at = scratch('detect');

/** The type and the empty lines are gone in the code that runs. */
const server = (imports: string): string => `${imports}

interface Order {
  readonly id: string;
}

const forGood: ((order: Order) => void)[] = [];

async function audit(order: Order): Promise<Order> {
  return await new Promise<Order>((resolve) => forGood.push(resolve));
}

export const app = express();
app.post('/orders/:id', (req: { params: Order }, res: { sendStatus: (status: number) => void }) => {
  audit(req.params); // lost
  res.sendStatus(202);
});
`;

const PROGRAM = `
const listening = app.listen(0, '127.0.0.1', async () => {
  const { port } = listening.address() as { port: number };
  await (await fetch(\`http://127.0.0.1:\${port}/orders/7\`, { method: 'POST', headers: { connection: 'close' } })).text();
  setTimeout(() => process.exit(0), 200);
});
`;

const ESM = server("import express from 'express';") + PROGRAM;
const COMMON_JS = server("import express = require('express');") + PROGRAM;

beforeAll(async () => {
  at.write('package.json', '{ "private": true }\n');
  at.must(
    'npm',
    'install',
    '--ignore-scripts',
    await tarball(),
    ...['express@5', '@types/express@5', '@types/node@20', 'typescript@5.9', 'tsx@4', 'ts-node@10', 'jest@30'],
  );
  at.write('tsconfig.json', '{ "compilerOptions": { "module": "commonjs", "target": "es2022", "sourceMap": true } }\n');
  at.write('server.mts', ESM);
  at.write('server.ts', COMMON_JS);
});

const DETECT = 'eslint-plugin-fire-task/detect';

describe('names the line of the source', () => {
  it.each([
    ['tsx, as a module', 'server.mts', ['--import', 'tsx', '--import', DETECT]],
    ['tsx after the detector', 'server.mts', ['--import', DETECT, '--import', 'tsx']],
    ['tsx, as CommonJS', 'server.ts', ['--require', DETECT, '--import', 'tsx']],
    ['ts-node', 'server.ts', ['--require', 'ts-node/register/transpile-only', '--require', DETECT]],
  ])('under %s', (_, file, flags) => {
    const { code, err } = at.run('node', [...flags, file], { env: { FIRE_TASK_DETECT: 'observed.json' } });
    expect(code, err).toBe(0);
    const { sites } = JSON.parse(at.read('observed.json')) as Observed;
    expect(sites.map((site) => [site.file, site.line, site.callee, site.units])).toEqual([
      [
        file,
        at
          .read(file)
          .split('\n')
          .findIndex((line) => line.endsWith('// lost')) + 1,
        'audit',
        [{ name: 'POST /orders/:id', count: 1 }],
      ],
    ]);
  });
});

it('fails a test of Jest with the place, and no other', () => {
  at.write(
    'orders.test.js',
    `const { expectNothingLost } = require('${DETECT}');
const express = require('express');

const forGood = [];
const audit = async () => await new Promise((resolve) => forGood.push(resolve));
const app = express();
app.post('/orders', (req, res) => {
  audit();
  res.sendStatus(202);
});
app.get('/orders', async (req, res) => {
  await null;
  res.json([]);
});
let server;
beforeAll((done) => {
  server = app.listen(0, '127.0.0.1', done);
});
const ask = async (method) =>
  (await fetch(\`http://127.0.0.1:\${server.address().port}/orders\`, { method, headers: { connection: 'close' } })).status;

afterEach(() => expectNothingLost());
afterAll(() => server.close());
test('lists orders', async () => {
  expect(await ask('GET')).toBe(200);
});
test('takes an order', async () => {
  expect(await ask('POST')).toBe(202);
});
`,
  );
  const { code, err } = at.run('jest', ['--testMatch', '**/orders.test.js']);
  expect(code, err).toBe(1);
  expect(err).toContain('Tests:       1 failed, 1 passed, 2 total');
  expect(err).toMatch(/orders\.test\.js:8:3/);
  expect(err).toContain('✓ lists orders');
});
