import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { onNode } from './support/nodes.ts';
import { expectItWorks, writeProject } from './support/runs-in-javascript.ts';
import { scratch } from './support/scratch.ts';

/** What `engines` begins with, and the present releases, as npm has them. */
const VERSIONS = ['20.19', '22.13', '22', '24'];
const at = scratch('node');

beforeAll(async () => {
  await writeProject(at);
  at.must('npm', 'install', '--ignore-scripts');
});

describe.each(VERSIONS)('on Node %s', (version) => {
  it('ESLint finds, and the command mends', async () => {
    const run = onNode(at, version);
    expect(run('node', ['--version']).out).toMatch(new RegExp(`^v${version.replace('.', '\\.')}\\.`));
    at.run('rm', ['-r', 'src']);
    await writeProject(at);
    expectItWorks(at, (...args) => run(`node_modules/.bin/${args[0] ?? ''}`, args.slice(1)));
  });
});

it('the versions are those that engines names', () => {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    engines: { node: string };
  };
  expect(engines.node).toBe('^20.19.0 || ^22.13.0 || >=24');
});
