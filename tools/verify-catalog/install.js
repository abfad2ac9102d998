// Packages in a scratch folder, put there by npm. One that cannot be installed is told; the others go on without it.
import { manifestOf, npm } from '../take/index.js';

const BATCH = 25;
const FLAGS = ['--ignore-scripts', '--legacy-peer-deps', '--engine-strict=false', '--fetch-retries=1'];
const OFFLINE =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/;

/**
 * @param {readonly string[]} specs `express@5`
 * @returns {Map<string, string>} By spec, why it could not be installed.
 */
export function install(folder, specs) {
  const failed = new Map();
  for (let from = 0; from < specs.length; from += BATCH) installBatch(folder, specs.slice(from, from + BATCH), failed);
  return failed;
}

/** npm installs all or nothing: a batch that fails is tried again in halves. */
function installBatch(folder, specs, failed) {
  const said = npm(folder, ['install', ...FLAGS, ...specs]);
  if (said.ok) return;
  if (OFFLINE.test(said.stderr))
    throw new Error(`npm could not reach its registry (${OFFLINE.exec(said.stderr)[0]}): the check needs the network.`);
  if (specs.length > 1) {
    const middle = Math.ceil(specs.length / 2);
    installBatch(folder, specs.slice(0, middle), failed);
    installBatch(folder, specs.slice(middle), failed);
    return;
  }
  const prerelease = /\bETARGET\b/.test(said.stderr) ? newestOf(specs[0], folder) : undefined;
  if (prerelease !== undefined) installBatch(folder, [prerelease], failed);
  if (prerelease === undefined || failed.has(prerelease)) failed.set(specs[0], reasonIn(said.stderr));
}

/** `h3@2` when all there is of 2 are prereleases: the newest of them. */
function newestOf(spec, folder) {
  const [, name, major] = /^(.+)@(\d[\d.]*)$/.exec(spec) ?? [];
  if (name === undefined) return undefined;
  const said = npm(folder, ['view', name, 'versions', '--json']);
  const versions = said.ok ? [JSON.parse(said.stdout)].flat() : [];
  const newest = versions.filter((version) => version.startsWith(`${major}.`)).at(-1);
  return newest === undefined || `${name}@${newest}` === spec ? undefined : `${name}@${newest}`;
}

function reasonIn(stderr) {
  const lines = stderr.split('\n');
  const line = lines.find((text) => text.startsWith('npm error ') && !text.startsWith('npm error code')) ?? lines[0];
  return line.replace(/^npm error /, '').trim();
}

/** The modules below a package that it lets be imported: `drizzle-orm/pg-core`. */
export function subpathsOf(folder, name) {
  const { exports } = manifestOf(folder, name) ?? {};
  const keys = exports === null || typeof exports !== 'object' ? [] : Object.keys(exports);
  return keys.filter((key) => /^\.\/[^*.]+$/.test(key)).map((key) => `${name}${key.slice(1)}`);
}
