import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { statOf } from '../stat.ts';

/** Stands for the project's folder in a cache file, so that the file is valid wherever the project lies. */
const ROOT = '\u0001';
/** A cache file that was not written for thirty days is removed. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Reads a cache file.
 *
 * @param root - the folder that its paths are relative to
 * @returns the stored value; undefined if there is none, or if the file was not written completely
 */
export function readCache(file: string, root: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== digestOf(body)) return undefined;
  return JSON.parse(body.replaceAll(ROOT, () => inJson(root)));
}

/**
 * Writes a cache file. Other processes see either the whole new file or the old one. If it can't be written, for
 * example to a read-only disk, nothing happens: the next run only takes longer.
 *
 * @param value - is stored as JSON
 */
export function writeCache(file: string, root: string, value: unknown): void {
  const draft = `${file}.${Math.random().toString(36).slice(2)}`;
  try {
    // No text is longer than half a gigabyte.
    const body = JSON.stringify(value).replaceAll(inJson(root), ROOT);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, `${digestOf(body)}\n${body}`);
    renameSync(draft, file);
    removeOld(dirname(file));
  } catch {
    remove(draft);
  }
}

/** Removes what other versions, other settings and killed processes have left behind. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (Date.now() - (statOf(file)?.mtimeMs ?? Infinity) > KEPT_MS) remove(file);
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Its folder is a file.
  }
}

/** A short digest of a text, to tell whether it changed. */
export function digestOf(text: string): string {
  return hash('sha1', text, 'base64url');
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
