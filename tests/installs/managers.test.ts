import { describe, expect, it } from 'vitest';
import { expectItWorks, writeProject } from './support/runs-in-javascript.ts';
import { type Scratch, scratch } from './support/scratch.ts';

const PNPM = '12.21.0';
const YARN = '4.18.1';

describe('the packed package', () => {
  it('works as npm installs it', async () => {
    const at = scratch('npm');
    await writeProject(at);
    at.must('npm', 'install', '--ignore-scripts');
    expectItWorks(at, (...args) => at.run('npx', ['--no-install', ...args]));
  });

  it('works as pnpm installs it, where a package finds only what it names', async () => {
    const at = scratch('pnpm');
    await writeProject(at);
    at.write('pnpm-workspace.yaml', 'hoist: false\nstoreDir: ./.store\nminimumReleaseAge: 0\n');
    const pnpm = (...args: readonly string[]): ReturnType<Scratch['run']> =>
      at.run('npx', ['--yes', `pnpm@${PNPM}`, ...args]);
    const installed = pnpm('install', '--ignore-scripts', '--no-frozen-lockfile');
    expect(installed.code, installed.out + installed.err).toBe(0);
    expectItWorks(at, (...args) => pnpm('exec', ...args));
  });

  it.each(['node-modules', 'pnp'])('works as yarn installs it with the linker %s', async (linker) => {
    const at = scratch(`yarn-${linker}`);
    await writeProject(at);
    const registry = at.must('npm', 'config', 'get', 'registry').trim();
    at.write(
      '.yarnrc.yml',
      `nodeLinker: ${linker}\nenableTelemetry: false\nenableScripts: false\nenableGlobalCache: false\nnpmRegistryServer: ${registry}\n`,
    );
    at.write('yarn.lock', '');
    const yarn = (...args: readonly string[]): ReturnType<Scratch['run']> =>
      at.run('npx', ['--yes', '--package', `@yarnpkg/cli-dist@${YARN}`, 'yarn', ...args]);
    const installed = yarn('install', '--no-immutable');
    expect(installed.code, installed.out + installed.err).toBe(0);
    expectItWorks(at, (...args) => yarn('exec', ...args));
  });
});
