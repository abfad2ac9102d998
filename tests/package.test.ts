import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The package as users get it: packed, and installed in an empty project with only eslint. */
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'fire-task-package-'));

function run(
  command: string,
  args: readonly string[],
  cwd = project,
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', npm_config_loglevel: 'error' },
  });
}

let tarball = '';

beforeAll(() => {
  const packed = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', project], ROOT);
  expect(packed.status, packed.stderr).toBe(0);
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
  tarball = join(project, filename);
  writeFileSync(
    join(project, 'package.json'),
    '{ "name": "empty", "version": "1.0.0", "type": "module", "dependencies": { "express": "5" } }',
  );
  const installed = run('npm', [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    `./${filename}`,
    'eslint@10',
    '--omit=peer',
  ]);
  expect(installed.status, installed.stderr).toBe(0);
  mkdirSync(join(project, 'src'));
  writeFileSync(
    join(project, 'eslint.config.js'),
    "import fireTask from 'eslint-plugin-fire-task';\nexport default [fireTask.configs.recommended];\n",
  );
  writeFileSync(
    join(project, 'src/app.js'),
    "import express from 'express';\nasync function run() {}\nexpress().post('/runs', (req, res) => {\n  run();\n  res.end();\n});\n",
  );
}, 240_000);

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

/** Runs code with a hook that notes every module that is loaded, ESM and CommonJS alike. */
function modulesLoadedBy(code: string): string[] {
  const log = join(project, 'loaded.txt');
  writeFileSync(log, '');
  writeFileSync(
    join(project, 'trace.mjs'),
    `import { registerHooks, register } from 'node:module';
import Module from 'node:module';
import { appendFileSync } from 'node:fs';
const load = Module._load;
Module._load = function (request, parent, isMain) {
  try { appendFileSync(${JSON.stringify(log)}, Module._resolveFilename(request, parent, isMain) + '\\n'); } catch {}
  return load.apply(this, arguments);
};
register('data:text/javascript,' + encodeURIComponent(\`
  import { appendFileSync } from 'node:fs';
  export async function load(url, context, next) { appendFileSync(${JSON.stringify(log)}, url + '\\\\n'); return next(url, context); }
\`));`.replace('registerHooks, ', ''),
  );
  writeFileSync(join(project, 'main.mjs'), code);
  const { status, stderr } = run(process.execPath, ['--import', './trace.mjs', 'main.mjs']);
  expect(status, stderr).toBe(0);
  return readFileSync(log, 'utf8').split('\n').filter(Boolean);
}

const PARSERS =
  /node_modules\/(?:typescript|oxc-parser|@oxc-parser|@typescript-eslint\/(?:parser|typescript-estree|scope-manager)|@babel|espree|jscodeshift|recast)\//;

/** An import, in any form, of TypeScript, of ESLint or of typescript-eslint's packages, of which users get one. */
const ASKS =
  /(?:\brequire\(|\bimport\(|\bfrom |\bimport )["']((?:typescript|eslint|@eslint-community\/[^"']+|@typescript-eslint\/(?!visitor-keys)[^"']+)(?:\/[^"']*)?)["']/g;

describe('the packed package', () => {
  it('holds no tests, and everything that its manifest names', () => {
    const home = join(project, 'node_modules/eslint-plugin-fire-task');
    expect(existsSync(join(home, 'tests'))).toBe(false);
    for (const path of [
      'dist/index.js',
      'dist/engine.cjs',
      'dist/src/index.d.ts',
      'dist/command/main.js',
      'dist/command/fire-task.js',
      'dist/pnp/oxc-parser.cjs',
      'dist/LICENCES.txt',
      'dist/tracker/node/fire-task.ts',
      'codemods/fire-task.js',
      'LICENSE',
      'README.md',
    ]) {
      expect(existsSync(join(home, path)), path).toBe(true);
    }
  });

  it('is what publint and Are the types wrong? ask of a package for ESM', async () => {
    const bytes = readFileSync(tarball);
    const { messages } = await publint({ pack: { tarball: new Uint8Array(bytes).buffer }, strict: true });
    expect(messages).toEqual([]);
    const analysis = await checkPackage(createPackageFromTarballData(bytes));
    if (!analysis.types) throw new Error('The package has no types.');
    // What has only CommonJS, or knows no `exports`, is not what this package is for.
    const problems = analysis.problems.filter(
      (problem) =>
        !('resolutionKind' in problem) ||
        problem.resolutionKind === 'node16-esm' ||
        problem.resolutionKind === 'bundler',
    );
    expect(problems).toEqual([]);
  });

  it('holds what is used and no more: no maps without their sources', () => {
    const { stdout } = run('tar', ['tzf', tarball]);
    const names = stdout.trim().split('\n');
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter((name) => /\.map$|\.test\.|\/tests\/|\/bench\/|\/(?:scripts|tools|demo)\//.test(name))).toEqual(
      [],
    );
    expect(
      names.filter((name) =>
        /^(?!package\/(?:dist|codemods|src\/tracker)\/|package\/(?:package\.json|README\.md|CHANGELOG\.md|LICENSE)$)/.test(
          name,
        ),
      ),
    ).toEqual([]);
  });

  it('has the licence of each package of which it holds a part', () => {
    const home = join(project, 'node_modules/eslint-plugin-fire-task');
    const code = [
      'dist/engine.cjs',
      'dist/pnp/oxc-parser.cjs',
      ...readdirSync(join(home, 'dist/command')).map((name) => `dist/command/${name}`),
    ]
      .map((path) => readFileSync(join(home, path), 'utf8'))
      .join('\n');
    expect(code).not.toMatch(/^\/\/# sourceMappingURL=/m);
    // Where a bundle is bundled again, its marks are gone: what src/taken-in/ names, and what that needs, is named
    // here.
    const held = [...code.matchAll(/^\/\/ (?:.*\/)?node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm)].map(
      ([, name = '']) => name,
    );
    expect(held).toContain('magic-string');
    const licences = readFileSync(join(home, 'dist/LICENCES.txt'), 'utf8');
    for (const name of new Set([
      ...held,
      'diff',
      'valibot',
      '@clack/prompts',
      '@clack/core',
      'sisteransi',
      '@typescript-eslint/utils',
      '@typescript-eslint/types',
    ]))
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.`, 'm'));
  });

  it('asks for neither TypeScript nor what its rules are written with, in code and in typings', () => {
    const home = join(project, 'node_modules/eslint-plugin-fire-task/dist');
    const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(?<!^tracker\/.*)\.(?:[cm]?js|d\.c?ts)$/.test(name),
    );
    expect(files).toEqual(expect.arrayContaining(['engine.cjs', 'command/main.js', 'index.d.ts']));
    const asked = files.flatMap((name) =>
      [...readFileSync(join(home, name), 'utf8').matchAll(ASKS)]
        .map(([, specifier = '']) => specifier)
        .filter((specifier) => !(specifier === 'eslint' && name.endsWith('ts')))
        .map((specifier) => `${name} asks for ${specifier}`),
    );
    expect(asked).toEqual([]);
    expect('const types = require("@typescript-eslint/types");'.match(ASKS), 'it is seen where it is').not.toBeNull();
  });

  it('loads no parser and no TypeScript when the plugin is imported', () => {
    const loaded = modulesLoadedBy(
      "import fireTask from 'eslint-plugin-fire-task'; if (typeof fireTask.rules['no-untracked-promises'].create !== 'function') throw new Error('no rule');",
    );
    expect(
      loaded.some((url) => url.includes('eslint-plugin-fire-task/dist/index.js')),
      'the trace sees the plugin',
    ).toBe(true);
    expect(loaded.filter((url) => PARSERS.test(url))).toEqual([]);
  });

  it('lints JavaScript in an empty project, and never loads TypeScript for it', () => {
    const loaded = modulesLoadedBy(`import { ESLint } from 'eslint';
const [{ messages }] = await new ESLint().lintFiles(['src/app.js']);
if (messages.length !== 1 || messages[0].messageId !== 'floating') throw new Error(JSON.stringify(messages));`);
    expect(
      loaded.some((url) => url.includes('node_modules/oxc-parser/')),
      'the trace sees what is loaded later',
    ).toBe(true);
    expect(loaded.filter((url) => url.includes('node_modules/typescript/'))).toEqual([]);
  });

  it('runs its command', () => {
    const help = run('npx', ['fire-task', '--help']);
    expect(help.stdout).toContain('Usage: fire-task');
    const check = run('npx', ['fire-task', 'migrate', '--check', 'src']);
    expect(check.status).toBe(1);
    expect(check.stdout).toContain('1 untracked promise in 1 route');
  });

  it('migrates by plain jscodeshift, with its defaults', () => {
    const { stdout, stderr } = run('npx', [
      'jscodeshift',
      '-t',
      'node_modules/eslint-plugin-fire-task/codemods/fire-task.js',
      'src',
    ]);
    expect(stdout + stderr).toMatch(/1 ok/);
    expect(readFileSync(join(project, 'src/app.js'), 'utf8')).toContain("  fireTask(run(), 'run');\n");
    expect(existsSync(join(project, 'src/lib/fire-task.js'))).toBe(true);
    expect(run('npx', ['fire-task', 'migrate', '--check', 'src']).status).toBe(0);
  }, 120_000);
});
