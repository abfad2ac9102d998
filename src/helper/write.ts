import { accessSync, constants, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TrackerHome } from './home.ts';
import { statOf } from '../project/stat.ts';
import { writeDraft } from '../project/draft.ts';

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
