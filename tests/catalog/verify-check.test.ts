import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { sandbox } from '../support/sandbox.ts';

interface Row {
  module: string;
  outcome: { state: string; reason?: string };
}

const box = sandbox();

afterEach(() => {
  vi.unstubAllEnvs();
});

it('tells a module without typings from one that is not there', async () => {
  const own = 'scratch/newest/node_modules/half';
  box.write(`${own}/package.json`, '{ "name": "half", "version": "1.0.0" }');
  box.write(`${own}/typed.mjs`, '');
  box.write(`${own}/typed.d.mts`, 'export declare function run(): void;');
  box.write(`${own}/code.mjs`, '');
  box.write('npm.js', '// An npm that has nothing to install.');
  vi.stubEnv('npm_execpath', join(box.folder, 'npm.js'));
  const { check } = (await import(new URL('../../tools/verify-catalog/check.js', import.meta.url).href)) as {
    check: (alternatives: object[], entries: [], scratch: string, tell: () => void) => { rows: Row[] };
  };
  const alternatives = ['half/typed.mjs', 'half/code.mjs', 'half/gone.mjs'].map((module) => ({
    entry: 'half',
    pattern: `${module}#run`,
    module,
    steps: ['run'],
    typed: false,
  }));
  const { rows } = check(alternatives, [], join(box.folder, 'scratch'), () => undefined);
  expect(rows.map(({ module, outcome: { state, reason } }) => [module, state, reason])).toEqual([
    ['half/typed.mjs', 'present', undefined],
    ['half/code.mjs', 'unknown', 'the module has no typings'],
    ['half/gone.mjs', 'missing', 'there is no module "half/gone.mjs"'],
  ]);
});
