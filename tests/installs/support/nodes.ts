import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Scratch } from './scratch.ts';

const CACHE = join(import.meta.dirname, '../../../.cache/nodes');
const PLATFORM = process.platform === 'win32' ? 'win' : process.platform;

/** `run` of a scratch folder, with another Node first on the PATH: one that npm has, kept between runs. */
export function onNode(at: Scratch, version: string): Scratch['run'] {
  const bin = binOf(version);
  return (command, args, options = {}) =>
    at.run(command, args, {
      ...options,
      env: {
        ...options.env,
        PATH: [bin, join(at.folder, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter),
      },
    });
}

/** The folder of `node`, `npm` and `npx` of this version. */
export function binOf(version: string): string {
  const folder = join(CACHE, version);
  const home = join(folder, `node_modules/node-${PLATFORM}-${process.arch}`);
  if (!existsSync(home)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    const { status, stderr } = spawnSync(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', `node-${PLATFORM}-${process.arch}@${version}`],
      { cwd: folder, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`Node ${version} could not be installed:\n${stderr}`);
  }
  return join(home, 'bin');
}
