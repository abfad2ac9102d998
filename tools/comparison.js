// npm run comparison: runs all tools on each pattern, and tabulates what they report. Needs the registry. The exit code
// is 0; 1 with --check if docs/maintainers/comparison.md differs; 2, with one sentence on stderr, if a tool could not
// run.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import tseslint from 'typescript-eslint';
import plugin from '../dist/index.js';
import { renderTracker } from '../dist/src/helper/injection.js';
import { GIVEN, GROUPS, pythonOf, sourceOf } from './comparison/patterns.js';
import { between, putBetween } from './report/page.js';
import { markdown } from './report/table.js';
import { biomeReports, eslintReports, installPeers, oxlintReports, promiseRules, ruffReports } from './run/lint.js';
import { tool } from './run/tool.js';

const USAGE = `Usage: npm run comparison -- [--write | --check]

  --write  put the table into docs/maintainers/comparison.md
  --check  exit with 1 when the table there is another one`;

/** The packages that the patterns import, for their types. */
const DEPENDENCIES = { express: '5', fastify: '5', knex: '3', koa: '3' };
const TYPINGS = { '@types/express': '5', '@types/koa': '3', '@types/node': '20', ...DEPENDENCIES };
const COMPILER = {
  strict: true,
  noEmit: true,
  module: 'nodenext',
  target: 'es2023',
  types: ['node'],
  skipLibCheck: true,
};
const PLACE = { page: 'maintainers/comparison', name: 'comparison' };

await tool('comparison', USAGE, { write: false, check: false }, async ({ write, check }) => {
  const text = await compare();
  console.log(text);
  if (write) putBetween(PLACE, text);
  if (check && between(PLACE) !== text) {
    console.error('comparison: docs/maintainers/comparison.md has another table: npm run comparison -- --write.');
    process.exitCode = 1;
  }
});

async function compare() {
  const { home, versions } = installPeers(TYPINGS);
  const patterns = GROUPS.flatMap(({ patterns: of }) => of).map((pattern, index) => ({
    ...pattern,
    name: `p${String(index).padStart(2, '0')}.ts`,
  }));
  const folder = layOut(patterns, home);
  const promise = createRequire(join(home, 'package.json'))('eslint-plugin-promise');
  const ours = { plugins: { 'fire-task': plugin }, rules: { 'fire-task/no-untracked-promises': 'error' } };
  const theirs = {
    plugins: { promise, '@typescript-eslint': tseslint.plugin },
    rules: { ...promiseRules('@typescript-eslint'), 'promise/catch-or-return': 'error' },
  };
  const eslint = async (config) => {
    const { reports, fatal } = await eslintReports(folder, ['src'], config);
    if (fatal.length > 0) throw new Error(`a pattern does not parse: ${fatal[0]}`);
    return reports;
  };
  const python = patterns.filter((pattern) => pattern.python !== undefined);
  const by =
    (reports, ...rules) =>
    ({ name }) =>
      reports.some(({ rule, path }) => basename(path) === name && (rules.length === 0 || rules.includes(rule)));
  // Some losses are reported in the file that a pattern calls.
  const orBeside = (says) => (pattern) => says(pattern) || (pattern.beside === true && says({ name: 'given.ts' }));
  const typed = await eslint({ ...theirs, typed: true });
  const ruff = by(ruffReports(python.map((pattern) => [pattern.name, pythonOf(pattern)])));
  const columns = [
    ['fire-task', orBeside(by(await eslint(ours)))],
    ['fire-task, with types', orBeside(by(await eslint({ ...ours, typed: true })))],
    ['typescript-eslint `no-floating-promises`', by(typed, '@typescript-eslint/no-floating-promises')],
    ['its `no-misused-promises`', by(typed, '@typescript-eslint/no-misused-promises')],
    ['oxlint, both of these', by(oxlintReports(folder, ['src']).reports)],
    ['Biome `noFloatingPromises`, `noMisusedPromises`', by(biomeReports(folder, ['src']))],
    ['eslint-plugin-promise `catch-or-return`', by(typed, 'promise/catch-or-return')],
    ['Ruff RUF006', (pattern) => (pattern.python === undefined ? undefined : ruff(pattern))],
  ];
  const tools = versions.map(([name, version]) => `${name} ${version}`).join(', ');
  return [`${tools}.`, '', tableOf(columns, patterns)].join('\n');
}

/**
 * Writes the patterns as a project outside this repository: Biome does not read folders below `.cache`, nor oxlint
 * those that git ignores.
 */
function layOut(patterns, home) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fire-task-comparison-')));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('package.json', JSON.stringify({ private: true, type: 'module', dependencies: DEPENDENCIES }));
  write('tsconfig.json', JSON.stringify({ compilerOptions: COMPILER, include: ['src'] }));
  write('src/given.ts', GIVEN);
  write('src/lib/fire-task.ts', renderTracker('ts', 'node'));
  for (const pattern of patterns) write(`src/patterns/${pattern.name}`, sourceOf(pattern));
  symlinkSync(join(home, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function tableOf(columns, patterns) {
  const cell = (answer) => (answer === undefined ? '' : answer ? '●' : '–');
  let index = 0;
  const rows = GROUPS.flatMap(({ title, patterns: of }) => {
    const own = patterns.slice(index, (index += of.length));
    const count = (says) => {
      const answers = own.map(says).filter((answer) => answer !== undefined);
      return `**${answers.filter(Boolean).length} of ${answers.length}**`;
    };
    return [
      [`**${title}**`, ...columns.map(([, says]) => count(says))],
      ...own.map((pattern) => [pattern.what.replaceAll('|', '\\|'), ...columns.map(([, says]) => cell(says(pattern)))]),
    ];
  });
  return markdown([['', ...columns.map(([name]) => name)], ...rows]).replace('|  |', '| |');
}
