// Mutation testing: how many small faults, put into the analysis on purpose, the tests notice. docs/maintainers/quality.md has the
// figures.
//   npm run mutation                                       the six folders that judge and rewrite
//   npm run mutation -- src/findings src/promises/launch.ts
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { installInto } from '../../tools/take/index.js';
import { isDrawn, keyOf } from './sample.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = `${ROOT}.cache/mutation/`;
/** The newest that runs on Node 20. */
const STRYKER = '9.6.1';
const FOLDERS = ['src/findings', 'src/handlers', 'src/ownership', 'src/promises', 'src/rewriting', 'src/values'];
/** Those that call the analysis in the process itself, and are quick. */
const TESTS = [
  'tests/{findings,handlers,reach,helper,promises,rewriting,catalog,project,syntax,values}/**/*.test.ts',
  'tests/rules/{about-tasks,no-swallowed-abort,options}.test.ts',
  'tests/cli/{drain,explain,report}.test.ts',
];
const SLOW = [
  'tests/findings/scale.test.ts',
  'tests/rewriting/{properties,types}.test.ts',
  'tests/catalog/{frameworks-page,verify,returned}.test.ts',
  // These use vitest's `vi`.
  'tests/{catalog/verify-check,values/near}.test.ts',
];

/**
 * Titles of tests that read our sources, which are full of mutants here, and that wait for a change on the disk, which
 * a command run before them in this process takes as still.
 */
const LEFT_OUT = ['has an example for every code', 'sees a file that changes and one that is added'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    concurrency: { type: 'string', default: '1' },
    /** What its reports in .cache/mutation are called. */
    name: { type: 'string', default: 'mutation' },
    /** The part of all mutants that is tried: drawn by a hash of each, so that two runs draw the same. */
    sample: { type: 'string', default: '1' },
    /** Another one draws another sample. */
    seed: { type: 'string', default: '' },
    /** Only tests of these files or folders are tried. They are quick, so many mutants can be looked at for gaps. */
    tests: { type: 'string', multiple: true },
    /** A report's name: only what that run left alive is tried; with the same --sample and --seed. */
    survivors: { type: 'string' },
    /** Goes on with a run that was cut off. */
    resume: { type: 'boolean', default: false },
    /** Seconds of the processor for the tests of one mutant. What is not noticed by then counts as not noticed. */
    limit: { type: 'string', default: '3' },
  },
});
const files = (positionals.length === 0 ? FOLDERS : positionals)
  .flatMap((path) => (statSync(`${ROOT}${path}`).isDirectory() ? globSync(`${path}/**/*.ts`, { cwd: ROOT }) : [path]))
  .sort();

// Stryker is 167 packages that nobody needs but for this.
installInto(CACHE, { '@stryker-mutator/core': STRYKER });
const report = `${CACHE}${values.name}.json`;
const config = `${CACHE}${values.name}.config.json`;
/** One line a mutant, as soon as it is known. */
const log = `${CACHE}${values.name}.jsonl`;
writeFileSync(
  config,
  JSON.stringify(
    {
      mutate: files,
      testRunner: 'warm',
      plugins: [fileURLToPath(new URL('./runner.js', import.meta.url))],
      warm: {
        tests: globSync(TESTS, { cwd: ROOT, ignore: SLOW }).filter(isAskedFor).sort(),
        leftOut: LEFT_OUT,
        times: `${CACHE}${values.name}.times.json`,
        log,
        rate: Number(values.sample),
        seed: values.seed,
        ...(values.survivors !== undefined && { only: survivorsOf(values.survivors) }),
        limit: Number(values.limit),
      },
      coverageAnalysis: 'perTest',
      ignoreStatic: true,
      concurrency: Number(values.concurrency),
      timeoutMS: 600_000,
      dryRunTimeoutMinutes: 60,
      timeoutFactor: 4,
      reporters: ['progress-append-only', 'json', 'html'],
      jsonReporter: { fileName: report },
      htmlReporter: { fileName: `${CACHE}${values.name}.html` },
      tempDirName: `${CACHE}sandbox-${values.name}`,
      ignorePatterns: ['.cache', '.demo'],
      disableTypeChecks: false,
      warnings: { unknownOptions: false },
    },
    null,
    2,
  ),
);
for (const old of values.resume ? [report] : [report, log]) rmSync(old, { force: true });
const { status } = spawnSync(
  process.execPath,
  [`${CACHE}node_modules/@stryker-mutator/core/bin/stryker.js`, 'run', config],
  { cwd: ROOT, stdio: 'inherit' },
);
if (existsSync(report)) process.stdout.write(`${scores(JSON.parse(readFileSync(report, 'utf8')))}\n`);
process.exitCode = status ?? 1;

function isAskedFor(test) {
  return values.tests === undefined || values.tests.some((path) => test === path || test.startsWith(`${path}/`));
}

function isInSample(key) {
  return isDrawn(key, Number(values.sample), values.seed);
}

/** What an earlier run tried in vain, and what no test came to. */
function survivorsOf(name) {
  const lines = readFileSync(`${CACHE}${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { files: mutated } = JSON.parse(readFileSync(`${CACHE}${name}.json`, 'utf8'));
  const untested = Object.entries(mutated).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status: became }) => became === 'NoCoverage')
      .map(({ location, replacement }) => keyOf(file, location, replacement)),
  );
  return [
    ...lines.filter(({ status: became }) => became === 'survived').map(({ key }) => key),
    ...untested.filter(isInSample),
  ];
}

/** One line a file, worst first, and those that no test noticed. */
function scores({ files: mutated }) {
  const lines = [];
  const sums = new Map();
  for (const [name, { mutants, source }] of Object.entries(mutated)) {
    const counts = { killed: 0, left: 0 };
    for (const { status: became, location, mutatorName, replacement } of mutants) {
      // Stryker knows those by itself, and all of them: of a sample as many count as of the others.
      if (became === 'NoCoverage' && !isInSample(keyOf(name, location, replacement))) continue;
      if (became === 'Killed' || became === 'Timeout') counts.killed += 1;
      if (became !== 'Survived' && became !== 'NoCoverage') continue;
      counts.left += 1;
      const { start, end } = location;
      const line = source.split('\n')[start.line - 1];
      const was = line.slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined);
      lines.push(
        `${name}:${start.line}:${start.column} ${became === 'NoCoverage' ? 'no test' : mutatorName}: ${was}${end.line === start.line ? '' : ' …'} → ${(replacement ?? '').replaceAll('\n', ' ')}`,
      );
    }
    for (const key of [name, name.split('/').slice(0, 2).join('/')]) {
      const sum = sums.get(key) ?? { killed: 0, left: 0 };
      sums.set(key, { killed: sum.killed + counts.killed, left: sum.left + counts.left });
    }
  }
  const table = [...sums]
    .filter(([, { killed, left }]) => killed + left > 0)
    .map(
      ([key, { killed, left }]) =>
        `${((100 * killed) / (killed + left)).toFixed(1)} %  ${killed} of ${killed + left}  ${key}`,
    );
  return [...lines, '', ...table].join('\n');
}
