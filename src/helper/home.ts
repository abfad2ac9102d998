import type { Stats } from 'node:fs';
import { accessSync, constants, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Package } from '../project/package.ts';
import type { Flavour } from './flavour.ts';
import type { TrackerForm } from './text.ts';
import type { Workspace } from '../project/workspace.ts';
import { writeDraft } from '../project/draft.ts';
import { flavourOf } from './flavour.ts';
import { ASIDE, formFor, formOf } from './form.ts';
import { flavourInHeader } from './injection.ts';
import { perWorkspace } from '../project/workspace.ts';

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

const FILE = /^fire-task\.[cm]?[jt]s$/;

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

/** What a package's file names tell about the helper. */
export interface Names {
  /** Files named like the tracker. */
  readonly candidates: readonly string[];
  /** The extension for a new tracker. */
  readonly extension: string;
}

const namesByFiles = perWorkspace(() => new WeakMap<ReadonlySet<string>, Names>());

/** Asked for each file of a package, but determined once per listing. */
function namesIn(files: ReadonlySet<string>, workspace: Workspace): Names {
  const names = namesByFiles(workspace);
  let known = names.get(files);
  if (known === undefined) {
    known = { candidates: [...files].filter((path) => FILE.test(basename(path))), extension: extensionFor(files) };
    names.set(files, known);
  }
  return known;
}

/** TypeScript if at least half of the package is; `.mjs` or another special extension if all files have it. */
function extensionFor(files: ReadonlySet<string>): string {
  const extensions = [...files].filter((path) => !ASIDE.test(basename(path))).map((path) => extname(path));
  const [first] = extensions;
  const isSpecial =
    first !== undefined && /^\.[cm][jt]s$/.test(first) && extensions.every((extension) => extension === first);
  if (isSpecial) return first;
  const typescript = extensions.filter((extension) => /^\.[cm]?tsx?$/.test(extension));
  return typescript.length > 0 && typescript.length * 2 >= extensions.length ? '.ts' : '.js';
}

/**
 * Writes the tracker, in full or not at all. An existing file stays.
 *
 * @returns whether it was written
 * @throws {Error} from the file system
 */
export function writeTracker(home: Pick<TrackerHome, 'path'>, text: string): boolean {
  mkdirSync(dirname(home.path), { recursive: true });
  const draft = writeDraft(home.path, text);
  try {
    linkSync(draft, home.path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    // The file system does not support links.
    writeFileSync(home.path, readFileSync(draft), { flag: 'wx' });
    return true;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Why `path` cannot be written, worded as the end of a sentence; undefined if it can. Missing folders can be created
 * below the first existing one. An existing file is replaced as a whole, which also requires write access to its
 * folder.
 */
export function writeObstacle(path: string): string | undefined {
  const stat = statOf(path);
  if (stat?.isFile() === true) return unwritable(path) ?? unwritable(dirname(path));
  if (stat !== undefined) return `${path} is not a file`;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const above = statOf(folder);
    if (above !== undefined) return above.isDirectory() ? unwritable(folder) : `${folder} is not a folder`;
    if (dirname(folder) === folder) return `${folder} does not exist`;
  }
}

function unwritable(path: string): string | undefined {
  try {
    accessSync(path, constants.W_OK);
    return undefined;
  } catch {
    return `${path} is not writable`;
  }
}

/** `statSync` throws for a path below a file; it counts as missing. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
