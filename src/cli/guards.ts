import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Migration } from './migration.ts';
import type { Terminal } from './terminal.ts';
import { placeOutside, projectAround } from '../project/inside.ts';
import { manifestFault } from '../project/package.ts';
import { writeObstacle } from '../helper/home.ts';
import { addTo } from '../syntax/grouping.ts';
import { CannotRun } from './exit.ts';
import { dirtyFiles, workTreeOf } from './git.ts';
import { counted, shownPath } from './terminal.ts';

/** At most so many names go into a sentence. */
const SHOWN_NAMES = 5;

/**
 * Everything that could stop a write half-way is looked for before the first one.
 *
 * @throws {CannotRun} with the first thing that is in the way
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
 * The helper belongs to the project: a path with `..`, or a link in its way, must not have it written elsewhere.
 *
 * @param folder - one of the project's
 * @throws {CannotRun} when the place is outside
 */
export function refuseOutside({ path }: { readonly path: string }, folder: string, terminal: Terminal): void {
  // A folder that is a link is itself what is meant.
  const project = projectAround(realpathSync(folder));
  const outside = placeOutside(path, project);
  if (outside === undefined) return;
  throw new CannotRun(
    `The helper ${shownPath(path, terminal)} would be at ${outside}, outside of the project ${project}; ` +
      'nothing was changed. Name a place in it with --helper.',
  );
}

/**
 * What a package depends on, and so what is a handler in it, is said by its package.json; the form of the helper and
 * the way to it are, too. Read as empty it would give no findings, as if nothing were lost.
 *
 * @throws {CannotRun} when that of one of the files is not JSON
 */
export function refuseUnreadablePackages(files: readonly string[], terminal: Terminal): void {
  const { packages, groups } = terminal.workspace;
  const places = [...new Set(files.map((path) => dirname(path)))].map((folder) => join(folder, 'any.js'));
  const owners = new Set(places.map((place) => packages.of(place).root));
  // What belongs together is said by the package.json of the workspace.
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
 * What git holds can be had back; only the files that would be written matter.
 *
 * @throws {CannotRun} with the files that have other changes
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
