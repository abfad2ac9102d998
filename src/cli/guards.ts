import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Migration } from './migration.ts';
import type { Terminal } from './terminal.ts';
import { placeOutside, projectAround } from '../project/inside.ts';
import { manifestFault } from '../project/package.ts';
import { writeObstacle } from '../helper/write.ts';
import { addTo } from '../syntax/grouping.ts';
import { CannotRun } from './exit.ts';
import { dirtyFiles, workTreeOf } from './git.ts';
import { counted, shownPath } from './terminal.ts';

/** The maximum number of names in a sentence. */
const SHOWN_NAMES = 5;

/**
 * Looks for everything that could stop the writing halfway, before the first file is written.
 *
 * @throws {CannotRun} with the first obstacle
 */
export function refuseObstacles({ changes }: Migration, terminal: Terminal): void {
  for (const { path, before } of changes) {
    const obstacle = writeObstacle(path);
    if (obstacle === undefined) continue;
    const remedy =
      before === undefined
        ? 'Make room for it, or name another place with --helper.'
        : 'Make it writable, or leave the file out.';
    throw new CannotRun(
      `${shownPath(path, terminal)} cannot be written, because ${obstacle}; nothing was changed. ${remedy}`,
    );
  }
}

/** @throws {CannotRun} when a helper would be written outside of the project */
export function refuseOutsideHelpers({ changes }: Migration, terminal: Terminal): void {
  for (const { path, before } of changes) if (before === undefined) refuseOutside({ path }, terminal.cwd, terminal);
}

/**
 * The helper belongs in the project: neither a path with `..` nor a link on the way may place it elsewhere.
 *
 * @param folder - a folder of the project
 * @throws {CannotRun} when the place is outside
 */
export function refuseOutside({ path }: { readonly path: string }, folder: string, terminal: Terminal): void {
  // If the folder is a link, its target is meant.
  const project = projectAround(realpathSync(folder));
  const outside = placeOutside(path, project);
  if (outside === undefined) return;
  throw new CannotRun(
    `The helper ${shownPath(path, terminal)} would be at ${outside}, outside of the project ${project}; ` +
      'nothing was changed. Name a place in it with --helper.',
  );
}

/**
 * A package.json says what a package depends on, and so which of its functions are handlers. It also decides the form
 * of the helper and how it is imported. If an unreadable one counted as empty, no findings would look like no losses.
 *
 * @throws {CannotRun} when the package.json of a file is not JSON
 */
export function refuseUnreadablePackages(files: readonly string[], terminal: Terminal): void {
  const { packages, groups } = terminal.workspace;
  const places = [...new Set(files.map((path) => dirname(path)))].map((folder) => join(folder, 'any.js'));
  const owners = new Set(places.map((place) => packages.of(place).root));
  // The package.json of the workspace says which packages belong together.
  const roots = new Set([...owners, ...[...owners].map((root) => groups.of(join(root, 'any.js')).root)]);
  for (const root of roots) {
    const fault = manifestFault(root);
    if (fault !== undefined)
      throw new CannotRun(
        `${shownPath(join(root, 'package.json'), terminal)} ${fault}, so the dependencies of the package ` +
          'are unknown; nothing was changed. Fix it and run this again.',
      );
  }
}

/**
 * Git can restore what is committed. Only the files about to be written matter.
 *
 * @throws {CannotRun} naming the files with uncommitted changes
 */
export function refuseDirtyFiles({ changes }: Migration, terminal: Terminal): void {
  const byWorkTree = new Map<string, string[]>();
  const workTrees = new Map<string, string | undefined>();
  for (const { path, before } of changes) {
    if (before === undefined) continue;
    const folder = dirname(path);
    if (!workTrees.has(folder)) workTrees.set(folder, workTreeOf(folder));
    const workTree = workTrees.get(folder);
    if (workTree !== undefined) addTo(byWorkTree, workTree, path);
  }
  const dirty = [...byWorkTree].flatMap(([workTree, paths]) => dirtyFiles(workTree, paths));
  if (dirty.length === 0) return;
  const names = dirty.slice(0, SHOWN_NAMES).map((path) => shownPath(path, terminal));
  if (dirty.length > SHOWN_NAMES) names.push('…');
  throw new CannotRun(
    `${counted(dirty.length, 'file')} that would be written ${dirty.length === 1 ? 'has' : 'have'} ` +
      `uncommitted changes (${names.join(', ')}); nothing was changed. Commit or stash them, or use --force.`,
  );
}
