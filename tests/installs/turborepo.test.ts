import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ran } from '../support/linked.ts';
import { blocksOf } from '../support/blocks.ts';
import { filledIn, workflowOf } from '../support/workflow.ts';
import { commandFindings, eslintFindings, inPackages } from './support/findings.ts';
import { tarball } from './support/pack.ts';
import { scratch } from './support/scratch.ts';
import { dependentsOf, FINDINGS, PACKAGES, writeWorkspace } from './support/workspace.ts';

const page = blocksOf('monorepo.md');
const box = scratch('turborepo');
const NAMES = Object.keys(PACKAGES).sort();
const WITH_FINDINGS = Object.keys(FINDINGS).sort();
let changes = 0;

beforeAll(async () => {
  writeWorkspace(box, ['.turbo/', 'dist/', 'eslint.json']);
  box.write('turbo.json', page.file('turbo.json'));
  box.must('npm', 'install', '--save-dev', 'turbo@2.11.11', 'eslint@10', 'eslint-formatter-gha@2.0.1', await tarball());
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

function sh(script: string, env: Record<string, string> = {}): Ran {
  return box.run('bash', ['-e', '-c', script], { env: { TURBO_TELEMETRY_DISABLED: '1', ...env } });
}

/** The packages whose task was not answered from the cache. */
function ranIn({ out }: Ran, task = 'lint'): string[] {
  return [...out.matchAll(/^@shop\/(\w+):([\w:]+): cache (miss|bypass)/gm)]
    .filter(([, , name]) => name === task)
    .map(([, name = '']) => name)
    .sort();
}

function failedIn({ out }: Ran): string[] {
  return [...(/^Failed: +(.+)$/m.exec(out)?.[1] ?? '').matchAll(/@shop\/(\w+)#/g)].map(([, name = '']) => name).sort();
}

/** A text that was never linted before, so that no cache can know it. */
function makeLogAsync(): void {
  changes += 1;
  box.write(
    'packages/log/src/index.js',
    `// Change ${changes}.\nexport async function log(line) {\n  await fetch(line);\n}\n`,
  );
}

/** Every package green, by the codemod, and the whole in the cache. */
function migrated(): void {
  box.must('npx', 'fire-task', 'migrate');
  box.must('git', 'add', '.');
  expect(sh(page.script('turbo')).code).toBe(0);
}

describe('lint and migrate:check by turbo', () => {
  it('find what one run at the root finds', () => {
    const flat = eslintFindings(box.run('npx', ['eslint', '.', '--format', 'json']).out, box);
    const flatCheck = commandFindings(box.run('npx', ['fire-task', 'migrate', '--check', '--json']).out);
    expect(flat).toHaveLength(Object.values(FINDINGS).reduce((sum, count) => sum + count));
    expect(flatCheck).toEqual(flat);
    const linted = sh('npx turbo run lint --continue -- --format json --output-file eslint.json');
    expect(linted.code).toBe(1);
    expect(failedIn(linted)).toEqual(WITH_FINDINGS);
    const reports = inPackages(box, 'eslint.json');
    expect(reports.size).toBe(12);
    expect([...reports.values()].flatMap((json) => eslintFindings(json, box)).sort()).toEqual(flat);
    const checked = sh('npx turbo run migrate:check --continue -- --json');
    expect(failedIn(checked)).toEqual(WITH_FINDINGS);
    const logs = [...inPackages(box, '.turbo/turbo-migrate$colon$check.log')];
    expect(logs).toHaveLength(12);
    expect(
      logs.flatMap(([folder, log]) => commandFindings(/^\{$[^]*?^\}$/m.exec(log)?.[0] ?? '', folder)).sort(),
    ).toEqual(flat);
  });

  it('are answered from the cache where they passed, and done again where they did not', () => {
    const first = sh(page.script('turbo'));
    expect([first.code, failedIn(first)]).toEqual([1, WITH_FINDINGS]);
    expect(ranIn(sh(page.script('turbo')))).toEqual(WITH_FINDINGS);
  });

  it('are all answered from the cache once everything passes', () => {
    migrated();
    const { code, out } = sh('npx turbo run lint migrate:check');
    expect(code).toBe(0);
    expect(out).toContain('Tasks:    24 successful, 24 total');
    expect(sh('npx turbo run lint migrate:check').out).toMatch(/Cached: {4}24 cached, 24 total\n.*>>> FULL TURBO/);
  });
});

describe('a change in a package that others need', () => {
  it('has them linted again, and the others not', () => {
    migrated();
    makeLogAsync();
    const ran = sh(page.script('turbo'));
    expect(ranIn(ran)).toEqual(dependentsOf('log'));
    expect(ranIn(ran).length).toBeLessThan(NAMES.length);
    // One passes it on, and the other calls it itself.
    expect(failedIn(ran)).toEqual(['api', 'web']);
    expect(ran.out).toContain('`log(…)` is launched by `POST /orders`');
  });

  it('is missed without transit', () => {
    box.write('turbo.json', JSON.stringify({ globalDependencies: ['eslint.config.js'], tasks: { lint: {} } }));
    migrated();
    makeLogAsync();
    const ran = sh(page.script('turbo'));
    expect([ran.code, ranIn(ran)]).toEqual([0, ['log']]);
    expect(box.run('npx', ['eslint', '.']).code).toBe(1);
  });

  it('is seen with ^lint, too', () => {
    box.write(
      'turbo.json',
      JSON.stringify({ globalDependencies: ['eslint.config.js'], tasks: { lint: { dependsOn: ['^lint'] } } }),
    );
    migrated();
    makeLogAsync();
    const ran = sh(page.script('turbo'));
    expect(ranIn(ran)).toEqual(dependentsOf('log'));
    expect(failedIn(ran)).toEqual(['api', 'web']);
  });

  it('is all that --affected looks at', () => {
    migrated();
    box.must('git', 'commit', '--quiet', '-m', 'migrated');
    box.must('git', 'branch', '--quiet', '--force', 'base');
    box.write(
      'packages/queue/src/index.js',
      `${PACKAGES['queue']?.files['src/index.js'] ?? ''}export const size = 0;\n`,
    );
    const { out } = sh('npx turbo run lint --affected --continue', { TURBO_SCM_BASE: 'base' });
    expect(/Packages in scope: (.+)$/m.exec(out)?.[1]?.replaceAll('@shop/', '')).toBe(dependentsOf('queue').join(', '));
    box.must('git', 'reset', '--quiet', '--hard', 'HEAD~1');
  });

  it('is seen where packages export what they build', () => {
    box.write('turbo.json', page.file('built.turbo.json'));
    box.write(
      'packages/log/package.json',
      JSON.stringify({
        ...(JSON.parse(box.read('packages/log/package.json')) as object),
        exports: './dist/index.js',
        scripts: { build: 'mkdir -p dist && cp src/index.js dist/index.js', lint: 'eslint src' },
      }),
    );
    migrated();
    expect(ranIn(sh(page.script('turbo')))).toEqual([]);
    makeLogAsync();
    const ran = sh(page.script('turbo'));
    expect(failedIn(ran)).toEqual(['api', 'web']);
    box.must('rm', '-rf', 'packages/log/dist');
  });
});

describe('everything is linted again', () => {
  it('after a change of the configuration', () => {
    migrated();
    box.write('eslint.config.js', `${box.read('eslint.config.js')}// changed\n`);
    expect(ranIn(sh(page.script('turbo')))).toEqual(NAMES);
  });

  it('with another version of the plugin', () => {
    migrated();
    const lock = JSON.parse(box.read('package-lock.json')) as { packages: Record<string, { version: string }> };
    const plugin = lock.packages['node_modules/eslint-plugin-fire-task'];
    expect(plugin?.version).toMatch(/^\d/);
    box.write(
      'package-lock.json',
      JSON.stringify(
        {
          ...lock,
          packages: { ...lock.packages, 'node_modules/eslint-plugin-fire-task': { ...plugin, version: '99.0.0' } },
        },
        null,
        2,
      ),
    );
    expect(ranIn(sh(page.script('turbo')))).toEqual(NAMES);
  });
});

it('a baseline of each package lets old findings pass, in the cache too, and no new one', () => {
  expect(sh(page.script('turbo-baseline')).code).toBe(0);
  const baselines = [...inPackages(box, 'eslint-suppressions.json')];
  expect(baselines).toHaveLength(12);
  expect(
    baselines
      .filter(([, json]) => Object.keys(JSON.parse(json) as object).length > 0)
      .map(([folder]) => folder)
      .sort(),
  ).toEqual(WITH_FINDINGS.map((name) => `packages/${name}`));
  expect(sh(page.script('turbo')).code).toBe(0);
  expect(ranIn(sh(page.script('turbo')))).toEqual([]);
  makeLogAsync();
  expect(failedIn(sh(page.script('turbo')))).toEqual(['api', 'web']);
});

describe('the workflow', () => {
  const { job } = workflowOf(page.file('.github/workflows/lint.yml'));
  const lint = job.steps.at(-1)?.run ?? '';
  const github = { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: box.folder };

  it('prints annotations at the beginning of their lines, those of the command with paths from the root', () => {
    const { code, out } = sh(filledIn(lint, {}).replace(' --affected', ''), github);
    expect(code).toBe(1);
    expect(
      [...out.matchAll(/^::error file=(.+?),line=/gm)].map(([, path = '']) => path.slice(box.folder.length + 1)).sort(),
    ).toEqual([
      'packages/admin/src/remember.js',
      'packages/api/src/app.js',
      'packages/api/src/app.js',
      'packages/hooks/src/app.js',
      'packages/worker/src/worker.js',
    ]);
    const checked = sh('npx turbo run migrate:check --continue -- --format github', github);
    expect(checked.out).toMatch(/^::error file=packages\/admin\/src\/remember\.js,line=3,col=3,/m);
  });

  it('looks at nothing where nothing changed', () => {
    expect(sh(lint, { ...github, TURBO_SCM_BASE: 'main' })).toMatchObject({
      code: 0,
      out: expect.stringContaining('Running lint in 0 packages') as string,
    });
  });

  it('has the cache where actions/cache is told to keep it: another checkout with it runs nothing', () => {
    migrated();
    box.must('git', 'commit', '--quiet', '-m', 'migrated');
    const path = (job.steps.find(({ uses }) => uses?.startsWith('actions/cache') === true)?.with?.['path'] ??
      '') as string;
    const other = scratchClone(path);
    expect(other).toMatch(/Cached: {4}12 cached, 12 total/);
    box.must('git', 'reset', '--quiet', '--hard', 'HEAD~1');
  });

  /** Clones the repository, installs, takes the cache along, and lints. */
  function scratchClone(path: string): string {
    expect(existsSync(join(box.folder, path))).toBe(true);
    const clone = join(box.folder, 'node_modules/.clone');
    box.must('git', 'clone', '--quiet', '.', clone);
    box.run('npm', ['ci'], { cwd: 'node_modules/.clone' });
    cpSync(join(box.folder, path), join(clone, path), { recursive: true });
    return box.run('npx', ['turbo', 'run', 'lint'], {
      cwd: 'node_modules/.clone',
      env: { TURBO_TELEMETRY_DISABLED: '1' },
    }).out;
  }
});
