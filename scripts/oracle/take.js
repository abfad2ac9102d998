import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Brings the files of a pin onto this machine, outside the repository.
 *
 * @param {import('./pins.js').Pin} pin
 * @param {string} mirror - where repositories are, `{owner}` and `{name}` filled in: addresses, or folders of clones
 * @returns {string} the folder that holds the pin's paths
 * @throws {Error} with one sentence when git cannot get them
 */
export function take({ repository, commit, paths }, mirror) {
  const [owner, name] = repository.split('/');
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'fire-task-oracle');
  const folder = join(cache, `${owner}+${name}`, commit);
  if (paths.every((path) => existsSync(join(folder, path)))) return folder;
  mkdirSync(folder, { recursive: true });
  const git = (...args) => execFileSync('git', ['-C', folder, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const address = mirror.replace('{owner}', owner).replace('{name}', name);
  try {
    if (existsSync(address)) {
      const packed = execFileSync('git', ['-C', address, 'archive', commit, '--', ...paths], {
        maxBuffer: 256 * 1024 * 1024,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      execFileSync('tar', ['-x', '-C', folder], { input: packed, stdio: ['pipe', 'ignore', 'pipe'] });
    } else {
      if (!existsSync(join(folder, '.git'))) git('init', '--quiet');
      git('fetch', '--quiet', '--depth=1', '--filter=blob:none', address, commit);
      git('checkout', '--quiet', commit, '--', ...paths);
    }
  } catch (error) {
    throw new Error(
      `${repository} at ${commit.slice(0, 9)} could not be taken from ${address}: ${String(error.stderr ?? error)
        .trim()
        .split('\n')
        .at(-1)} Check the network, or name another place with --mirror.`,
      { cause: error },
    );
  }
  return folder;
}
