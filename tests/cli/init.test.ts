import { chmodSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { HANDLER, MANIFEST, ROOT, shop } from '../support/init-project.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, write, read, exists, texts, git } = box;
describe('init shows what it will do, and asks', () => {
  it('writes all of it after yes, and ends with the first findings and the next command', async () => {
    shop(box);
    write('package-lock.json', '{}');
    const asked: string[] = [];
    const { code, out } = await run(['init'], {
      ask: async (question) => {
        asked.push(question);
        expect(Object.keys(texts())).toEqual(['package-lock.json', 'package.json', 'src/app.js']);
        return Promise.resolve('yes');
      },
    });
    expect(code).toBe(0);
    expect(asked).toEqual(['Make these changes?']);
    expect(out).toMatch(/^Found: npm, JavaScript, express, ESLint that is not installed\n/);
    expect(out).toContain(
      'Plan:\n  write  src/lib/fire-task.js  the helper\n  write  eslint.config.js      the ESLint configuration\n  edit   package.json          the script "lint"\n',
    );
    expect(out).toContain('+  "scripts": {\n+    "lint": "eslint ."\n+  }');
    expect(out).toMatch(/Wrote src\/lib\/fire-task\.js\.\nWrote eslint\.config\.js\.\nEdited package\.json\.\n/);
    expect(out).toMatch(
      /GET \/a\n {2}src\/app\.js:4:3 {2}floating {2}audit\n[^]+1 untracked promise in 1 route[^]+\nNext: npx fire-task report \(lists all findings\), npx fire-task migrate --dry-run \(shows the fix\)$/,
    );
    expect(read('package.json')).toBe(
      MANIFEST.replace(/\n\}\n$/, ',\n  "scripts": {\n    "lint": "eslint ."\n  }\n}\n'),
    );
  });

  it('proposes no migration that would rewrite nothing', async () => {
    write('package.json', '{ "type": "module", "devDependencies": { "serverless": "4" } }');
    write('src/a.js', 'async function work() { await 1; }\nexport const handler = async () => { work(); };\n');
    expect((await run(['init', '--yes'])).out.split('\n').at(-1)).toBe(
      'Next: npx fire-task report (lists all findings, and how to fix each by hand)',
    );
  });

  it('writes nothing after no', async () => {
    shop(box);
    const before = texts();
    const { code, out } = await run(['init'], { ask: async () => Promise.resolve('no') });
    expect(code).toBe(0);
    expect(out.split('\n').at(-1)).toBe('Nothing was written.');
    expect(texts()).toEqual(before);
  });

  it('writes the helper alone where there is nobody to ask', async () => {
    shop(box);
    const { out } = await run(['init']);
    expect(out).toContain('The rest was not written, because there is no terminal to ask at. Use --yes to write it.');
    expect(Object.keys(texts())).toEqual(['package.json', 'src/app.js', 'src/lib/fire-task.js']);
    expect(read('package.json')).toBe(MANIFEST);
  });
});

describe('init adds a script to the package.json, and changes nothing else', () => {
  it.each([
    [
      'scripts on lines',
      '{\n\t"scripts": {\n\t\t"start": "node ."\n\t}\n}',
      '{\n\t"scripts": {\n\t\t"start": "node .",\n\t\t"lint": "eslint ."\n\t}\n}',
    ],
    ['scripts on one line', '{ "scripts": { "a": "b" } }\n', '{ "scripts": { "a": "b", "lint": "eslint ." } }\n'],
    ['empty scripts', '{\r\n  "scripts": {}\r\n}\r\n', '{\r\n  "scripts": {\r\n    "lint": "eslint ."\r\n  }\r\n}\r\n'],
    [
      'another linter by that name',
      '{ "scripts": { "lint": "biome check" } }',
      '{ "scripts": { "lint": "biome check", "lint:promises": "fire-task migrate --check" } }',
    ],
    [
      'a script that runs ESLint',
      '{ "scripts": { "check": "eslint src && tsc" } }',
      '{ "scripts": { "check": "eslint src && tsc" } }',
    ],
  ])('%s', async (_, before, after) => {
    shop(box, before);
    await run(['init', '--yes']);
    expect(read('package.json')).toBe(after);
  });

  it('runs the command where another linter is used instead of ESLint, and writes no configuration for that', async () => {
    shop(box, '{ "devDependencies": { "@biomejs/biome": "2" } }');
    const { out } = await run(['init', '--yes']);
    expect(out).toContain('This project does not use ESLint, so no configuration is written.');
    expect(read('package.json')).toContain('"scripts": { "lint:promises": "fire-task migrate --check" }');
    expect(Object.keys(texts()).some((path) => path.includes('eslint.config'))).toBe(false);
  });
});

describe('init --ci', () => {
  it.each([
    ['npm', { 'package-lock.json': '{}' }, ['npm ci', 'npx --no-install fire-task migrate --check --format github']],
    [
      'pnpm',
      { 'pnpm-lock.yaml': '' },
      ['pnpm install --frozen-lockfile', 'pnpm exec fire-task migrate --check --format github'],
    ],
    [
      'yarn',
      { 'yarn.lock': '', '.yarnrc.yml': '' },
      ['corepack enable', 'yarn install --immutable', 'yarn fire-task migrate --check --format github'],
    ],
    [
      'bun',
      { 'bun.lock': '' },
      ['bun install --frozen-lockfile', 'bunx --no-install fire-task migrate --check --format github'],
    ],
  ])('writes a workflow for %s', async (name, files, commands) => {
    shop(box);
    for (const [path, text] of Object.entries(files)) write(path, text);
    expect((await run(['init', '--yes', '--ci'])).out).toContain('Wrote .github/workflows/fire-task.yml.');
    const { jobs } = parse(read('.github/workflows/fire-task.yml')) as {
      jobs: { 'fire-task': { steps: { run?: string; uses?: string }[] } };
    };
    const { steps } = jobs['fire-task'];
    expect(steps.flatMap(({ run: command }) => command ?? [])).toEqual(commands);
    expect(steps.some(({ uses }) => uses?.startsWith('pnpm/action-setup') === true)).toBe(name === 'pnpm');
  });

  it('at the root of the repository, for a package in it', async () => {
    write('apps/api/package.json', MANIFEST);
    write('apps/api/src/app.js', HANDLER);
    write('package-lock.json', '{}');
    box.commitAll();
    await run(['init', 'apps/api', '--yes', '--ci']);
    const { jobs } = parse(read('.github/workflows/fire-task.yml')) as { jobs: Record<string, { defaults: unknown }> };
    expect(jobs['fire-task']?.defaults).toEqual({ run: { 'working-directory': 'apps/api' } });
  });

  it('leaves a workflow that is there, and says what another service needs', async () => {
    shop(box);
    write('.github/workflows/fire-task.yml', 'mine');
    expect((await run(['init', '--yes', '--ci'])).out).toContain('.github/workflows/fire-task.yml already exists');
    expect(read('.github/workflows/fire-task.yml')).toBe('mine');
    box.remove('.github');
    write('.gitlab-ci.yml', '');
    expect((await run(['init', '--yes', '--ci'])).out).toContain(
      'CI is configured in .gitlab-ci.yml here. Add to it: npx --no-install fire-task migrate --check',
    );
  });
});

describe('init --hook', () => {
  /** The command, as in an installed package. */
  function linked(): void {
    write('node_modules/.bin/fire-task', `#!/bin/sh\nexec node ${join(ROOT, 'dist/command/main.js')} "$@"\n`);
    chmodSync(join(box.folder, 'node_modules/.bin/fire-task'), 0o755);
    write('.gitignore', 'node_modules');
  }

  it('writes a hook that stops a commit with a finding, whatever the file is called', async () => {
    shop(box);
    linked();
    box.commitAll();
    expect((await run(['init', '--yes', '--hook'])).out).toContain(
      'Wrote .githooks/pre-commit.\nRan git config core.hooksPath .githooks.',
    );
    expect(statSync(join(box.folder, '.githooks/pre-commit')).mode & 0o111).toBe(0o111);
    write('notes.md', '#');
    git('add', 'notes.md');
    git('commit', '--quiet', '-m', 'no code');
    write('src/two words.js', HANDLER);
    git('add', 'src/two words.js');
    expect(() => git('commit', '--quiet', '-m', 'a finding')).toThrow(/src\/two words\.js:4:3/);
  });

  it('adds a line for husky, once', async () => {
    shop(box);
    write('.husky/pre-commit', 'npm test');
    git('init', '--quiet');
    await run(['init', '--yes', '--hook']);
    expect(read('.husky/pre-commit')).toMatch(/^npm test\n# .+\nstaged\(\)[^]+fire-task migrate --check\n$/);
    const before = read('.husky/pre-commit');
    expect((await run(['init', '--yes', '--hook'])).out).toContain('The commit hook already contains fire-task.');
    expect(read('.husky/pre-commit')).toBe(before);
  });

  it.each([
    ['lint-staged', '.lintstagedrc.json', '{}'],
    ['lefthook', 'lefthook.yml', ''],
    ['pre-commit', '.pre-commit-config.yaml', ''],
  ])('leaves the configuration of %s to a person', async (tool, file, text) => {
    shop(box);
    write(file, text);
    git('init', '--quiet');
    expect((await run(['init', '--yes', '--hook'])).out).toContain(
      `${tool} runs the commit hooks here. Add to its configuration: `,
    );
    expect(exists('.githooks')).toBe(false);
  });

  it('says so where there is no repository, or a hook already', async () => {
    shop(box);
    expect((await run(['init', '--yes', '--hook'])).out).toContain(
      'No commit hook: this folder is not in a git repository.',
    );
    git('init', '--quiet');
    write('.git/hooks/pre-commit', 'exit 0');
    expect((await run(['init', '--yes', '--hook'])).out).toContain(
      'This repository already has a commit hook. Add to it:',
    );
  });
});

describe('init --baseline', () => {
  it('has ESLint let pass what is there', async () => {
    shop(box);
    symlinkSync(join(ROOT, 'node_modules'), join(box.folder, 'node_modules'), 'junction');
    const { out } = await run(['init', '--yes', '--baseline']);
    expect(out).toContain('Wrote eslint-suppressions.json, the baseline.');
    expect(JSON.parse(read('eslint-suppressions.json'))).toEqual({
      'src/app.js': { 'fire-task/no-untracked-promises': { count: 1 } },
    });
  });

  it('says what to run where ESLint is not installed', async () => {
    shop(box, '{ "dependencies": { "express": "5" } }');
    expect((await run(['init', '--yes', '--baseline'])).out).toContain(
      'Write the baseline once ESLint is installed: npx --no-install eslint . --suppress-rule fire-task/no-untracked-promises',
    );
  });
});

it('init at the root of a workspace writes no helper there, and names what it found', async () => {
  write('package.json', '{ "private": true, "workspaces": ["apps/*"], "packageManager": "pnpm@10.1.0" }');
  for (const name of ['api', 'web']) {
    write(`apps/${name}/package.json`, '{ "type": "module", "dependencies": { "express": "5" } }');
    write(`apps/${name}/src/app.ts`, HANDLER);
  }
  const { out } = await run(['init', '--yes']);
  expect(out).toMatch(/^Found: pnpm, TypeScript, a workspace of 3 packages, express, no ESLint\n/);
  expect(out).toContain('Wrote eslint.config.mjs.');
  expect(Object.keys(texts()).some((path) => path.includes('fire-task.'))).toBe(false);
  expect(out).toContain('2 untracked promises');
});

it.each([
  ['7.0.2', '10.1.0', '@babel/core @babel/eslint-parser @babel/preset-typescript'],
  ['7.0.2', '9.39.0', '@babel/core@7 @babel/eslint-parser@7 @babel/preset-typescript@7'],
  ['6.0.3', '10.1.0', 'typescript-eslint'],
])('init chooses a parser that runs on TypeScript %s with ESLint %s', async (typescript, eslint, packages) => {
  write('package.json', '{ "devDependencies": { "eslint": "*", "typescript": "*", "eslint-plugin-fire-task": "*" } }');
  write('src/app.ts', HANDLER);
  for (const [name, version] of Object.entries({ typescript, eslint }))
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version }));
  const { out } = await run(['init']);
  expect(out).toContain(`npm install --save-dev ${packages}\n`);
});
