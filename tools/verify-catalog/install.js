// Installs packages into a scratch folder with npm. One that cannot be installed is reported, and the others are
// installed without it.
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

/**
 * npm installs all packages or none. After a failure, the batch is tried again without the package that npm blames, or
 * in halves if it blames none.
 */
function installBatch(folder, specs, failed) {
  if (specs.length === 0) return;
  const { ok, stderr } = npm(folder, ['install', ...FLAGS, ...specs]);
  if (ok) return;
  if (OFFLINE.test(stderr))
    throw new Error(`npm could not reach its registry (${OFFLINE.exec(stderr)[0]}): the check needs the network.`);
  const blamed = specs.length === 1 ? specs[0] : blamedIn(stderr, specs);
  if (blamed === undefined) {
    const middle = Math.ceil(specs.length / 2);
    installBatch(folder, specs.slice(0, middle), failed);
    installBatch(folder, specs.slice(middle), failed);
    return;
  }
  const instead = /\bETARGET\b/.test(stderr) ? newestOf(blamed, folder) : undefined;
  if (instead !== undefined) installBatch(folder, [instead], failed);
  if (instead === undefined || failed.has(instead)) failed.set(blamed, reasonIn(stderr));
  const others = specs.filter((spec) => spec !== blamed);
  installBatch(folder, others, failed);
}

/** `The requested resource '@types/x@5' could not be found`, `No matching version found for h3@9.` */
function blamedIn(stderr, specs) {
  return specs.find((spec) => stderr.includes(`'${spec}'`) || stderr.includes(` found for ${spec}.\n`));
}

/** For `h3@2`, the newest prerelease if version 2 has only those, or the newest version of all if there is no 2. */
function newestOf(spec, folder) {
  const [, name, major] = /^(.+)@(\d[\d.]*)$/.exec(spec) ?? [];
  if (name === undefined) return undefined;
  const said = npm(folder, ['view', name, 'versions', '--json']);
  const versions = said.ok ? [JSON.parse(said.stdout)].flat() : [];
  const newest = versions.filter((version) => version.startsWith(`${major}.`)).at(-1) ?? 'latest';
  return `${name}@${newest}` === spec ? undefined : `${name}@${newest}`;
}

function reasonIn(stderr) {
  const lines = stderr.split('\n');
  const line = lines.find((text) => text.startsWith('npm error ') && !text.startsWith('npm error code')) ?? lines[0];
  return line.replace(/^npm error /, '').trim();
}

/** The modules that a package exports under subpaths: `drizzle-orm/pg-core`. */
export function subpathsOf(folder, name) {
  const { exports } = manifestOf(folder, name) ?? {};
  const keys = exports === null || typeof exports !== 'object' ? [] : Object.keys(exports);
  return keys.filter((key) => /^\.\/[^*.]+$/.test(key)).map((key) => `${name}${key.slice(1)}`);
}
