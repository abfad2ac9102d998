import { readFileSync, statSync } from 'node:fs';
import type { ParseFailure } from '../syntax/parse.ts';
import type { Source } from '../syntax/source.ts';
import { isParseFailure, parse } from '../syntax/parse.ts';
import { noteChange, noteRead } from './changes.ts';
import { isFresh } from './still.ts';
import { dropTree, useTree } from './trees.ts';

interface Entry {
  readonly stamp: string;
  /** Undefined for a file that is missing or cannot be read. */
  readonly text: string | undefined;
  /** Parsed when the tree is asked for; let go where there are too many. */
  result?: Source | ParseFailure | undefined;
  checkedAt: number;
}

/**
 * How long a file that was looked at is taken as unchanged: one lint run asks for the same file thousands of times.
 * Where there are many files,
 * an editor does not look at all of them with every key: it takes a millisecond longer for each, up to three seconds.
 */
const FRESH_MS = { least: 500, most: 3_000 };

const entries = new Map<string, Entry>();
let open: Source | undefined;

/** Reads every file anew at the next question. */
export function forgetFiles(): void {
  for (const entry of entries.values()) dropTree(entry);
  entries.clear();
  open = undefined;
  noteChange();
}

/**
 * Makes `source` the answer for its own path, as an editor's buffer is ahead of the disk.
 * When its text is that of the disk, the parsed copy stays, and with it all that was derived from it.
 */
export function openSource(source: Source): void {
  const { path, text } = source;
  if (open?.path === path && open.text === text) return;
  const before = open;
  open = undefined;
  if (before !== undefined) {
    // Who goes to another file has often just saved the one.
    const left = entries.get(before.path);
    if (left !== undefined && before.path !== path) left.checkedAt = 0;
    // What stands on the disk is the answer again.
    if (before.text !== bodyAt(before.path)) noteChange(before.path);
  }
  if (bodyAt(path) === text) return;
  open = source;
  if (before?.path !== path) noteChange(path);
}

/** The text of a file on the disk, as a source has it. */
function bodyAt(path: string): string | undefined {
  return entryAt(path).text?.replace(/^\uFEFF/, '');
}

/**
 * The file at an absolute path, parsed once and again when it changes; undefined when it is missing or does not parse.
 */
export function sourceAt(path: string): Source | undefined {
  if (open?.path === path) return open;
  const entry = entryAt(path);
  if (entry.text === undefined) return undefined;
  entry.result ??= parse(path, entry.text);
  useTree(entry);
  return isParseFailure(entry.result) ? undefined : entry.result;
}

/** The same for a file that code of the file `reader` is followed into. */
export function sourceFor(reader: string, path: string): Source | undefined {
  noteRead(reader, path);
  return sourceAt(path);
}

/** The source of a file whose tree is there already, if it was made of this text. */
export function keptSource(path: string, text: string): Source | undefined {
  const entry = entries.get(path);
  if (entry?.result === undefined || isParseFailure(entry.result) || entry.result.text !== text) return undefined;
  useTree(entry);
  return entry.result;
}

/** The text of the file at an absolute path, without parsing it. */
export function textAt(path: string): string | undefined {
  return open?.path === path ? open.text : entryAt(path).text;
}

function entryAt(path: string): Entry {
  const known = entries.get(path);
  if (known !== undefined && isFresh(known.checkedAt, Math.min(Math.max(FRESH_MS.least, entries.size), FRESH_MS.most)))
    return known;
  const now = Date.now();
  const stat = statSync(path, { throwIfNoEntry: false });
  const stamp = stat?.isFile() === true ? `${stat.mtimeMs.toString()}:${stat.size.toString()}` : 'none';
  if (known?.stamp === stamp) {
    known.checkedAt = now;
    return known;
  }
  if (known !== undefined) {
    dropTree(known);
    noteChange(path);
  }
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
