import { readFileSync, statSync } from 'node:fs';
import type { ParseFailure } from '../syntax/parse.ts';
import type { Source } from '../syntax/source.ts';
import { isParseFailure, parse } from '../syntax/parse.ts';

interface Entry {
  readonly stamp: string;
  /** Undefined for a file that is missing or cannot be read. */
  readonly text: string | undefined;
  /** Parsed at the first question for the tree. */
  result?: Source | ParseFailure;
  checkedAt: number;
}

/** How long a file that was looked at is taken as unchanged: one lint run asks for the same file thousands of times. */
const FRESH_MS = 500;

const entries = new Map<string, Entry>();
let open: Source | undefined;
let generation = 0;

/** Changes whenever a file that was read before turns out to be different; what was derived from other files is stale then. */
export function currentGeneration(): number {
  return generation;
}

/** Says that something other than a known file's text has changed: files came or went. */
export function noteChange(): void {
  generation += 1;
}

/** Reads every file anew at the next question. */
export function forgetFiles(): void {
  entries.clear();
  open = undefined;
  generation += 1;
}

/**
 * Makes `source` the answer for its own path, as an editor's buffer is ahead of the disk.
 * When its text is that of the disk, the parsed copy stays, and with it all that was derived from it.
 */
export function openSource(source: Source): void {
  const known = sourceAt(source.path);
  if (known?.text === source.text) {
    if (open?.path === source.path) {
      if (open.text !== source.text) generation += 1;
      open = undefined;
    }
    return;
  }
  if (open?.path === source.path && open.text === source.text) return;
  open = source;
  generation += 1;
}

/** The file at an absolute path, parsed once and again when it changes; undefined when it is missing or does not parse. */
export function sourceAt(path: string): Source | undefined {
  if (open?.path === path) return open;
  const entry = entryAt(path);
  if (entry.text === undefined) return undefined;
  entry.result ??= parse(path, entry.text);
  return isParseFailure(entry.result) ? undefined : entry.result;
}

/** The text of the file at an absolute path, without parsing it. */
export function textAt(path: string): string | undefined {
  return open?.path === path ? open.text : entryAt(path).text;
}

function entryAt(path: string): Entry {
  const now = Date.now();
  const known = entries.get(path);
  if (known !== undefined && now - known.checkedAt < FRESH_MS) return known;
  const stat = statSync(path, { throwIfNoEntry: false });
  const stamp = stat?.isFile() === true ? `${stat.mtimeMs.toString()}:${stat.size.toString()}` : 'none';
  if (known?.stamp === stamp) {
    known.checkedAt = now;
    return known;
  }
  if (known !== undefined) generation += 1;
  const entry: Entry = { stamp, text: stamp === 'none' ? undefined : read(path), checkedAt: now };
  entries.set(path, entry);
  return entry;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
