import { describe, expect, it } from 'vitest';
import { tarball } from './support/pack.ts';
import { type Scratch, scratch } from './support/scratch.ts';

const PNPM = '12.21.0';
const YARN = '4.18.1';

const APP = `import express from 'express';
import { execute } from './pipeline.js';

const app = express();
app.post('/runs', (req, res) => {
  execute(req.body);
  res.sendStatus(202);
});
app.listen(3000);
`;

/** Runs a program of the project's dependencies. */
type Exec = (...args: readonly string[]) => ReturnType<Scratch['run']>;

/** A project as its users have it: the plugin and ESLint, and code that has one finding. */
async function project(at: Scratch): Promise<void> {
  at.write('package.json', JSON.stringify({ name: 'runs', version: '1.0.0', private: true, type: 'module', dependencies: { express: '^5.0.0' }, devDependencies: { eslint: '^10.0.0', 'eslint-plugin-fire-task': `file:${await tarball()}` } }));
  at.write('eslint.config.js', "import { defineConfig } from 'eslint/config';\nimport fireTask from 'eslint-plugin-fire-task';\nexport default defineConfig({ ignores: ['.pnp.*', '.yarn/'] }, fireTask.configs.recommended);\n");
  at.write('src/app.js', APP);
  at.write('src/pipeline.js', 'export async function execute(run) {\n  await run;\n}\n');
}

/** ESLint finds it, the command finds it and mends it, and then both find nothing. */
function works(at: Scratch, exec: Exec): void {
  const lint = exec('eslint', '.');
  expect(lint.out + lint.err).toContain('is launched by `POST /runs`');
  expect(lint.code).toBe(1);
  expect(exec('fire-task', 'migrate', '--check', 'src').code).toBe(1);
  const migrated = exec('fire-task', 'migrate', 'src', '--force');
  expect(migrated.code, migrated.out + migrated.err).toBe(0);
  expect(at.read('src/app.js')).toContain("  fireTask(execute(req.body), 'execute');\n");
  expect(at.read('src/app.js')).toContain('drainOnShutdown(app.listen(3000));');
  expect(exec('eslint', '.')).toMatchObject({ code: 0, out: '' });
  expect(exec('fire-task', 'migrate', '--check', 'src').code).toBe(0);
}

describe('the packed package', () => {
  it('works as npm installs it', async () => {
    const at = scratch('npm');
    await project(at);
    at.must('npm', 'install', '--ignore-scripts');
    works(at, (...args) => at.run('npx', ['--no-install', ...args]));
  });

  it('works as pnpm installs it, where a package finds only what it names', async () => {
    const at = scratch('pnpm');
    await project(at);
    at.write('pnpm-workspace.yaml', 'hoist: false\nstoreDir: ./.store\nminimumReleaseAge: 0\n');
    const pnpm = (...args: readonly string[]): ReturnType<Scratch['run']> => at.run('npx', ['--yes', `pnpm@${PNPM}`, ...args]);
    const installed = pnpm('install', '--ignore-scripts', '--no-frozen-lockfile');
    expect(installed.code, installed.out + installed.err).toBe(0);
    works(at, (...args) => pnpm('exec', ...args));
  });

  it.each(['node-modules', 'pnp'])('works as yarn installs it with the linker %s', async (linker) => {
    const at = scratch(`yarn-${linker}`);
    await project(at);
    const registry = at.must('npm', 'config', 'get', 'registry').trim();
    at.write('.yarnrc.yml', `nodeLinker: ${linker}\nenableTelemetry: false\nenableScripts: false\nenableGlobalCache: false\nnpmRegistryServer: ${registry}\n`);
    at.write('yarn.lock', '');
    const yarn = (...args: readonly string[]): ReturnType<Scratch['run']> => at.run('npx', ['--yes', '--package', `@yarnpkg/cli-dist@${YARN}`, 'yarn', ...args]);
    const installed = yarn('install', '--no-immutable');
    expect(installed.code, installed.out + installed.err).toBe(0);
    works(at, (...args) => yarn('exec', ...args));
  });
});
