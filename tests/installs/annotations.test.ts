import { beforeAll, describe, expect, it } from 'vitest';
import { blocksOf } from '../support/blocks.ts';
import { CLEAN_ROUTE, ROUTE, writeOrders } from '../support/orders.ts';
import { runSteps, workflowOf } from '../support/workflow.ts';
import { tarball } from './support/pack.ts';
import { scratch } from './support/scratch.ts';

const page = blocksOf('ci.md');
const box = scratch('annotations');
const { job } = workflowOf(page.file('.github/workflows/lint.yml'));
/** Once the packages are there. */
const installed = { steps: job.steps.filter(({ run }) => run !== 'npm ci') };

/** A fresh package with its lock file, as the page has its reader install it. */
beforeAll(async () => {
  writeOrders(box);
  box.must('npm', 'install', '--save-dev', 'eslint@10', await tarball());
  box.must('bash', '-e', '-c', page.script('install-annotations'));
  box.must('git', 'init', '--quiet');
});

describe('the workflow lint.yml', () => {
  it('marks the finding on its line, fails, and puts the report on the page of the run', () => {
    const ran = runSteps(job, box);
    expect([...ran].map(([name, { code }]) => [name, code])).toEqual([
      ['npm ci', 0],
      ['ESLint', 1],
      ['What requests leave behind, by route', 0],
    ]);
    expect(ran.get('ESLint')?.out.split('\n')).toEqual([
      '::group::ESLint Annotations',
      `::error file=${box.folder}/src/orders.js,line=5,col=3::\`send(…)\` is launched by \`POST /orders\` but never awaited, returned or tracked: it is lost on shutdown, and if it rejects the process can crash. Await it, return it, or pass it to \`fireTask\`. (fire-task/no-untracked-promises)`,
      '::endgroup::',
      '',
      '',
    ]);
    expect(box.read('summary.md')).toMatch(/^# 1 untracked promise in 1 route\n[^]+### `POST \/orders`/);
  });

  it('passes where nothing is found', () => {
    box.write('src/orders.js', CLEAN_ROUTE);
    const ran = runSteps(installed, box);
    expect([...ran.values()].map(({ code }) => code)).toEqual([0, 0]);
    expect(ran.get('ESLint')?.out).toBe('');
    expect(box.read('summary.md')).toMatch(/^# No untracked promise\n/);
    box.write('src/orders.js', ROUTE);
  });

  it('fails in both steps where the configuration is wrong', () => {
    const config = box.read('eslint.config.js');
    box.write('eslint.config.js', 'nonsense(');
    expect([...runSteps(installed, box).values()].map(({ code }) => code)).toEqual([2, 1]);
    box.write('eslint.config.js', config);
  });

  it("has ESLint print its own text on a person's machine", () => {
    expect(box.run('npx', ['eslint', '.', '--format', 'gha']).out).toMatch(/src\/orders\.js\n +5:3 +error/);
  });
});

it("ESLint's default format is what the matcher of actions/setup-node reads", () => {
  const { out } = box.run('npx', ['eslint', '.']);
  // The two expressions of its `eslint-stylish` matcher: a file, then its findings.
  const file = /^\s*([^\s].*)$/;
  const finding = /^\s+(\d+):(\d+)\s+(error|warning|info)\s+(.*)\s\s+(.*)$/;
  const [, path = '', line = ''] = out.split('\n');
  expect(file.exec(path)?.[1]).toBe(`${box.folder}/src/orders.js`);
  expect(finding.exec(line)?.slice(1, 4)).toEqual(['5', '3', 'error']);
  expect(finding.exec(line)?.[5]).toBe('fire-task/no-untracked-promises');
});
