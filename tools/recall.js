// npm run recall -- <folder>: lints servers whose launches were labeled by hand, and counts how many are found. The
// exit code is 0, or 2, with one sentence on stderr, if a server or a tool was not available.
import { existsSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import tseslint from 'typescript-eslint';
import { scoreOf } from './report/score.js';
import { table } from './report/table.js';
import { biomeReports, eslintReports, installPeers, oxlintReports, promiseRules } from './run/lint.js';
import { tool } from './run/tool.js';
import { GITHUB, takePackage, takeRepository } from './take/index.js';

const USAGE = `Usage: npm run recall -- <folder of the servers> [options]

  --labels <folder>   where labels.jsonl and servers.json are (default: the folder of the servers)
  --projects <name,…> only these servers
  --options <json>    options of the rule
  --typed             with type information
  --peers <name,…>    the same labels by typescript-eslint, oxlint, biome, with types where they take them
  --take              bring servers that are missing: from npm, and from --mirror <place> (default ${GITHUB})
  --verbose           list what is missed and what is a false alarm
  --json              the scores as JSON`;

const OURS = 'fire-task/no-untracked-promises';
const COLUMNS = ['form', 'framework', 'kind', 'needs', 'where'];

/**
 * Each returns `{ reports, files?, fatal? }`; `files` are those that it linted, if it says. Where possible, tools are
 * configured so that `void` is no owner.
 */
const LINTERS = {
  'fire-task': async (root, paths, { options, typed }) => {
    const { default: plugin } = await import(pathToFileURL(resolve(import.meta.dirname, '../dist/index.js')).href);
    const rules = { [OURS]: ['error', options] };
    return eslintReports(root, paths, { plugins: { 'fire-task': plugin }, rules, typed });
  },
  'typescript-eslint': (root, paths) =>
    eslintReports(root, paths, {
      plugins: { '@typescript-eslint': tseslint.plugin },
      rules: promiseRules('@typescript-eslint', { ignoreVoid: false }),
      typed: true,
    }),
  oxlint: (root, paths) => oxlintReports(root, paths, { ignoreVoid: false }),
  biome: (root, paths) => ({ reports: biomeReports(root, paths) }),
};

const WHAT = { labels: String, projects: String, take: false, mirror: GITHUB };
const HOW = { options: '{}', typed: false, peers: String, verbose: false, json: false };

await tool('recall', USAGE, { ...WHAT, ...HOW }, async (values, [folder]) => {
  if (folder === undefined) throw new Error('name the folder of the servers.');
  const peers = values.peers?.split(',') ?? [];
  const unknown = peers.find((peer) => !(peer in LINTERS));
  if (unknown !== undefined)
    throw new Error(`--peers knows no ${unknown}: ${Object.keys(LINTERS).slice(1).join(', ')}.`);
  if (peers.some((peer) => peer === 'oxlint' || peer === 'biome')) installPeers();
  const { labels, servers } = readLabels(resolve(values.labels ?? folder), values.projects?.split(','));
  const found = servers.map((server) => ({ ...server, root: placeOf(server, resolve(folder), values) }));
  const scores = [];
  for (const name of ['fire-task', ...peers]) {
    const settings = { options: JSON.parse(values.options), typed: values.typed };
    scores.push({ name, ...scoreOf(labels, await lintAll(LINTERS[name], found, labels, settings), COLUMNS) });
  }
  if (values.json) console.log(JSON.stringify(scores, null, 2));
  else for (const score of scores) print(score, values.verbose);
  if (!values.json && peers.length > 0) console.log(`\n${table(scores.map(rowOf))}`);
});

/** The labels to score, each with whether its server is source or compiled, and the servers with labels. */
function readLabels(folder, only) {
  const read = (name) => {
    if (!existsSync(join(folder, name))) throw new Error(`${folder} has no ${name}: name the folder with --labels.`);
    return readFileSync(join(folder, name), 'utf8');
  };
  const servers = JSON.parse(read('servers.json')).filter(({ project }) => only?.includes(project) ?? true);
  const forms = new Map(servers.map(({ project, form }) => [project, form]));
  const lines = read('labels.jsonl').trim().split('\n');
  const labels = lines
    .map((line) => JSON.parse(line))
    .filter(({ project, verdict }) => forms.has(project) && verdict !== 'unsure')
    .map((label) => ({ ...label, path: posix.normalize(label.path), form: forms.get(label.project) }));
  if (labels.length === 0) throw new Error(`${folder} has no labels of ${only?.join(', ') ?? 'any server'}.`);
  return { labels, servers: servers.filter(({ project }) => labels.some((label) => label.project === project)) };
}

function placeOf({ project, source = '', version, folder }, all, { take, mirror }) {
  const root = join(all, folder ?? project);
  if (existsSync(root)) return root;
  if (!take) throw new Error(`${root} is missing: lay ${project} (${source} ${version}) there, or pass --take.`);
  const [kind, name] = source.split(/:(.*)/s);
  return kind === 'npm' ? takePackage(name, root) : takeRepository(name, version, mirror, root);
}

/** The reports for all servers, each with its project. */
async function lintAll(lint, servers, labels, settings) {
  const all = { reports: [], files: 0, fatal: [], seconds: 0 };
  for (const { project, root, server_dirs: folders } of servers) {
    const labelled = new Set(labels.filter((label) => label.project === project).map(({ path }) => path));
    // With types, whole servers would take it hours; it judges each file alone, so those with labels are enough.
    const wide = lint === LINTERS['typescript-eslint'] ? [] : folders?.length > 0 ? folders : ['.'];
    const paths = [...new Set([...wide, ...labelled])];
    const there = paths.filter((path) => existsSync(join(root, path)));
    const start = Date.now();
    // Without paths, a linter would lint the whole server.
    const { reports, files, fatal = [] } = there.length === 0 ? { reports: [] } : await lint(root, there, settings);
    const unread = there.filter((path) => files !== undefined && labelled.has(path) && !files.includes(path));
    all.seconds += (Date.now() - start) / 1000;
    all.reports.push(...reports.map((report) => ({ ...report, project })));
    all.files += files?.length ?? 0;
    const sentences = [
      ...fatal,
      ...paths.filter((path) => !there.includes(path)).map((path) => `${path} is not there`),
      ...unread.map((path) => `${path} has labels, but was not linted`),
    ];
    all.fatal.push(...sentences.map((sentence) => `${project} ${sentence}`));
  }
  return all;
}

function rowOf({ name, flags, oks, missed, alarms, elsewhere, seconds }) {
  const rates = ratesOf({ hits: flags - missed.length, flags, alarms: alarms.length, oks });
  return { '': name, ...rates, 'reports elsewhere': elsewhere, seconds: seconds.toFixed(1) };
}

function ratesOf({ hits, flags, alarms, oks }) {
  const rate = (some, all) => (all === 0 ? '' : (some / all).toFixed(3));
  return {
    found: `${hits} of ${flags}`,
    recall: rate(hits, flags),
    'false alarms': `${alarms} of ${oks}`,
    rate: rate(alarms, oks),
  };
}

function print(score, verbose) {
  console.log(`\n${table([rowOf(score)])}\n`);
  for (const [column, groups] of Object.entries(score.by))
    console.log(`${table(groups.map(({ value, ...counts }) => ({ [column]: value, ...ratesOf(counts) })))}\n`);
  for (const message of score.fatal) console.log(`not read: ${message}`);
  if (!verbose) return;
  const told = ({ project, path, line, why }) => `${project} ${path}:${line}  ${inspect(why ?? '').slice(1, -1)}`;
  for (const label of score.missed)
    console.log(`missed  [${label.kind}, ${label.where}, ${label.needs}] ${told(label)}`);
  for (const label of score.alarms) console.log(`false   [${label.class}] ${told(label)}`);
}
