import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { namesIn } from './manifest.ts';

/**
 * The name of a draft: a new text is first written next to its file. The name includes the id of the writing process.
 */
const DRAFT = /^\..+\.(\d+)\.fire-task-draft$/;

/**
 * Writes the draft of a file, in full or not at all, and flushes it to the disk: a file renamed before a power failure
 * must not be empty.
 *
 * @returns the path of the draft, in the same folder
 * @throws {Error} from the file system; no draft remains
 */
export function writeDraft(path: string, text: string): string {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid.toString()}.fire-task-draft`);
  rmSync(draft, { force: true });
  // Never overwrites: an existing entry could be a link to somewhere else.
  const file = openSync(draft, 'wx');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
    closeSync(file);
  } catch (error) {
    closeQuietly(file);
    rmSync(draft, { force: true });
    throw error;
  }
  return draft;
}

/**
 * Replaces a file as a whole. Readers always find either the old text or the new one, even if the process is killed.
 * Mode and owner remain.
 *
 * @param before - the text that the file must still have, so that nobody's changes are overwritten
 * @throws {Error} from the file system, or with a few words when the file has changed; the file then stays as it was
 */
export function replaceFile(path: string, before: string, text: string): void {
  const draft = writeDraft(path, text);
  try {
    const { mode, uid, gid } = statSync(path);
    chmodSync(draft, mode);
    keepOwner(draft, uid, gid);
    // Only microseconds pass between this check and the renaming.
    if (readFileSync(path, 'utf8') !== before) throw new Error('it has changed meanwhile');
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Removes drafts that killed runs left in these folders. Drafts of running processes stay. */
export function clearDrafts(folders: Iterable<string>): void {
  for (const folder of new Set(folders)) {
    for (const name of namesIn(folder)) {
      const [, pid] = DRAFT.exec(name) ?? [];
      if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists and belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Only root may change a file's owner. Otherwise, the writing user becomes the owner. */
function keepOwner(draft: string, uid: number, gid: number): void {
  try {
    chownSync(draft, uid, gid);
  } catch {
    // The same happens in every editor that saves by renaming.
  }
}

function closeQuietly(file: number): void {
  try {
    closeSync(file);
  } catch {
    // The first error is the one to report.
  }
}
