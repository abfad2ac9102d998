// npm run trial -- <folder…>: migrates a copy of each server (a checkout with its dependencies installed), and holds the
// server's own type-check and tests against what they said before. The folder itself is only read.
// Exit code 0, 1 when something got worse, 2 with one sentence when a server could not be tried.
import { execFileSync, spawnSync } from 'node:child_process';
import { constants, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail } from './report/fail.js';
import { markdown } from './report/table.js';
import { added, complaintsIn, passedIn } from './report/said.js';
import { plainEnvironment, runIn } from './run/command.js';

const USAGE = `Usage: npm run trial -- <folder…> [--types "<command>"] [--test "<command>"] [--paths src,…] [--reach handler|file|project|all] [--json]
An empty command is left out. Without --types, tsc checks where there is a tsconfig.json.`;
const COMMAND = resolve(import.meta.dirname, '../dist/command/main.js');

await fail('trial', USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      types: { type: 'string' },
      test: { type: 'string', default: '' },
      paths: { type: 'string', default: '.' },
      reach: { type: 'string', default: 'project' },
      json: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) throw new Error('name at least one server.');
  const rows = [];
  for (const folder of positionals.map((path) => resolve(path))) {
    if (!existsSync(folder)) throw new Error(`there is no folder ${folder}.`);
    console.error(`${folder}, reach ${values.reach}`);
    rows.push(await trial(folder, values));
  }
  console.log(values.json ? JSON.stringify(rows, null, 2) : tableOf(rows));
  process.exitCode = rows.some(({ worse }) => worse.length > 0) ? 1 : 0;
});

/** The server as it is, the codemod, the server as it is then, and the codemod once more. */
async function trial(folder, { types: given, test, paths, reach }) {
  const types = given ?? (existsSync(join(folder, 'tsconfig.json')) ? 'npx --no-install tsc --noEmit' : '');
  const copy = copyOf(folder);
  try {
    const check = async () => ({ types: await said(copy, types), tests: await said(copy, test) });
    const before = await check();
    // What the tests and the type-check write is no change of the codemod's.
    commitAll(copy, 'as its own checks leave it');
    const first = migrate(copy, paths.split(','), reach);
    const { tree, files } = treeOf(copy);
    const second = migrate(copy, paths.split(','), reach);
    const isStable = treeOf(copy).tree === tree && second.rewritten.length === 0;
    const after = await check();
    const worse = [
      ...(isStable ? [] : ['a second run changes files']),
      ...first.failed.map(({ file, reason }) => `${file}: ${reason}`),
      ...worseBy(before.types, after.types),
    ];
    // Real suites have tests that fail now and then: what is worse must be so twice.
    if (worseBy(before.tests, after.tests).length > 0) after.tests = await said(copy, test);
    worse.push(...worseBy(before.tests, after.tests));
    for (const line of worse) console.error(`  worse: ${line}`);
    const [rewritten, left] = [first.rewritten.length, first.needsPerson.length];
    return { name: basename(folder), reach, rewritten, left, files, before, after, isStable, worse };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** What a command says of the copy; undefined when there is none to ask. */
async function said(copy, command) {
  if (command === '') return undefined;
  const { code, output } = await runIn(copy, command);
  const answer = { code, complaints: complaintsIn(output), passed: passedIn(output) };
  if (code !== 0 && answer.complaints.length === 0)
    throw new Error(
      `\`${command}\` ended with exit code ${code} and complained of nothing: ${output.trimEnd().split('\n').at(-1)}`,
    );
  return answer;
}

/** In one line each, what is said after that was not said before. */
function worseBy(before, after) {
  if (before === undefined) return [];
  const more = added(before.complaints, after.complaints);
  const isLess = after.passed < before.passed || (before.code === 0 && after.code !== 0);
  return more.length === 0 && isLess ? [`${before.passed} tests passed before, ${after.passed} now`] : more;
}

/** Runs the built command; gives back what it says with `--json`. */
function migrate(copy, paths, reach) {
  const args = [COMMAND, 'migrate', '--json', '--reach', reach, ...paths];
  const options = { cwd: copy, encoding: 'utf8', env: plainEnvironment(), maxBuffer: 1 << 28 };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
  // 1: something is left for a person.
  if (status !== 0 && status !== 1) throw new Error(`the codemod ended with exit code ${status}: ${stderr.trim()}`);
  return JSON.parse(stdout);
}

/** A copy with the dependencies, but without the repository, which has hooks and remotes; git knows what it was. */
function copyOf(folder) {
  const copy = mkdtempSync(join(tmpdir(), 'fire-task-trial-'));
  cpSync(folder, copy, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: (path) => path === folder || basename(path) !== '.git',
  });
  git(copy, ['init', '--quiet', '--template=']);
  // Some leave this to a file outside of the server.
  writeFileSync(join(copy, '.git', 'exclude'), 'node_modules\n');
  commitAll(copy, 'as it was');
  return copy;
}

/** The codemod refuses to write files that git does not hold. */
function commitAll(copy, message) {
  const author = ['-c', 'user.name=trial', '-c', 'user.email=trial@localhost'];
  add(copy);
  git(copy, [...author, 'commit', '--quiet', '--allow-empty', '--no-verify', '--no-gpg-sign', '-m', message]);
}

/** What all files are now, as one hash, and how many of them are not as committed. */
function treeOf(copy) {
  add(copy);
  const changed = git(copy, ['diff', '--cached', '--name-only']).split('\n').filter(Boolean);
  return { tree: git(copy, ['write-tree']).trim(), files: changed.length };
}

function add(copy) {
  git(copy, ['-c', `core.excludesFile=${join(copy, '.git', 'exclude')}`, '-c', 'core.safecrlf=false', 'add', '--all']);
}

function git(copy, args) {
  return execFileSync('git', ['-C', copy, ...args], { encoding: 'utf8', env: plainEnvironment(), maxBuffer: 1 << 28 });
}

function tableOf(rows) {
  const change = (of, before, after) => (before === undefined ? '' : `${of(before)} → ${of(after)}`);
  return markdown(
    [
      'server',
      'reach',
      'findings',
      'rewritten',
      'for a person',
      'files changed',
      'type errors',
      'tests',
      'second run',
      'worse',
    ],
    rows.map(({ name, reach, rewritten, left, files, before, after, isStable, worse }) => [
      name,
      reach,
      rewritten + left,
      rewritten,
      left,
      files,
      change(({ complaints }) => complaints.length, before.types, after.types),
      change(
        ({ passed, complaints }) => `${passed} passed, ${complaints.length} complaints`,
        before.tests,
        after.tests,
      ),
      isStable ? 'changes nothing' : 'changes files',
      worse.length,
    ]),
  );
}
