import { lstatSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HANDLER, installed, MANIFEST, OURS, reported, shop } from '../support/init-project.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, write, read, exists, texts } = box;

/** A workspace with one package. */
function member(root: object, own: object = {}): void {
  write('package.json', JSON.stringify({ private: true, workspaces: ['apps/*'], ...root }));
  write('apps/api/package.json', JSON.stringify({ name: 'api', dependencies: { express: '5' }, ...own }));
  write('apps/api/src/app.js', HANDLER);
}

describe('init writes nothing where something is in the way', () => {
  it.each<[what: string, name: string, text: string]>([
    ['not JSON', 'package.json', '{ "name": '],
    ['no object', 'package.json', '[]'],
  ])('a package.json that is %s', async (_, name, text) => {
    shop(box, text);
    const before = texts();
    const { code, err } = await run(['init', '--yes']);
    expect(code).toBe(2);
    expect(err).toMatch(new RegExp(`^fire-task: ${name} .+; nothing was changed\\. .+$`));
    expect(texts()).toEqual(before);
  });

  it('a folder in the place of what is written last', async () => {
    shop(box);
    write('.github', 'a file');
    const before = texts();
    const { code, err } = await run(['init', '--yes', '--ci']);
    expect(code).toBe(2);
    expect(err).toContain('.github/workflows/fire-task.yml cannot be written, because ');
    expect(err).toContain('; nothing was changed.');
    expect(texts()).toEqual(before);
  });

  it('a package.json that is a link out of the project', async () => {
    write('elsewhere/package.json', MANIFEST);
    write('shop/src/app.js', HANDLER);
    box.git('-C', 'shop', 'init', '--quiet');
    symlinkSync(join(box.folder, 'elsewhere/package.json'), join(box.folder, 'shop/package.json'));
    const { code, err } = await run(['init', '--yes'], { cwd: 'shop' });
    expect(code).toBe(2);
    expect(err).toMatch(
      /^fire-task: \.\.\/elsewhere\/package\.json is outside of the project .+; nothing was changed\./,
    );
    expect(read('elsewhere/package.json')).toBe(MANIFEST);
    expect(exists('shop/src/lib')).toBe(false);
  });
});

describe('init leaves what is not of the project', () => {
  it('a configuration above the repository', async () => {
    write('eslint.config.mjs', 'export default [];\n');
    write('shop/package.json', MANIFEST);
    write('shop/src/app.js', HANDLER);
    box.git('-C', 'shop', 'init', '--quiet');
    const { code, out } = await run(['init', '--yes'], { cwd: 'shop' });
    expect(out).toContain('../eslint.config.mjs is outside of the project. Add these lines to it yourself:');
    expect(code).toBe(1);
    expect(read('eslint.config.mjs')).toBe('export default [];\n');
  });

  it('a lock file above the repository', async () => {
    write('yarn.lock', '');
    write('shop/package.json', MANIFEST);
    write('shop/src/app.js', HANDLER);
    box.git('-C', 'shop', 'init', '--quiet');
    expect((await run(['init'], { cwd: 'shop' })).out).toMatch(/^Found: npm, /);
  });

  it('links, which stay links', async () => {
    installed(box, { scripts: {} }, 'config/eslint.mjs', 'export default [{}];\n');
    symlinkSync('config/eslint.mjs', join(box.folder, 'eslint.config.mjs'));
    expect((await run(['init', '--yes'])).code).toBe(0);
    expect(lstatSync(join(box.folder, 'eslint.config.mjs')).isSymbolicLink()).toBe(true);
    expect(read('config/eslint.mjs')).toContain('fireTask.configs.recommended');
    expect(await reported(box, 'src/app.js')).toEqual(OURS);
  });

  it('a folder that is called like a configuration', async () => {
    shop(box);
    mkdirSync(join(box.folder, 'eslint.config.cjs'));
    expect((await run(['init', '--yes'])).out).toContain('Wrote eslint.config.js.');
  });
});

describe('init in a package of a workspace', () => {
  it('adds to the configuration of the root, where its packages are installed', async () => {
    member({ packageManager: 'pnpm@10.1.0' }, { devDependencies: { eslint: '10', 'eslint-plugin-fire-task': '0' } });
    write('pnpm-workspace.yaml', 'packages: [apps/*]\n');
    write('eslint.config.mjs', 'export default [{}];\n');
    const { out } = await run(['init', '--yes'], { cwd: 'apps/api' });
    expect(out).toContain('Edited ../../eslint.config.mjs.');
    expect(out).toContain(
      'Install what ESLint needs in ../..:\n\n  pnpm add --save-dev -w eslint eslint-plugin-fire-task',
    );
  });

  it('has Yarn 1 add packages to the root', async () => {
    member({ packageManager: 'yarn@1.22.22' });
    expect((await run(['init', '--yes'])).out).toContain('  yarn add --dev -W eslint');
    member({ packageManager: 'yarn@4.5.0' });
    expect((await run(['init', '--yes'])).out).toContain('  yarn add --dev eslint');
  });

  it('sees a former configuration above it', async () => {
    member({});
    write('.eslintrc.json', '{ "root": true }');
    write('apps/api/.eslintrc.json.bak', '');
    const { code, out } = await run(['init', '--yes'], { cwd: 'apps/api' });
    expect(out).toContain('ESLint stops reading ../../.eslintrc.json once there is a flat configuration.');
    expect(code).toBe(1);
    expect(exists('apps/api/eslint.config.mjs')).toBe(false);
  });

  it('counts no package beside it whose name begins alike', async () => {
    member({});
    write('apps/api-client/package.json', '{ "name": "api-client" }');
    write('apps/api-client/index.js', '');
    expect((await run(['init', 'apps/api'])).out).toMatch(/^Found: npm, JavaScript, express, no ESLint\n/);
  });

  it('leaves a configuration that has the rule from another', async () => {
    installed(box, {}, 'eslint.config.mjs', "import base from './base.mjs';\nexport default [...base];\n");
    write('base.mjs', "import fire from 'eslint-plugin-fire-task';\nexport default [fire.configs.recommended];\n");
    expect((await run(['init', '--yes'])).out).toContain('eslint.config.mjs already contains fire-task');
  });
});

describe('init finds what a project uses', () => {
  it('JavaScript whose configurations alone are TypeScript', async () => {
    shop(box);
    write('eslint.config.ts', 'export default [];\n');
    write('vitest.config.ts', 'export default {};\n');
    const { out } = await run(['init', '--yes']);
    expect(out).toMatch(/^Found: npm, JavaScript, /);
    expect(out).toContain('npm install --save-dev jiti\n');
    expect(read('eslint.config.ts')).not.toContain('tseslint');
  });

  it.each([['biome.json'], ['.oxlintrc.json']])('a linter that is set up by %s alone', async (file) => {
    shop(box, '{ "dependencies": { "express": "5" } }');
    write(file, '{}');
    expect((await run(['init', '--yes'])).out).toContain('This project does not use ESLint');
  });

  it('Deno', async () => {
    write('deno.json', '{ "imports": { "hono": "npm:hono@4" } }');
    write('main.ts', "import { Hono } from 'hono';\nnew Hono();\n");
    expect((await run(['init', '--yes'])).out).toContain('This project does not use ESLint');
  });

  it('an ESLint that is too old for the plugin', async () => {
    shop(box);
    write('node_modules/eslint/package.json', '{ "name": "eslint", "version": "8.57.1" }');
    expect((await run(['init'])).out).toContain('  npm install --save-dev eslint@latest\n');
  });

  it.each([
    ['"format": "prettier --write eslint.config.js"', true],
    ['"lint": "npx eslint@10 src"', false],
    ['"lint": "node_modules/.bin/eslint ."', false],
    ['"lint": "eslint_d ."', false],
    ['"check": "tsc && eslint"', false],
  ])('whether a script runs ESLint: %s', async (script, isAdded) => {
    shop(box, `{ "scripts": { ${script} } }`);
    await run(['init', '--yes']);
    expect(read('package.json').includes('"lint": "eslint ."')).toBe(isAdded);
  });

  it('that both names of a script are taken', async () => {
    shop(box, '{ "scripts": { "lint": "xo", "lint:promises": "mine" } }');
    expect((await run(['init', '--yes'])).out).toContain(
      'No script was added, because package.json has another "lint:promises". The check is: fire-task migrate --check',
    );
  });
});

it('init --drain shows the drain beside a helper that is there, and asks', async () => {
  shop(box);
  await run(['init', '--yes']);
  const before = texts();
  const { out } = await run(['init', '--drain'], { ask: async () => Promise.resolve('no') });
  expect(out).toContain('  write  src/lib/drain-on-shutdown.js  what waits for the tasks at shutdown');
  expect(texts()).toEqual(before);
  writeFileSync(join(box.folder, 'src/lib/drain-on-shutdown.js'), '');
  expect((await run(['init', '--drain'], { ask: async () => Promise.reject(new Error('asked')) })).code).toBe(0);
});
