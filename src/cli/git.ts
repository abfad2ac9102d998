import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { CannotRun, sentenceOf } from './exit.ts';

/** Git sets these in a hook, for the hook's repository; we want the repository around the files. */
const REPOSITORY_VARIABLES = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

/** Enough for the file list of a repository with a million files. */
const MAXIMUM_OUTPUT = 512 * 1024 * 1024;

/** A command line has a limit, so paths are passed in groups of this size. */
const PATHS_A_CALL = 500;

/**
 * The top folder of the git work tree around `folder`; undefined when it is in none, or git is not installed.
 *
 * @throws {CannotRun} when there is a repository that git refuses to read.
 */
export function workTreeOf(folder: string): string | undefined {
  try {
    return git(folder, ['rev-parse', '--show-toplevel']).trimEnd() || undefined;
  } catch (error) {
    if (isMissingProgram(error)) return undefined;
    const said = saidBy(error);
    if (/not a git repository|must be run in a work tree/.test(said)) return undefined;
    throw new CannotRun(`git cannot read the repository around ${folder}: ${said}`);
  }
}

/** The files at or below `path` that git tracks or would track, as absolute paths; may include deleted files. */
export function trackedFiles(workTree: string, path: string): string[] {
  const listed = git(workTree, [
    '--literal-pathspecs',
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--',
    path,
  ]);
  return [...new Set(listed.split('\0'))].filter((name) => name !== '').map((name) => `${workTree}/${name}`);
}

/** Those of `files` (absolute) with uncommitted changes: modified, staged or not yet added. */
export function dirtyFiles(workTree: string, files: readonly string[]): string[] {
  const dirty: string[] = [];
  for (let start = 0; start < files.length; start += PATHS_A_CALL) {
    const some = files.slice(start, start + PATHS_A_CALL);
    const status = git(workTree, [
      '--literal-pathspecs',
      'status',
      '-z',
      '--porcelain',
      '--no-renames',
      '--untracked-files=all',
      '--',
      ...some,
    ]);
    for (const line of status.split('\0')) if (line !== '') dirty.push(`${workTree}/${line.slice(3)}`);
  }
  return dirty;
}

/** A setting of a repository; undefined if it is not set. */
export function gitSetting(workTree: string, name: string): string | undefined {
  try {
    return git(workTree, ['config', '--get', name]).trimEnd() || undefined;
  } catch {
    return undefined;
  }
}

/** The folder where git looks for a repository's hooks, absolute. */
export function hooksFolderOf(workTree: string): string {
  return resolve(workTree, git(workTree, ['rev-parse', '--git-path', 'hooks']).trimEnd());
}

/** Changes a setting of a repository. */
export function setGitSetting(workTree: string, name: string, value: string): void {
  git(workTree, ['config', name, value]);
}

function git(folder: string, args: readonly string[]): string {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !REPOSITORY_VARIABLES.includes(name)),
  );
  return execFileSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    // The code above matches git's messages in English.
    env: { ...environment, LC_ALL: 'C' },
    maxBuffer: MAXIMUM_OUTPUT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function isMissingProgram(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Git prints the fatal error last; warnings may precede it. */
function saidBy(error: unknown): string {
  if (error instanceof Error && 'stderr' in error && typeof error.stderr === 'string' && error.stderr !== '') {
    return sentenceOf(new Error(error.stderr.replace(/^[\s\S]*?fatal: /, '')));
  }
  return sentenceOf(error);
}
