import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** In the checkout, where git ignores it. */
const CACHE = new URL('../../.cache/survey/', import.meta.url).pathname;

/**
 * Brings a package onto this machine as it is published; none of its scripts run.
 *
 * @param {string} spec - `koa@3.3.0`
 * @returns {string} its folder
 * @throws {Error} with one sentence when npm cannot get it
 */
export function takePackage(spec) {
  return kept(join(CACHE, 'packages', spec.replaceAll('/', '+')), spec, 'Check the network.', (folder) => {
    run('npm', ['pack', spec, '--ignore-scripts', '--silent', '--pack-destination', folder]);
    const [archive] = readdirSync(folder);
    run('tar', [
      '-xzf',
      join(folder, archive),
      '-C',
      folder,
      '--strip-components=1',
      '--no-same-owner',
      '--no-same-permissions',
    ]);
    rmSync(join(folder, archive));
  });
}

/**
 * Brings the files of a repository at a commit onto this machine.
 *
 * @param {string} repository - `koajs/koa`
 * @param {string} commit
 * @param {string} mirror - where repositories are, `{owner}` and `{name}` filled in: addresses, or folders of clones
 * @returns {string} its folder
 * @throws {Error} with one sentence when git cannot get it
 */
export function takeRepository(repository, commit, mirror) {
  const [owner, name] = repository.split('/');
  const address = mirror.replace('{owner}', owner).replace('{name}', name);
  return kept(
    join(CACHE, 'repositories', `${owner}+${name}`, commit),
    `${repository} at ${commit.slice(0, 9)}`,
    'Check the network, or name another place with --mirror.',
    (folder) => {
      if (existsSync(address)) {
        const archive = join(folder, 'all.tar');
        run('git', ['-C', address, 'archive', '--output', archive, commit]);
        run('tar', ['-xf', archive, '-C', folder]);
        rmSync(archive);
      } else {
        run('git', ['-C', folder, 'init', '--quiet']);
        run('git', ['-C', folder, 'fetch', '--quiet', '--depth=1', address, commit]);
        run('git', ['-C', folder, 'checkout', '--quiet', 'FETCH_HEAD']);
        rmSync(join(folder, '.git'), { recursive: true });
      }
    },
  );
}

/** Fills a folder once; one that was begun and not finished does not count. */
function kept(folder, what, advice, fill) {
  if (existsSync(folder)) return folder;
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  try {
    fill(draft);
  } catch (error) {
    throw new Error(
      `${what} could not be taken: ${String(error.stderr ?? error)
        .trim()
        .split('\n')
        .at(-1)} ${advice}`,
      { cause: error },
    );
  }
  renameSync(draft, folder);
  return folder;
}

function run(program, args) {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
