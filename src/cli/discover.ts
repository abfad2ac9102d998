import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { outputOf } from '../project/built.ts';
import { statOf } from '../project/stat.ts';
import { isTestFile } from '../project/package-files.ts';
import type { Workspace } from '../project/workspace.ts';
import type { Terminal } from './terminal.ts';
import { CannotRun } from './exit.ts';
import { LEFT_OUT_WORDS, leftOutCounts } from './left-out.ts';
import { trackedFiles, workTreeOf } from './git.ts';
import { walkFiles } from './walk.ts';

const CODE = /\.(?:js|jsx|mjs|cjs|ts|tsx|mts|cts)$/;
const NOT_SOURCE = /\.d\.[cm]?ts$|\.min\.[cm]?js$|^\.pnp\.c?js$/;

/** Never read, however the files are listed: other people's code, and what tools write. */
const NEVER = new Set(['node_modules', '.git', '.yarn', '.next', '.nuxt', '.output', '.svelte-kit']);

/**
 * The code files that `paths` name, absolute and sorted, each once. In a repository git lists them; elsewhere, a walk
 * that respects `.gitignore` does.
 * Declaration files, tests and built files are left out, unless `paths` names the test file, or the folder of tests or
 * of built code itself. Links are not followed.
 *
 * @param paths - files and folders as the user wrote them, relative to `cwd`
 * @throws {CannotRun} when a path is missing or is not code, and when no file is found at all.
 */
export function discoverFiles(
  paths: readonly string[],
  { cwd, workspace }: Pick<Terminal, 'cwd' | 'workspace'>,
): string[] {
  workspace.refresh();
  const found = new Set<string>();
  for (const path of paths) for (const file of filesAt(path, cwd, workspace)) found.add(file);
  if (found.size === 0) {
    const roots = new Set(paths.map((path) => workspace.packages.of(resolve(cwd, path, 'any.js')).root));
    const leftOut = leftOutCounts([...roots], found, workspace);
    throw new CannotRun(
      `No JavaScript or TypeScript file was found in ${paths.join(', ')}: name the folder of the server's ` +
        `source.${leftOut.length === 0 ? '' : ` Left out: ${leftOut.join(', ')}.`}`,
    );
  }
  return [...found].sort();
}

function filesAt(path: string, cwd: string, workspace: Workspace): string[] {
  const absolute = resolve(cwd, path);
  const stat = statOf(absolute);
  if (stat === undefined)
    throw new CannotRun(`The path ${path} does not exist: name a file or a folder of this project.`);
  // If the user names a link, its target is read and written.
  const named = realpathSync(absolute);
  if (relative(cwd, named).split(sep).includes('node_modules'))
    throw new CannotRun(`${path} is in node_modules, which is other people's code: name a folder of this project.`);
  if (stat.isDirectory()) return codeBelow(named, workspace);
  if (!stat.isFile() || !isCode(basename(named))) {
    throw new CannotRun(
      `${path} is not JavaScript or TypeScript code: name a file that ends in .js, .jsx, .mjs, .cjs, .ts, ` +
        '.tsx, .mts or .cts.',
    );
  }
  return [named];
}

/** The code files that `discoverFiles` finds below a folder. */
export function codeBelow(folder: string, workspace: Workspace): string[] {
  const withTests = isInTests(`${folder}${sep}any.ts`, workspace);
  // If the user names a folder of built code, its files are read.
  const isNamed = outputOf(workspace.packages.placeOf(`${folder}${sep}any.js`)) !== undefined;
  return listed(folder).filter((file) => {
    const folders = relative(folder, dirname(file)).split(sep);
    return (
      isCode(basename(file)) &&
      !folders.some((name) => NEVER.has(name)) &&
      (withTests || !isInTests(file, workspace)) &&
      (isNamed || !isBuilt(file, workspace))
    );
  });
}

/**
 * Why a code file is read only when named itself, worded as the end of a sentence; undefined when it is read along with
 * its folder.
 */
export function whyPassedOver(file: string, workspace: Workspace): string | undefined {
  if (NOT_SOURCE.test(basename(file))) return 'it is a declaration file or minified';
  if (isInTests(file, workspace)) return 'it is a test';
  const reason = workspace.listings.whyLeftOut(file);
  return reason === undefined ? undefined : `it is ${LEFT_OUT_WORDS[reason]}`;
}

function listed(folder: string): string[] {
  const workTree = workTreeOf(folder);
  if (workTree === undefined) return walkFiles(folder, (name) => NEVER.has(name));
  // Git also lists links, deleted files and nested repositories.
  return trackedFiles(workTree, folder)
    .map((file) => resolve(file))
    .filter((file) => CODE.test(file) && lstatSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

function isCode(name: string): boolean {
  return CODE.test(name) && !NOT_SOURCE.test(name);
}

/** Whether a tool wrote this file: built from other files, a bundle, or a coverage page. */
function isBuilt(file: string, { listings }: Workspace): boolean {
  const reason = listings.whyLeftOut(file);
  return reason !== undefined && reason !== 'ignored';
}

function isInTests(file: string, { packages }: Workspace): boolean {
  return isTestFile(packages.placeOf(file));
}
