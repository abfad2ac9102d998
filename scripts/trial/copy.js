// A copy of a server that may be changed at will, with git to say what was.
import { execFileSync } from 'node:child_process';
import { constants, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { plainEnvironment } from './run.js';

/**
 * Copies a server with its dependencies, which may hold links into it, but without its repository, which has hooks and
 * remotes.
 */
export function copyOf(folder, place = mkdtempSync(join(tmpdir(), 'fire-task-trial-'))) {
  rmSync(place, { recursive: true, force: true });
  cpSync(folder, place, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: (path) => path === folder || basename(path) !== '.git',
  });
  git(place, ['init', '--quiet', '--template=']);
  return place;
}

export function closeCopy(copy) {
  rmSync(copy, { recursive: true, force: true });
}

/** The codemod refuses to write files that git does not hold. */
export function commitAll(copy, message) {
  add(copy);
  git(copy, [
    '-c',
    'user.name=trial',
    '-c',
    'user.email=trial@localhost',
    'commit',
    '--quiet',
    '--allow-empty',
    '--no-verify',
    '--no-gpg-sign',
    '-m',
    message,
  ]);
}

/** What all files are now, as one hash, and how many of them are not as committed. */
export function treeOf(copy) {
  add(copy);
  return {
    tree: git(copy, ['write-tree']).trim(),
    files: git(copy, ['diff', '--cached', '--name-only']).split('\n').filter(Boolean).length,
  };
}

function add(copy) {
  // Some leave this to a file outside of the server.
  writeFileSync(join(copy, '.git', 'exclude'), 'node_modules\n');
  git(copy, ['-c', `core.excludesFile=${join(copy, '.git', 'exclude')}`, '-c', 'core.safecrlf=false', 'add', '--all']);
}

function git(copy, args) {
  return execFileSync('git', ['-C', copy, ...args], { encoding: 'utf8', env: plainEnvironment(), maxBuffer: 1 << 28 });
}
