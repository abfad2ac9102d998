import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ran } from '../support/linked.ts';
import { blocksOf } from '../support/blocks.ts';
import { eslintFindings, inPackages } from './support/findings.ts';
import { tarball } from './support/pack.ts';
import { scratch } from './support/scratch.ts';
import { dependentsOf, FINDINGS, writeWorkspace } from './support/workspace.ts';

const page = blocksOf('monorepo.md');
const box = scratch('nx');
/** The smaller half of the workspace, with what it needs. */
const NAMES = ['admin', 'api', 'auth', 'billing', 'config', 'db', 'log', 'mail'];
const WITH_FINDINGS = NAMES.filter((name) => name in FINDINGS);
let changes = 0;

beforeAll(async () => {
  writeWorkspace(box, ['.nx/', 'eslint.json'], NAMES);
  box.write('nx.json', page.file('nx.json'));
  box.must('npm', 'install', '--save-dev', 'nx@24.0.6', 'eslint@10', await tarball());
  for (const args of [
    ['init', '--quiet', '--initial-branch=main'],
    ['config', 'user.name', 'test'],
    ['config', 'user.email', 'test@localhost'],
    ['add', '.'],
    ['commit', '--quiet', '-m', 'as it was'],
  ])
    box.must('git', ...args);
});

beforeEach(() => {
  box.must('git', 'reset', '--quiet', '--hard', 'main');
  box.must('git', 'clean', '--quiet', '-fd');
});

function sh(script: string): Ran {
  return box.run('bash', ['-e', '-c', script], { env: { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', CI: 'true' } });
}

/** The packages whose task failed, by the list at the end, which is on the standard error. */
function failedIn({ out, err }: Ran): string[] {
  return [...((out + err).split('Failed tasks:')[1] ?? '').matchAll(/- @shop\/(\w+):/g)]
    .map(([, name = '']) => name)
    .sort();
}

/**
 * The packages that a task of ESLint ran in: it prints its command into the output, and from the cache a remark stands
 * there.
 */
function ranIn({ out }: Ran): string[] {
  const answered = new Set(
    [...out.matchAll(/nx run @shop\/(\w+):lint +\[(?:local cache|existing outputs match the cache)/g)].map(
      ([, name = '']) => name,
    ),
  );
  return [...new Set([...out.matchAll(/nx run @shop\/(\w+):lint/g)].map(([, name = '']) => name))]
    .filter((name) => !answered.has(name))
    .sort();
}

/** A text that was never linted before, so that no cache can know it. */
function makeLogAsync(): void {
  changes += 1;
  box.write(
    'packages/log/src/index.js',
    `// Change ${changes}.\nexport async function log(line) {\n  await fetch(line);\n}\n`,
  );
}

function migrated(): void {
  box.must('npx', 'fire-task', 'migrate');
  expect(sh(page.script('nx')).code).toBe(0);
}

describe('lint by nx', () => {
  it('finds what one run at the root finds', () => {
    const flat = eslintFindings(box.run('npx', ['eslint', '.', '--format', 'json']).out, box);
    expect(flat).toHaveLength(3);
    const linted = sh(`${page.script('nx').trim()} --format json --output-file eslint.json`);
    expect(linted.code).toBe(1);
    expect(failedIn(linted)).toEqual(WITH_FINDINGS);
    const reports = inPackages(box, 'eslint.json');
    expect(reports.size).toBe(NAMES.length);
    expect([...reports.values()].flatMap((json) => eslintFindings(json, box)).sort()).toEqual(flat);
    expect(failedIn(sh('npx nx run-many -t migrate:check'))).toEqual(WITH_FINDINGS);
  });

  it('is answered from the cache where it passed, and done again where it did not', () => {
    expect(failedIn(sh(page.script('nx')))).toEqual(WITH_FINDINGS);
    const second = sh(page.script('nx'));
    expect(failedIn(second)).toEqual(WITH_FINDINGS);
    expect(ranIn(second)).toEqual(WITH_FINDINGS);
  });

  it('is all answered from the cache once everything passes', () => {
    migrated();
    expect(ranIn(sh(page.script('nx')))).toEqual([]);
  });
});

describe('a change in a package that others need', () => {
  it('has them linted again, and the others not', () => {
    migrated();
    makeLogAsync();
    const ran = sh(page.script('nx'));
    expect(ranIn(ran)).toEqual(dependentsOf('log').filter((name) => NAMES.includes(name)));
    expect(failedIn(ran)).toEqual(['api']);
    expect(ran.out).toContain('`log(…)` is launched by `POST /orders`');
  });

  it('is missed without ^default', () => {
    box.write('nx.json', page.file('nx.json').replaceAll('"^default", ', ''));
    migrated();
    makeLogAsync();
    const ran = sh(page.script('nx'));
    expect([ran.code, ranIn(ran)]).toEqual([0, ['log']]);
    expect(box.run('npx', ['eslint', '.']).code).toBe(1);
  });

  it('is all that affected looks at', () => {
    box.write('packages/auth/src/more.js', 'export const more = 1;\n');
    const ran = sh(page.script('nx-affected'));
    expect([...new Set([...ran.out.matchAll(/@shop\/(\w+):lint/g)].map(([, name = '']) => name))].sort()).toEqual(
      dependentsOf('auth').filter((name) => NAMES.includes(name)),
    );
  });
});

it('a change of the configuration has everything linted again', () => {
  migrated();
  box.write('eslint.config.js', `${box.read('eslint.config.js')}// changed\n`);
  expect(ranIn(sh(page.script('nx')))).toEqual(NAMES);
});

it('another version of the plugin has everything linted again', () => {
  migrated();
  const lock = JSON.parse(box.read('package-lock.json')) as { packages: Record<string, { version: string }> };
  const plugin = lock.packages['node_modules/eslint-plugin-fire-task'];
  box.write(
    'package-lock.json',
    JSON.stringify(
      {
        ...lock,
        packages: {
          ...lock.packages,
          'node_modules/eslint-plugin-fire-task': {
            ...plugin,
            version: '99.0.0',
            resolved: undefined,
            integrity: 'sha512-other',
          },
        },
      },
      null,
      2,
    ),
  );
  expect(ranIn(sh(page.script('nx')))).toEqual(NAMES);
});
