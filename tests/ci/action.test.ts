import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Ran, Shell } from '../support/linked.ts';
import { linked } from '../support/linked.ts';
import { CLEAN_ROUTE, writeOrders } from '../support/orders.ts';
import { ROOT } from '../support/pages.ts';
import { sandbox } from '../support/sandbox.ts';

interface Action {
  readonly inputs: Record<string, { readonly description: string; readonly default: string }>;
  readonly runs: { readonly steps: readonly { readonly run: string; readonly env: Record<string, string> }[] };
}

const box = sandbox();
let shell: Shell;
beforeEach(() => {
  writeOrders(box);
  shell = linked(box.folder);
});

const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as Action;

/** What each step ends with, as the runner calls them, with the defaults where nothing else is given. */
function stepsWith(given: Record<string, string>): Ran[] {
  const inputs = {
    ...Object.fromEntries(Object.entries(action.inputs).map(([k, each]) => [k, each.default])),
    ...given,
  };
  box.write('summary.md', '');
  return action.runs.steps.map(({ run, env }) => {
    const filled = Object.entries(env).map(([name, value]) => [
      name,
      value.replaceAll(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => inputs[input] ?? 'no such input'),
    ]);
    box.write('step.sh', run);
    return shell('bash --noprofile --norc -eo pipefail step.sh', {
      ...(Object.fromEntries(filled) as Record<string, string>),
      GITHUB_WORKSPACE: box.folder,
      GITHUB_STEP_SUMMARY: join(box.folder, 'summary.md'),
    });
  });
}

describe('action.yml', () => {
  it('puts the report on the page of the run, annotates the lines, and fails', () => {
    const [summary, annotations] = stepsWith({ paths: 'src' });
    expect(summary?.code).toBe(0);
    expect(box.read('summary.md')).toContain('# 1 untracked promise in 1 route');
    expect(annotations).toMatchObject({ code: 1 });
    expect(annotations?.out).toMatch(/^::error file=src\/orders\.js,line=5/);
  });

  it('passes with findings when it is told to, and without any', () => {
    expect(stepsWith({ fail: 'false' }).map(({ code }) => code)).toEqual([0, 0]);
    box.write('src/orders.js', CLEAN_ROUTE);
    expect(stepsWith({}).map(({ code }) => code)).toEqual([0, 0]);
  }, 120_000);

  it('fails on a path that is not there, also where findings pass', () => {
    expect(stepsWith({ paths: 'nowhere', fail: 'false' }).every(({ code }) => code !== 0)).toBe(true);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const [hook] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as {
    id: string;
    entry: string;
    files: string;
    exclude: string;
  }[];

  it('runs on code, and not on tests and declarations', () => {
    const takes = (path: string): boolean =>
      new RegExp(hook?.files ?? '^$').test(path) && !new RegExp(hook?.exclude ?? '^$').test(path);
    expect(['a.js', 'a.ts', 'src/a.mts', 'a.tsx'].every(takes)).toBe(true);
    expect(['a.md', 'a.json', 'a.d.ts', 'a.test.ts', 'a.spec.jsx', 'a.d.mts'].some(takes)).toBe(false);
  });

  it('stops a commit with a finding', () => {
    expect(hook?.id).toBe('fire-task');
    expect(shell(`${hook?.entry ?? ''} src/orders.js`).code).toBe(1);
    box.write('src/orders.js', CLEAN_ROUTE);
    expect(shell(`${hook?.entry ?? ''} src/orders.js`).code).toBe(0);
  });
});
