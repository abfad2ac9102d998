// Fetches other people's code once, into folders that git ignores. None of its scripts run.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** In this checkout; git ignores it. */
export const CACHE = fileURLToPath(new URL('../../.cache/', import.meta.url));

/**
 * Fetches a package as published.
 *
 * @param {string} spec - `koa@3.3.0`
 * @returns {string} its folder
 * @throws {Error} with one sentence when npm cannot get it
 */
export function takePackage(spec, folder = join(CACHE, 'survey/packages', spec.replaceAll('/', '+'))) {
  return kept(folder, `${spec} could not be taken`, 'Check the network.', (draft) => {
    run('npm', ['pack', spec, '--ignore-scripts', '--silent', '--pack-destination', draft]);
    const [name] = readdirSync(draft);
    const archive = join(draft, name);
    run('tar', ['-xzf', archive, '-C', draft, '--strip-components=1', '--no-same-owner', '--no-same-permissions']);
    rmSync(archive);
  });
}

/**
 * Fetches the files of a repository at a commit.
 *
 * @param {string} repository - `koajs/koa`
 * @param {string} mirror - where repositories are, with placeholders `{owner}` and `{name}`: addresses, or folders of
 *   clones
 * @returns {string} its folder
 * @throws {Error} with one sentence when git cannot get it
 */
export function takeRepository(repository, commit, mirror, folder) {
  const [owner, name] = repository.split('/');
  const address = mirror.replace('{owner}', owner).replace('{name}', name);
  const place = folder ?? join(CACHE, 'survey/repositories', `${owner}+${name}`, commit);
  const what = `${repository} at ${commit.slice(0, 9)} could not be taken from ${address}`;
  return kept(place, what, 'Check the network, or name another place with --mirror.', (draft) => {
    if (existsSync(address)) {
      const archive = join(draft, 'all.tar');
      run('git', ['-C', address, 'archive', '--output', archive, commit]);
      run('tar', ['-xf', archive, '-C', draft]);
      rmSync(archive);
    } else {
      run('git', ['-C', draft, 'init', '--quiet']);
      run('git', ['-C', draft, 'fetch', '--quiet', '--depth=1', address, commit]);
      run('git', ['-C', draft, 'checkout', '--quiet', 'FETCH_HEAD']);
      rmSync(join(draft, '.git'), { recursive: true });
    }
  });
}

/** The default of `mirror`. */
export const GITHUB = 'https://github.com/{owner}/{name}';

/** Fills a folder once. A folder that was not completed does not count. */
function kept(folder, what, advice, fill) {
  if (existsSync(folder)) return folder;
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  try {
    fill(draft);
  } catch (error) {
    const said = String(error.stderr ?? error)
      .trim()
      .split('\n');
    throw new Error(`${what}: ${said.at(-1)} ${advice}`, { cause: error });
  }
  mkdirSync(dirname(folder), { recursive: true });
  renameSync(draft, folder);
  return folder;
}

/**
 * Installs packages into a folder, unless these versions are there.
 *
 * @param {Readonly<Record<string, string>>} packages - versions by name
 * @throws {Error} with npm's output when it fails
 */
export function installInto(folder, packages) {
  if (Object.entries(packages).every(([name, version]) => installedVersion(folder, name)?.startsWith(version))) return;
  const specs = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  const { ok, stderr } = npm(folder, ['install', '--ignore-scripts', ...specs]);
  if (!ok) throw new Error(`npm could not install ${specs.join(', ')}: ${stderr.trim()}`);
}

/** Runs npm in a separate folder, as the user would: without the variables that `npm run` adds. */
export function npm(folder, args) {
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true, "type": "module" }\n');
  const added = /^npm_(?:package|lifecycle|config_local_prefix|command)/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !added.test(name)));
  const own = process.env.npm_execpath;
  const [command, before] = own === undefined ? ['npm', []] : [process.execPath, [own]];
  const options = { cwd: folder, encoding: 'utf8', env, maxBuffer: 1 << 28 };
  const said = spawnSync(command, [...before, ...args, '--no-audit', '--no-fund', '--loglevel=error'], options);
  if (said.error !== undefined) throw new Error(`npm could not be started: ${said.error.message}`);
  return { ok: said.status === 0, ...said };
}

/** The version of a package in a folder's node_modules; undefined when it is not there. */
export function installedVersion(folder, name) {
  return manifestOf(folder, name)?.version;
}

/** The package.json of a package in a folder's node_modules; undefined when it is not there. */
export function manifestOf(folder, name) {
  const file = join(folder, 'node_modules', name, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function run(program, args) {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
