import { markdown } from '../report/table.js';

const COLUMNS = [
  '',
  'files',
  'read',
  "also by ESLint's parser",
  'reported',
  'in every function',
  'quick fixes tried',
  'rewritten',
  'files changed',
  'left for a person',
  'crashes, time-outs, faults',
];

/** The figures as Markdown. */
export function pageOf(sources, { minutes, jobs, limit }) {
  const packages = sources.filter(({ kind }) => kind === 'package');
  const rows = [
    ...(packages.length === 0
      ? []
      : [{ name: `${packages.length} npm packages`, results: packages.flatMap(({ results }) => results) }]),
    ...sources
      .filter(({ kind }) => kind === 'repository')
      .map(({ name, commit, results }) => ({ name: `${name} at ${commit.slice(0, 9)}`, results })),
    { name: '**all**', results: sources.flatMap(({ results }) => results) },
  ];
  const slowest = sources
    .flatMap(({ name, results }) => results.map((result) => ({ ...result, name })))
    .sort((a, b) => b.milliseconds - a.milliseconds)[0];
  const all = rows.at(-1).results;
  return [
    `Node ${process.versions.node}, ${process.platform}; ${jobs} processes, ${Math.round(minutes)} minutes; at most ${limit} s for a file. The slowest took ${(slowest.milliseconds / 1000).toFixed(1)} s: \`${slowest.path}\` of ${slowest.name}.`,
    '',
    markdown(COLUMNS, rows.map(rowOf)),
    '',
    notReadOf(all),
    '',
    ...(packages.length === 0 ? [] : [`The packages: ${packages.map(({ name }) => name).join(', ')}.`]),
  ]
    .join('\n')
    .trim();
}

function rowOf({ name, results }) {
  const sum = (value) => results.reduce((total, result) => total + value(result), 0);
  const cells = [
    results.length,
    sum(({ failure }) => (failure === undefined ? 1 : 0)),
    sum(({ failure, unlinted }) => (failure === undefined && unlinted === undefined ? 1 : 0)),
    sum(({ reported = 0 }) => reported),
    sum(({ everywhere = 0 }) => everywhere),
    sum(({ fixes = 0 }) => fixes),
    sum(({ rewritten = 0 }) => rewritten),
    sum(({ rewritten = 0 }) => (rewritten > 0 ? 1 : 0)),
    sum(({ left = [] }) => left.filter((code) => code !== 'opted-out').length),
    sum(({ troubles }) => troubles.length),
  ];
  return [name, ...cells.map((count) => count.toLocaleString('en'))];
}

/** Why files were not read: most are tests of parsers. */
function notReadOf(results) {
  const failures = results.filter(({ failure }) => failure !== undefined);
  const count = (text) => failures.filter(({ failure }) => failure.includes(text)).length;
  return `Not read: ${count('does not parse').toLocaleString('en')} that do not parse (Flow, templates, tests of other parsers), ${count('not UTF-8')} that are not UTF-8. Each is left as it is, and named.`;
}

/** What was wrong, a line for each file. */
export function tellTrouble(sources) {
  return sources.flatMap(({ name, results }) =>
    results.flatMap(({ path, troubles }) => troubles.map(({ kind, detail }) => `${kind}: ${name} ${path}: ${detail}`)),
  );
}
