// npm run trial -- <folder…>: migrates a copy of each server (a checkout with its dependencies installed), and compares
// the server's own type check and tests with their results before. The folder itself is only read. The exit code is 0;
// 1 if something got worse; 2, with one sentence, if a server could not be tried.
import { execFileSync } from 'node:child_process';
import { constants, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { markdown } from './report/table.js';
import { added, complaintsIn, passedIn } from './report/said.js';
import { fireTask, plainEnvironment, runIn } from './run/command.js';
import { tool } from './run/tool.js';

const USAGE = `Usage: npm run trial -- <folder…> [--types "<command>"] [--test "<command>"] [--paths src,…]
                                 [--reach handler|file|project|all] [--json]
An empty command is left out. Without --types, tsc checks where there is a tsconfig.json.`;
const DEFAULTS = { types: String, test: '', paths: '.', reach: 'project', json: false };

await tool('trial', USAGE, DEFAULTS, async (options, names) => {
  if (names.length === 0) throw new Error('name at least one server.');
  const rows = [];
  for (const folder of names.map((path) => resolve(path))) {
    if (!existsSync(folder)) throw new Error(`there is no folder ${folder}.`);
    console.error(`${folder}, reach ${options.reach}`);
    rows.push(await trial(folder, options));
  }
  console.log(options.json ? JSON.stringify(rows, null, 2) : markdown(rows.map(rowOf)));
  process.exitCode = rows.some(({ worse }) => worse.length > 0) ? 1 : 0;
});

/** Checks the server, runs the codemod, runs it again, and checks the server once more. */
async function trial(folder, { types: given, test, paths, reach }) {
  const types = given ?? (existsSync(join(folder, 'tsconfig.json')) ? 'npx --no-install tsc --noEmit' : '');
  const copy = copyOf(folder);
  try {
    const check = async () => ({ types: await said(copy, types), tests: await said(copy, test) });
    const before = await check();
    // Files written by the tests and the type check are not changes of the codemod.
    commitAll(copy, 'as its own checks leave it');
    const migrate = () => fireTask(copy, 'migrate', ['--reach', reach, ...paths.split(',')]);
    const first = migrate();
    const { tree, files } = treeOf(copy);
    const second = migrate();
    const isStable = treeOf(copy).tree === tree && second.rewritten.length === 0;
    const after = await check();
    const worse = [
      ...(isStable ? [] : ['a second run changes files']),
      ...first.failed.map(({ file, reason }) => `${file}: ${reason}`),
      ...worseBy(before.types, after.types),
    ];
    // Real test suites have flaky tests, so a worse result must occur twice.
    if (worseBy(before.tests, after.tests).length > 0) after.tests = await said(copy, test);
    worse.push(...worseBy(before.tests, after.tests));
    for (const line of worse) console.error(`  worse: ${line}`);
    const [rewritten, left] = [first.rewritten.length, first.needsPerson.length];
    return { name: basename(folder), reach, rewritten, left, files, before, after, isStable, worse };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The result of a command in the copy; undefined if there is no command. */
async function said(copy, command) {
  if (command === '') return undefined;
  const { code, output } = await runIn(copy, command);
  const answer = { code, complaints: complaintsIn(output), passed: passedIn(output) };
  if (code === 0 || answer.complaints.length > 0) return answer;
  const last = output.trimEnd().split('\n').at(-1);
  throw new Error(`\`${command}\` ended with exit code ${code} and complained of nothing: ${last}`);
}

/** The complaints after the migration that were not there before, one line each. */
function worseBy(before, after) {
  if (before === undefined) return [];
  const more = added(before.complaints, after.complaints);
  const isLess = after.passed < before.passed || (before.code === 0 && after.code !== 0);
  return more.length === 0 && isLess ? [`${before.passed} tests passed before, ${after.passed} now`] : more;
}

/**
 * A copy with the dependencies, but without the original repository, which has hooks and remotes. Its first commit is
 * the original state.
 */
function copyOf(folder) {
  const copy = mkdtempSync(join(tmpdir(), 'fire-task-trial-'));
  const filter = (path) => path === folder || basename(path) !== '.git';
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE, filter });
  git(copy, ['init', '--quiet', '--template=']);
  // Some servers rely on a global file to ignore this.
  writeFileSync(join(copy, '.git', 'exclude'), 'node_modules\n');
  commitAll(copy, 'as it was');
  return copy;
}

/** The codemod refuses to write files with uncommitted changes. */
function commitAll(copy, message) {
  const author = ['-c', 'user.name=trial', '-c', 'user.email=trial@localhost'];
  add(copy);
  git(copy, [...author, 'commit', '--quiet', '--allow-empty', '--no-verify', '--no-gpg-sign', '-m', message]);
}

/** A hash of all files, and the number of files that differ from the commit. */
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

function rowOf({ name, reach, rewritten, left, files, before, after, isStable, worse }) {
  const change = (of, was, is) => (was === undefined ? '' : `${of(was)} → ${of(is)}`);
  const inWords = ({ passed, complaints }) => `${passed} passed, ${complaints.length} complaints`;
  return {
    server: name,
    reach,
    findings: rewritten + left,
    rewritten,
    'for a person': left,
    'files changed': files,
    'type errors': change(({ complaints }) => complaints.length, before.types, after.types),
    tests: change(inWords, before.tests, after.tests),
    'second run': isStable ? 'changes nothing' : 'changes files',
    worse: worse.length,
  };
}
