import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { HANDLER, installed, MANIFEST, ROOT, shop } from '../support/init-project.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, write, read, exists, git } = box;

const HOOK = ['init', '--yes', '--hook'];
const DEPENDS = (name: string): string => `{ "devDependencies": { "${name}": "1" } }`;

describe('init --hook', () => {
  beforeEach(() => {
    git('init', '--quiet');
  });

  it.each([
    ['lint-staged', 'lint-staged.config.ts', 'export default {};'],
    ['lint-staged', '.lintstagedrc.yaml', ''],
    ['lefthook', '.config/lefthook.toml', ''],
    ['pre-commit', '.pre-commit-config.yml', ''],
    ['simple-git-hooks', '.simple-git-hooks.cjs', 'module.exports = {};'],
    ['simple-git-hooks', 'package.json', '{ "simple-git-hooks": { "pre-commit": "npm test" } }'],
    ['simple-git-hooks', 'package.json', DEPENDS('simple-git-hooks')],
    ['lefthook', 'package.json', DEPENDS('lefthook')],
  ])('leaves the configuration of %s to a person, as %s', async (tool, file, text) => {
    shop(box);
    write(file, text);
    expect((await run(HOOK)).out).toContain(`${tool} runs the commit hooks here. Add to its configuration: `);
    expect(exists('.githooks')).toBe(false);
  });

  it.each([
    ['lefthook', 'lefthook.yml', 'run: fire-task migrate --check'],
    ['lint-staged', 'package.json', '{ "lint-staged": { "*.js": "fire-task migrate --check" } }'],
  ])('says so where %s has the check', async (tool, file, text) => {
    shop(box);
    write(file, text);
    expect((await run(HOOK)).out).toContain(`The configuration of ${tool} already contains fire-task.`);
  });

  it('finds the tool of the whole repository from a package in it', async () => {
    write('package.json', '{ "workspaces": ["apps/*"], "lint-staged": {} }');
    write('apps/api/package.json', MANIFEST);
    write('apps/api/src/app.js', HANDLER);
    expect((await run(HOOK, { cwd: 'apps/api' })).out).toContain('lint-staged runs the commit hooks here.');
  });

  it('writes for husky that is installed and not set up yet', async () => {
    shop(box, DEPENDS('husky'));
    await run(HOOK);
    expect(read('.husky/pre-commit')).toMatch(/^#!\/bin\/sh\n# .+\nstaged\(\)/);
    expect(git('config', '--list')).not.toContain('core.hookspath');
  });

  it('has no hook of another moment run no more', async () => {
    shop(box);
    write('.git/hooks/pre-push', '#!/bin/sh\ngit lfs pre-push "$@"\n');
    const { out } = await run(HOOK);
    expect(out).toMatch(/already has hooks in .+\.git\/hooks\. Write .+\.git\/hooks\/pre-commit:\n\n {2}#!\/bin\/sh\n/);
    expect(exists('.githooks')).toBe(false);
  });

  it('writes into the folder of hooks that is set', async () => {
    shop(box);
    git('config', 'core.hooksPath', 'tools/hooks');
    await run(HOOK);
    expect(read('tools/hooks/pre-commit')).toContain('fire-task migrate --check');
    expect(git('config', '--get', 'core.hooksPath')).toBe('tools/hooks\n');
    expect((await run(HOOK)).out).toContain('The commit hook already contains fire-task.');
  });

  it('knows its own hook, in a fresh clone too', async () => {
    shop(box);
    await run(HOOK);
    expect((await run(HOOK)).out).toContain('The commit hook already contains fire-task.');
    git('config', '--unset', 'core.hooksPath');
    expect((await run(HOOK)).out).toContain(
      'The commit hook already contains fire-task. Turn it on: git config core.hooksPath .githooks',
    );
  });

  it('sees the hook of a repository that has several work trees', async () => {
    shop(box);
    box.commitAll();
    git('worktree', 'add', '--quiet', 'other');
    write('.git/hooks/pre-commit', 'exit 0');
    expect((await run(HOOK, { cwd: 'other' })).out).toContain('This repository already has a commit hook.');
  });

  it('runs nothing that is in the name of a folder', async () => {
    const folder = 'apps/$(touch ran)`touch ran`\'"';
    write(`${folder}/package.json`, MANIFEST);
    write(`${folder}/src/app.js`, HANDLER);
    await run(HOOK, { cwd: folder });
    git('add', '.');
    const bin = join(box.folder, 'bin');
    write('bin/npx', '#!/bin/sh\npwd > "$OUT"\n');
    const out = join(box.folder, 'out');
    spawnSync('chmod', ['+x', join(bin, 'npx')]);
    const { status, stderr } = spawnSync('sh', ['.githooks/pre-commit'], {
      cwd: box.folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}`, OUT: out },
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(read('out')).toBe(`${join(box.folder, folder)}\n`);
    expect(exists('ran')).toBe(false);
  });

  it('lets what the baseline has pass, and no more', async () => {
    installed(box, { type: 'module' }, '.gitignore', 'node_modules\n');
    box.commitAll();
    const { out } = await run([...HOOK, '--baseline']);
    expect(out).toContain('  run    eslint . --suppress-rule fire-task/no-untracked-promises');
    expect(read('.githooks/pre-commit')).toContain('eslint --no-warn-ignored --pass-on-unpruned-suppressions');
    write('src/app.js', `${read('src/app.js')}// edited\n`);
    git('add', '.');
    git('commit', '--quiet', '-m', 'a known finding');
    write('src/next.js', HANDLER);
    git('add', '.');
    expect(() => git('commit', '--quiet', '-m', 'a new finding')).toThrow(/fire-task\/no-untracked-promises/);
  }, 120_000);
});

describe('init --baseline', () => {
  it('says why ESLint could not write it, though there is one', async () => {
    installed(box, {}, 'eslint.config.mjs', "import './gone.mjs';\nexport default [];\n");
    write('eslint-suppressions.json', '{}');
    const { code, out } = await run(['init', '--yes', '--baseline']);
    expect(out).toMatch(
      /No baseline was written, because ESLint could not run: Error.+Cannot find module.+\. Try again/,
    );
    expect(code).toBe(1);
    expect(read('eslint-suppressions.json')).toBe('{}');
  });

  it('is none without ESLint, nor for the workflow', async () => {
    shop(box, DEPENDS('oxlint'));
    const { out } = await run(['init', '--yes', '--baseline', '--ci']);
    expect(out).toContain('No baseline is written: it is a file of ESLint.');
    expect(out).not.toContain('eslint .');
    expect(read('.github/workflows/fire-task.yml')).toContain('fire-task migrate --check --format github');
  });

  it('is what a later workflow goes by', async () => {
    shop(box);
    write('eslint-suppressions.json', '{}');
    await run(['init', '--yes', '--ci']);
    expect(read('.github/workflows/fire-task.yml')).toContain('npx --no-install eslint .\n');
  });
});

describe('init --ci', () => {
  it('leaves a workflow of another name that runs it', async () => {
    shop(box);
    write('.github/workflows/ci.yaml', 'run: npx fire-task migrate --check');
    const { out } = await run(['init', '--yes', '--ci']);
    expect(out).toContain('.github/workflows/ci.yaml already contains fire-task.');
    expect(exists('.github/workflows/fire-task.yml')).toBe(false);
  });

  it.each([
    ['pnpm@10.1.0', 'package-lock.json', 'pnpm install'],
    ['yarn@4.5.0', 'yarn.lock', 'yarn install --immutable'],
    ['yarn@1.22.22', 'yarn.lock', 'yarn install --frozen-lockfile'],
    ['bun@1.2.0', 'README.md', 'bun install'],
  ])('installs with %s where there is %s', async (manager, file, command) => {
    shop(box, `{ "packageManager": "${manager}" }`);
    write(file, '');
    write('.node-version', '24');
    await run(['init', '--yes', '--ci']);
    expect(read('.github/workflows/fire-task.yml')).toContain(`      - run: ${command}\n`);
    expect(read('.github/workflows/fire-task.yml')).toContain('node-version-file: .node-version');
  });
});

it.each(['eslint', 'eslint9'])(
  'what init writes is what %s runs',
  async (eslint) => {
    installed(box, { type: 'module' }, 'tsconfig.json', '{}', 'src/app.ts');
    symlinkSync(join(box.folder, 'src'), join(box.folder, 'linked'));
    expect((await run(['init', '--yes'])).code).toBe(0);
    const { stdout } = spawnSync(
      process.execPath,
      [join(ROOT, `node_modules/${eslint}/bin/eslint.js`), '.', '-f', 'json'],
      {
        cwd: box.folder,
        encoding: 'utf8',
      },
    );
    const results = JSON.parse(stdout) as { messages: { ruleId: string | null }[] }[];
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual([
      'fire-task/no-untracked-promises',
    ]);
  },
  120_000,
);
