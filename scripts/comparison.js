// npm run comparison: what each tool says of each pattern, by running all of them. Needs the registry.
// Exit code 0; 1 with --check when docs/comparison.md says otherwise; 2 with one sentence on stderr when a tool could
// not be run.
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { between, putBetween } from './comparison-page.js';
import { GIVEN, GROUPS, pythonOf, sourceOf } from './comparison/patterns.js';
import { biome, eslint, FOLDER, installTools, oxlint, ruff } from './comparison/tools.js';
import { loadEngine } from './engine.js';

const USAGE = `Usage: npm run comparison -- [--write | --check]

  --write  put the table into docs/comparison.md
  --check  exit with 1 when the table there is another one`;

try {
  const { values } = parseArgs({
    options: { write: { type: 'boolean', default: false }, check: { type: 'boolean', default: false } },
  });
  const text = await compare();
  console.log(text);
  if (values.write) putBetween('comparison', text);
  if (values.check && between('comparison') !== text) {
    console.error('comparison: docs/comparison.md has another table: npm run comparison -- --write.');
    process.exitCode = 1;
  }
} catch (error) {
  console.error(
    `comparison: ${error.message}\n${error.code?.startsWith('ERR_PARSE_ARGS') ? USAGE : (error.stack ?? '')}`,
  );
  process.exitCode = 2;
}

async function compare() {
  const versions = installTools();
  const patterns = GROUPS.flatMap(({ patterns: of }) => of).map((pattern, index) => ({
    ...pattern,
    name: `p${String(index).padStart(2, '0')}.ts`,
  }));
  for (const folder of ['patterns', 'lib']) mkdirSync(`${FOLDER}src/${folder}`, { recursive: true });
  writeFileSync(`${FOLDER}src/given.ts`, GIVEN);
  writeFileSync(`${FOLDER}src/lib/fire-task.ts`, await helperText());
  for (const pattern of patterns) writeFileSync(`${FOLDER}src/patterns/${pattern.name}`, sourceOf(pattern));

  const [untyped, typed, ofOxlint, ofBiome] = [eslint(false), eslint(true), oxlint(), biome()];
  const ofRuff = ruff(
    patterns.filter(({ python }) => python !== undefined).map((pattern) => [pattern.name, pythonOf(pattern)]),
  );
  const OURS = 'fire-task/no-untracked-promises';
  // What one file leaves to another is reported there.
  const ours =
    (found) =>
    ({ name, beside }) =>
      found.get(OURS)?.has(name) === true || (beside === true && found.get(OURS)?.has('given.ts') === true);
  const by =
    (found, ...rules) =>
    ({ name }) =>
      rules.some((rule) => found.get(rule)?.has(name) === true);
  const columns = [
    ['fire-task', ours(untyped)],
    ['fire-task, with types', ours(typed)],
    ['typescript-eslint `no-floating-promises`', by(typed, '@typescript-eslint/no-floating-promises')],
    ['its `no-misused-promises`', by(typed, '@typescript-eslint/no-misused-promises')],
    ['oxlint, both of these', by(ofOxlint, 'no-floating-promises', 'no-misused-promises')],
    ['Biome `noFloatingPromises`, `noMisusedPromises`', by(ofBiome, 'noFloatingPromises', 'noMisusedPromises')],
    ['eslint-plugin-promise `catch-or-return`', by(typed, 'promise/catch-or-return')],
    ['Ruff RUF006', (pattern) => (pattern.python === undefined ? undefined : by(ofRuff, 'RUF006')(pattern))],
  ];
  return [
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ') + '.',
    '',
    ...tableOf(columns, patterns),
  ].join('\n');
}

function tableOf(columns, patterns) {
  const cell = (answer) => (answer === undefined ? '' : answer ? '●' : '–');
  let index = 0;
  const rows = GROUPS.flatMap(({ title, patterns: of }) => {
    const own = patterns.slice(index, (index += of.length));
    const count = (says) =>
      `${own.filter((pattern) => says(pattern) === true).length} of ${own.filter((pattern) => says(pattern) !== undefined).length}`;
    return [
      `| **${title}** | ${columns.map(([, says]) => `**${count(says)}**`).join(' | ')} |`,
      ...own.map(
        (pattern) =>
          `| ${pattern.what.replaceAll('|', '\\|')} | ${columns.map(([, says]) => cell(says(pattern))).join(' | ')} |`,
      ),
    ];
  });
  return [`| | ${columns.map(([name]) => name).join(' | ')} |`, `|---|${columns.map(() => '---|').join('')}`, ...rows];
}

async function helperText() {
  const { renderTracker } = await loadEngine();
  return renderTracker('ts', 'node');
}
