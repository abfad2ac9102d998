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

/** A new text is written beside its place first; whose process writes it is in the name. */
const DRAFT = /^\..+\.(\d+)\.fire-task-draft$/;

/**
 * Writes the draft of a file, whole or not at all, and has it on the disk: after a power cut a renamed file must not be
 * empty.
 *
 * @returns the path of the draft, in the same folder
 * @throws {Error} of the file system; there is no draft then
 */
export function writeDraft(path: string, text: string): string {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid.toString()}.fire-task-draft`);
  rmSync(draft, { force: true });
  // Not over something that is there: it could be a link that leads elsewhere.
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
 * Replaces a file as a whole: whoever reads it, and whatever ends the process, finds the old text or the new one. Mode
 * and owner stay.
 *
 * @param before - what the file must still hold: whoever has changed it meanwhile keeps what they wrote
 * @throws {Error} of the file system, or with a few words when the file has changed; it is as it was
 */
export function replaceFile(path: string, before: string, text: string): void {
  const draft = writeDraft(path, text);
  try {
    const { mode, uid, gid } = statSync(path);
    chmodSync(draft, mode);
    keepOwner(draft, uid, gid);
    // Between this look and the renaming lie microseconds.
    if (readFileSync(path, 'utf8') !== before) throw new Error('it has changed meanwhile');
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Clears away what killed runs left in these folders: drafts of processes that are no more. */
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
    // Another user's process may not be asked.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Only root may give files away; whoever else writes a file of another's becomes its owner. */
function keepOwner(draft: string, uid: number, gid: number): void {
  try {
    chownSync(draft, uid, gid);
  } catch {
    // As every editor that saves by renaming.
  }
}

function closeQuietly(file: number): void {
  try {
    closeSync(file);
  } catch {
    // What went wrong before is what is said.
  }
}
