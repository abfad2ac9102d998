import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Listing } from './package-files.ts';
import { isPackage } from './manifest.ts';

/** The code files of a package that came and those that went, by absolute paths. */
export interface Comings {
  readonly came: readonly string[];
  readonly went: readonly string[];
}

/**
 * An artificial place for which files there are in a unit, or directly in a folder: for answers that depend on more
 * than the files that they read.
 */
export function placeOfFiles(folder: string): string {
  return `${folder}#files`;
}

/** These places of some units, and of the folders in which files came or went. */
export function placesChanged(units: readonly string[], { came, went }: Comings): ReadonlySet<string> {
  const folders = [...came, ...went].map((path) => dirname(path));
  return new Set(folders.length === 0 ? [] : [...units, ...folders].map(placeOfFiles));
}

/** What must be remembered of a listing in order to tell what has changed since. */
export interface FormerListing {
  readonly files: ReadonlySet<string>;
  /** The paths of the files left out. */
  readonly leftOut: Iterable<string>;
}

/**
 * The files that came to a package and went since it was listed before. Undefined if something else may have changed
 * with them, so that nothing that is known about the package can be relied on: which files are left out, which package
 * a file belongs to, or, without a manifest, what the package depends on.
 *
 * @param unit - the argument of `Listings.filesOf`
 */
export function comingsSince(before: FormerListing, { files, leftOut }: Listing, unit: string): Comings | undefined {
  const leftBefore = new Set(before.leftOut);
  if (leftBefore.size !== leftOut.size || [...leftOut.keys()].some((path) => !leftBefore.has(path))) return undefined;
  const came = [...files].filter((path) => !before.files.has(path));
  const went = [...before.files].filter((path) => !files.has(path));
  if (came.length === 0 && went.length === 0) return { came, went };
  return isPackage(unit) && !went.some((path) => existsSync(path)) ? { came, went } : undefined;
}
