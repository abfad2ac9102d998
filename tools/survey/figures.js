import { markdown } from '../report/table.js';

/** The figures as Markdown. */
export function pageOf(sources, { minutes, jobs, limit }) {
  const packages = sources.filter(({ kind }) => kind === 'package');
  const repositories = sources.filter(({ kind }) => kind === 'repository');
  const together = (name, some) =>
    some.length === 0 ? [] : [{ name, results: some.flatMap(({ results }) => results) }];
  const rows = [
    ...together(`${packages.length} npm packages`, packages),
    ...repositories.map(({ name, commit, results }) => ({ name: `${name} at ${commit.slice(0, 9)}`, results })),
    ...together('**all**', sources),
  ];
  const slowest = sources
    .flatMap(({ name, results }) => results.map((result) => ({ ...result, name })))
    .sort((a, b) => b.milliseconds - a.milliseconds)[0];
  const all = rows.at(-1).results;
  return [
    `Node ${process.versions.node}, ${process.platform}; ${jobs} processes, ${Math.round(minutes)} minutes; ` +
      `at most ${limit} s for a file. The slowest took ${(slowest.milliseconds / 1000).toFixed(1)} s: ` +
      `\`${slowest.path}\` of ${slowest.name}.`,
    '',
    markdown(rows.map(rowOf)),
    '',
    notReadOf(all),
    '',
    ...(packages.length === 0 ? [] : [`The packages:\n\n${packages.map(({ name }) => `- ${name}`).join('\n')}`]),
  ]
    .join('\n')
    .trim();
}

function rowOf({ name, results }) {
  const sum = (value) => results.reduce((total, result) => total + Number(value(result)), 0).toLocaleString('en');
  return {
    '': name,
    files: sum(() => 1),
    read: sum(({ failure }) => failure === undefined),
    "also by ESLint's parser": sum(({ failure, unlinted }) => failure === undefined && unlinted === undefined),
    reported: sum(({ reported = 0 }) => reported),
    'in every function': sum(({ everywhere = 0 }) => everywhere),
    'quick fixes tried': sum(({ fixes = 0 }) => fixes),
    rewritten: sum(({ rewritten = 0 }) => rewritten),
    'files changed': sum(({ rewritten = 0 }) => rewritten > 0),
    'left for manual work': sum(({ left = [] }) => left.filter((code) => code !== 'opted-out').length),
    'crashes, time-outs, faults': sum(({ troubles }) => troubles.length),
  };
}

/** Why files were not read; most are tests of parsers. */
function notReadOf(results) {
  const failures = results.filter(({ failure }) => failure !== undefined);
  const count = (text) => failures.filter(({ failure }) => failure.includes(text)).length;
  return (
    `Not read: ${count('does not parse').toLocaleString('en')} that do not parse (Flow, templates, tests of ` +
    `other parsers), ${count('not UTF-8')} that are not UTF-8. Each is left as it is, and named.`
  );
}

/** What went wrong, one line per file. */
export function tellTrouble(sources) {
  return sources.flatMap(({ name, results }) =>
    results.flatMap(({ path, troubles }) => troubles.map(({ kind, detail }) => `${kind}: ${name} ${path}: ${detail}`)),
  );
}
