// The tools for comparison, in the versions that the table was measured with, installed in a separate folder that is
// not committed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const CACHE = fileURLToPath(new URL('../.cache/bench/', import.meta.url));

const PEERS = {
  '@biomejs/biome': '2.6.8',
  eslint: '10.15.0',
  jscodeshift: '17.4.0',
  oxlint: '1.94.0',
  'oxlint-tsgolint': '7.0.2007',
  typescript: '6.0.3',
  'typescript-eslint': '8.73.0',
};

/** Packages that the generated servers import. */
const TYPINGS = { '@types/express': '5', '@types/node': '20', express: '5' };

/** Installs what is missing. */
export function installPeers() {
  if (Object.entries(PEERS).some(([name, version]) => versionOf(name) !== version)) install({ ...PEERS, ...TYPINGS });
  return Object.fromEntries(Object.keys(PEERS).map((name) => [name, versionOf(name)]));
}

function install(wanted) {
  mkdirSync(CACHE, { recursive: true });
  if (!existsSync(`${CACHE}package.json`)) writeFileSync(`${CACHE}package.json`, '{ "private": true }\n');
  npm(['install', '--ignore-scripts', ...Object.entries(wanted).map(([name, version]) => `${name}@${version}`)], CACHE);
}

/** @throws {Error} when npm fails; its output is shown */
export function npm(args, cwd) {
  const { status, stdout } = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm ${args[0]} failed: look at what it says above.`);
  return stdout;
}

function versionOf(name) {
  const path = `${CACHE}node_modules/${name}/package.json`;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).version : undefined;
}
