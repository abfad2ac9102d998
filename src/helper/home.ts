import { join } from 'node:path';
import type { Package } from '../project/package.ts';
import type { Flavour } from './flavour.ts';
import type { TrackerForm } from './text.ts';
import type { Workspace } from '../project/workspace.ts';
import { statOf } from '../project/stat.ts';
import { flavourOf } from './flavour.ts';
import { formFor, formOf } from './form.ts';
import { flavourInHeader } from './injection.ts';
import { namesIn } from './names.ts';

/** Where a package keeps its tracker, or will get it. */
export interface TrackerHome {
  /** Absolute. */
  readonly path: string;
  readonly form: TrackerForm;
  readonly exists: boolean;
  /** The flavour in the header of an existing helper; otherwise the one the package needs. */
  readonly flavour: Flavour;
}

/** The tracker registers itself under this symbol, however its owner edits it. */
const MARK = "Symbol.for('fire-task@1')";

/**
 * The tracker of a package: an existing one, wherever the team moved it, or else the conventional place in `src/lib/`,
 * or in `lib/` if there is no `src`.
 *
 * @param asked - the user's choice of `helper`, an absolute path, and of `flavour`
 */
export function trackerHome(
  project: Package,
  workspace: Workspace,
  { helper, flavour }: TrackerOptions = {},
): TrackerHome {
  const place = placeOf(project, helper, workspace);
  const written = place.exists ? flavourInHeader(workspace.files.textAt(place.path) ?? '') : undefined;
  return { ...place, flavour: written ?? flavour ?? flavourOf(project, workspace) };
}

/** The user's options for the helper. */
export interface TrackerOptions {
  /** Absolute path; replaces the conventional place. */
  readonly helper?: string;
  readonly flavour?: Flavour;
}

function placeOf({ root }: Package, helper: string | undefined, workspace: Workspace): Omit<TrackerHome, 'flavour'> {
  if (helper !== undefined)
    return { path: helper, form: formOf(helper, workspace), exists: statOf(helper) !== undefined };
  const files = workspace.listings.filesOf(root);
  const { candidates, extension } = namesIn(files, workspace);
  for (const path of candidates) {
    if (isTrackerText(workspace.files.textAt(path) ?? '')) return { path, form: formOf(path, workspace), exists: true };
  }
  const folder = statOf(join(root, 'src'))?.isDirectory() === true ? join(root, 'src', 'lib') : join(root, 'lib');
  const path = join(folder, `fire-task${extension}`);
  return { path, form: formFor(path, files, workspace), exists: statOf(path)?.isFile() === true };
}

/** Whether a text is the tracker's, even if edited: it registers itself, or exports its own `fireTask`. */
export function isTrackerText(text: string): boolean {
  return (
    registersItself(text) ||
    /\bexport\b[^;{]+\bfireTask\b|\bexport\s*\{[^}]*\bfireTask\b|\bexports\b[^;]+\bfireTask\b/.test(text)
  );
}

/** Whether a text contains the tracker's registration; edits don't matter. */
export function registersItself(text: string): boolean {
  return text.includes('fire-task@1') && text.replaceAll('"', "'").includes(MARK);
}

/** Whether a different file has the helper's place. It must be neither overwritten nor imported. */
export function isTaken({ path, exists }: Pick<TrackerHome, 'path' | 'exists'>, workspace: Workspace): boolean {
  return exists && !isTrackerText(workspace.files.textAt(path) ?? '');
}
