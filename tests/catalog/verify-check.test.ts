import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Entry } from '../../src/catalog/entry.ts';
import { sandbox } from '../support/sandbox.ts';

interface Row {
  module: string;
  outcome: { state: string; reason?: string };
}

const box = sandbox();
/** Notes what it is asked for, and installs nothing. */
const NPM = "require('node:fs').appendFileSync(`${__dirname}/asked.txt`, `${process.argv.slice(2).join('\\n')}\\n`);";

beforeEach(() => {
  box.write('npm.cjs', NPM);
  vi.stubEnv('npm_execpath', join(box.folder, 'npm.cjs'));
});

afterEach(() => {
  vi.unstubAllEnvs();
});

async function rowsOf(modules: string[], entries: Pick<Entry, 'packages' | 'versions'>[]): Promise<Row[]> {
  const { check } = (await import(new URL('../../tools/verify-catalog/check.js', import.meta.url).href)) as {
    check: (alternatives: object[], entries: object[], scratch: string, tell: () => void) => { rows: Row[] };
  };
  const alternatives = modules.map((module) => ({
    entry: 'any',
    pattern: `${module}#run`,
    module,
    steps: ['run'],
    typed: false,
  }));
  return check(alternatives, entries, join(box.folder, 'scratch'), () => undefined).rows;
}

it('tells a module without typings from one that is not there', async () => {
  const own = 'scratch/newest/node_modules/half';
  box.write(`${own}/package.json`, '{ "name": "half", "version": "1.0.0" }');
  box.write(`${own}/typed.mjs`, '');
  box.write(`${own}/typed.d.mts`, 'export declare function run(): void;');
  box.write(`${own}/code.mjs`, '');
  const rows = await rowsOf(['half/typed.mjs', 'half/code.mjs', 'half/gone.mjs'], []);
  expect(rows.map(({ module, outcome: { state, reason } }) => [module, state, reason])).toEqual([
    ['half/typed.mjs', 'present', undefined],
    ['half/code.mjs', 'unknown', 'the module has no typings'],
    ['half/gone.mjs', 'missing', 'there is no module "half/gone.mjs"'],
  ]);
});

it('asks for the version that the entry of a package says, before what an entry of its scope says', async () => {
  const core = { packages: ['@acme/core'], versions: '6, 7' };
  await rowsOf(['@acme/orm', '@acme/mail'], [core, { packages: ['@acme/orm'], versions: '18 to 22' }]);
  const asked = readFileSync(join(box.folder, 'asked.txt'), 'utf8').split('\n');
  expect(asked.filter((line) => line.startsWith('@acme/'))).toEqual(['@acme/orm@22', '@acme/mail@7']);
});
