// Lists the server-side packages that appear most often in the manifests of real servers, and what the catalog knows
// about each. The exit code is 0 if each is judged, 1 if one is not, and 2, with one sentence on stderr, if the list
// could not be made.
import { globSync } from 'tinyglobby';
import { readFileSync, writeFileSync } from 'node:fs';
import { tool } from './run/tool.js';
import { table } from './report/table.js';
import { BESIDE_A_SERVER, NEEDS_NOTHING, UNKNOWN } from './packages/judged.js';
import { originOf } from './verify-catalog/packages.js';

const BUILT = new URL('../dist/src/catalog/', import.meta.url);
const PAGE = new URL('../docs/maintainers/packages.md', import.meta.url);
const COUNT = 200;
const USAGE = `Usage: npm run packages -- [folder] [--write]

Counts the dependencies of servers: [folder] holds a folder a server, with its package.json files. Without it, the
counts that the page has are judged again.

  --write   write docs/maintainers/packages.md`;

await tool('packages', USAGE, { write: false }, async ({ write }, [folder]) => {
  const known = await knownPackages();
  const { counts, servers, date } = folder === undefined ? countsOfPage() : countsIn(folder);
  const rows = [...counts]
    .map(([name, count]) => ({ package: name, servers: count, ...stateOf(name, known) }))
    .filter(({ state }) => state !== 'beside')
    .sort((one, other) => other.servers - one.servers || one.package.localeCompare(other.package))
    .slice(0, COUNT);
  const count = (state) => rows.filter((row) => row.state === state).length;
  const counted = ['known', 'needs nothing', 'unknown'].map((state) => `${count(state)} ${state}`).join(', ');
  const summary = `${rows.length} packages of ${servers} servers: ${counted}.`;
  const open = rows.filter(({ state }) => state === 'not judged').map((row) => row.package);
  process.stdout.write(`${table(rows)}\n\n${summary}\n`);
  if (open.length > 0) process.stderr.write(`Not judged: ${open.join(', ')}\n`);
  process.exitCode = open.length > 0 ? 1 : 0;
  if (write) writeFileSync(PAGE, pageOf(rows, summary, date));
});

/** In how many servers each package is a dependency, the number of servers, and today's date. */
function countsIn(folder) {
  const serversOf = new Map();
  const all = new Set();
  for (const path of globSync('*/**/package.json', { cwd: folder })) {
    const [server] = path.split('/');
    all.add(server);
    for (const name of dependenciesOf(`${folder}/${path}`))
      serversOf.set(name, (serversOf.get(name) ?? new Set()).add(server));
  }
  const counts = new Map([...serversOf].map(([name, { size }]) => [name, size]));
  return { counts, servers: all.size, date: new Date().toISOString().slice(0, 10) };
}

/** The same from the page, with the date when its servers were counted. */
function countsOfPage() {
  const text = readFileSync(PAGE, 'utf8');
  const [, date, servers] = /Counted on (\S+)\. \d+ packages of (\d+) servers/.exec(text) ?? [];
  if (date === undefined) throw new Error('the page has no counts: name the folder that holds the manifests.');
  const counts = new Map(
    [...text.matchAll(/^\| `(.+?)` \| (\d+) \|/gm)].map(([, name, count]) => [name, Number(count)]),
  );
  return { counts, servers: Number(servers), date };
}

function dependenciesOf(path) {
  try {
    return Object.keys(JSON.parse(readFileSync(path, 'utf8')).dependencies ?? {});
  } catch {
    return []; // A template's manifest is not JSON.
  }
}

/** Returns a function that finds the entry for a package, by its name on npm or in a pattern. */
async function knownPackages() {
  const [{ CATALOG }, { patternsOf }] = await Promise.all(
    ['index', 'patterns-of'].map((name) => import(new URL(`${name}.js`, BUILT).href)),
  );
  const known = CATALOG.flatMap((entry) => {
    const modules = patternsOf(entry).map((pattern) => /^(?:(?:new|typed) )?([^#]+)#/.exec(pattern)[1]);
    return [...entry.packages, ...modules].map((module) => [originOf(module).package, entry.name]);
  });
  return (name) =>
    known.find(([own, entry]) => own === name && entry === name) ??
    known.find(([own]) => own === name) ??
    known.find(([own]) => own?.endsWith('*') && name.startsWith(own.slice(0, -1)));
}

function stateOf(name, known) {
  const entry = known(name);
  if (entry !== undefined) return { state: 'known', by: entry[1] };
  if (BESIDE_A_SERVER.some((names) => names.test(name))) return { state: 'beside', by: '' };
  const reason = NEEDS_NOTHING.find(([, names]) => names.split(/\s+/).includes(name))?.[0];
  if (reason !== undefined) return { state: 'needs nothing', by: reason };
  return name in UNKNOWN ? { state: 'unknown', by: UNKNOWN[name] } : { state: 'not judged', by: '' };
}

function pageOf(rows, summary, date) {
  const lines = rows.map((row) => `| \`${row.package}\` | ${row.servers} | ${row.state} | ${row.by} |`);
  const intro = [
    'The server-side packages that stand most often below `dependencies` in the manifests of real open-source servers,',
    `and what the catalog knows of them. Counted on ${date}. ${summary}`,
  ].join(' ');
  return `<!-- Written by npm run packages; do not edit. -->

# Packages that servers depend on

${intro}

| package | servers | state | entry, or reason |
|---|---|---|---|
${lines.join('\n')}
`;
}
