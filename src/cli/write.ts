import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file as a whole: whoever reads it, and whatever ends the process, finds the old text or the new one. Keeps the mode of the file.
 *
 * @throws {Error} of the file system; the file is as it was
 */
export function replaceFile(path: string, text: string): void {
  // The same at each run, so that the next one clears away what a killed one left.
  const draft = join(dirname(path), `.${basename(path)}.fire-task-draft`);
  try {
    const file = openSync(draft, 'w');
    try {
      writeFileSync(file, text);
      // A power cut after the renaming must not leave an empty file.
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    chmodSync(draft, statSync(path).mode);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
