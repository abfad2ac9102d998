import type { Source } from '../syntax/source.ts';
import type { Changes } from './changes.ts';
import type { Freshness } from './freshness.ts';
import type { Trees } from './trees.ts';
import type { SavedFile } from './file-entry.ts';
import { isParsed, isParseFailure, parse } from '../syntax/parse.ts';
import { digestOf } from './cache/cache-file.ts';
import { isTooLargeToFollow } from './bundle.ts';
import { Entry, stampAt } from './file-entry.ts';
import { freshFor } from './freshness.ts';

/**
 * How long a checked file counts as unchanged: a lint run asks for the same file thousands of times. The time is a
 * millisecond per known file, within these bounds, so that an editor does not check thousands of files with every
 * keystroke.
 */
const FRESH_MS = { least: 500, most: 3_000 };

/** Files by path. Each is read and parsed once, and again when it changes. */
export class Files {
  readonly #changes: Changes;
  readonly #freshness: Freshness;
  readonly #trees: Trees;
  readonly #entries = new Map<string, Entry>();
  #open: Source | undefined;
  #checkedAt = Date.now();
  #checkedForMs = freshFor(0);

  constructor(changes: Changes, freshness: Freshness, trees: Trees) {
    this.#changes = changes;
    this.#freshness = freshness;
    this.#trees = trees;
  }

  /** Forgets every file, so that each is read again on demand. */
  forget(): void {
    for (const entry of this.#entries.values()) this.#trees.drop(entry);
    this.#entries.clear();
    this.#open = undefined;
    this.#changes.note();
  }

  /**
   * Makes `source` the content of its path, because an editor's buffer may be newer than the disk. If its text equals
   * that on the disk, the parsed copy stays, with everything derived from it.
   */
  open(source: Source): void {
    const { path, text } = source;
    if (this.#open?.path === path && this.#open.text === text) return;
    const before = this.#open;
    this.#open = undefined;
    if (before !== undefined) {
      // A user who opens another file has often just saved the previous one.
      const left = this.#entries.get(before.path);
      if (left !== undefined && before.path !== path) left.checkedAt = 0;
      // The text on the disk counts again.
      if (before.text !== this.#bodyAt(before.path)) this.#changes.note(before.path);
    }
    if (this.#bodyAt(path) === text) return;
    this.#open = source;
    if (before?.path !== path) this.#changes.note(path);
  }

  /** The text of a file on the disk, without its byte order mark. */
  #bodyAt(path: string): string | undefined {
    return this.#entryAt(path).text?.replace(/^\uFEFF/, '');
  }

  /**
   * The file at an absolute path, parsed once, and again when it changes; undefined if it is missing or does not parse.
   */
  sourceAt(path: string): Source | undefined {
    this.#changes.reads.note(path);
    if (this.#open?.path === path) return this.#open;
    const entry = this.#entryAt(path);
    if (entry.text === undefined) return undefined;
    entry.result ??= parse(path, entry.text);
    entry.parses = !isParseFailure(entry.result);
    this.#trees.use(entry);
    return isParseFailure(entry.result) ? undefined : entry.result;
  }

  /** Whether the file on the disk parses. If it has no tree, only its syntax is checked. */
  parses(path: string): boolean {
    const entry = this.#entryAt(path);
    return entry.text !== undefined && (entry.parses ??= isParsed(path, entry.text));
  }

  /** Like `sourceAt`, unless it is a bundle: its tree alone may take a gigabyte, and nobody wrote its calls. */
  followed(path: string): Source | undefined {
    const text = this.textAt(path);
    return text === undefined || isTooLargeToFollow(path, text) ? undefined : this.sourceAt(path);
  }

  /** The source of a file if its tree exists and has this text. */
  keptSource(path: string, text: string): Source | undefined {
    const entry = this.#entries.get(path);
    if (entry?.result === undefined || isParseFailure(entry.result) || entry.result.text !== text) return undefined;
    this.#trees.use(entry);
    return entry.result;
  }

  /** The text of the file at an absolute path, without parsing; undefined if it is missing or cannot be read. */
  textAt(path: string): string | undefined {
    this.#changes.reads.note(path);
    return this.#open?.path === path ? this.#open.text : this.#entryAt(path).text;
  }

  /**
   * Looks at the disk again for every known file, unless that was done just now: a result may depend on a file that
   * nobody asks for while the result is known. Returns whether it looked.
   */
  checkAll(): boolean {
    if (this.#freshness.isFresh(this.#checkedAt, this.#checkedForMs)) return false;
    const start = Date.now();
    for (const path of this.#entries.keys()) this.#entryAt(path);
    this.#checkedAt = Date.now();
    this.#checkedForMs = freshFor(this.#checkedAt - start);
    return true;
  }

  /** What was read so far, so that another process can tell which files have changed since; see `isAsSaved`. */
  saved(): SavedFile[] {
    return [...this.#entries].map(([path, entry]) => entry.saved(path));
  }

  /** Whether a file still has the text that an earlier process saw. The file is only read if its time has changed. */
  isAsSaved([path, stamp, digest, parses]: SavedFile): boolean {
    if (this.#open?.path === path) return digestOf(this.#open.text) === digest;
    const entry = this.#entryAt(path);
    const isSame = entry.stamp === stamp || (entry.digest ?? null) === digest;
    if (isSame) entry.remember(digest, parses);
    return isSame;
  }

  /** Whether an editor's buffer replaces the text of a file on the disk. */
  get hasUnsaved(): boolean {
    return this.#open !== undefined;
  }

  get #freshMs(): number {
    return Math.min(Math.max(FRESH_MS.least, this.#entries.size), FRESH_MS.most);
  }

  #entryAt(path: string): Entry {
    const known = this.#entries.get(path);
    if (known !== undefined && this.#freshness.isFresh(known.checkedAt, this.#freshMs)) return known;
    const now = Date.now();
    const stamp = stampAt(path);
    if (known?.stamp === stamp) {
      known.checkedAt = now;
      return known;
    }
    if (known !== undefined) {
      this.#trees.drop(known);
      this.#changes.note(path);
    }
    const entry = new Entry(path, stamp, now);
    this.#entries.set(path, entry);
    return entry;
  }
}
