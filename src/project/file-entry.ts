import { readFileSync } from 'node:fs';
import type { ParseFailure } from '../syntax/parse.ts';
import type { Source } from '../syntax/source.ts';
import { digestOf } from './cache/cache-file.ts';
import { statOf } from './stat.ts';

/** A file as an earlier process saw it: its path, stamp, the digest of its text, and whether that parses, if known. */
export type SavedFile = readonly [path: string, stamp: string, digest: string | null, parses: boolean | null];

const MISSING = 'none';

/** Differs whenever a file has changed, even if a tool gives every file the same time: nothing sets that of the change. */
export function stampAt(path: string): string {
  const stat = statOf(path);
  return stat?.isFile() === true ? [stat.mtimeMs, stat.ctimeMs, stat.size].join(':') : MISSING;
}

/** What is known about one version of a file. */
export class Entry {
  readonly stamp: string;
  /** Parsed on demand; dropped when there are too many trees. */
  result?: Source | ParseFailure | undefined;
  /** Whether the text is known to parse, with or without a tree. */
  parses?: boolean | undefined;
  checkedAt: number;
  readonly #path: string;
  #text: { readonly value: string | undefined } | undefined;
  #digest: string | undefined;

  constructor(path: string, stamp: string, checkedAt: number) {
    this.#path = path;
    this.stamp = stamp;
    this.checkedAt = checkedAt;
    if (stamp === MISSING) this.#text = { value: undefined };
  }

  /** Read on demand; undefined if the file is missing or cannot be read. */
  get text(): string | undefined {
    this.#text ??= { value: read(this.#path) };
    return this.#text.value;
  }

  /** Of the text; undefined if there is none. */
  get digest(): string | undefined {
    if (this.#digest === undefined && this.text !== undefined) this.#digest = digestOf(this.text);
    return this.#digest;
  }

  /** Takes over what an earlier process found out about the same text. */
  remember(digest: string | null, parses: boolean | null): void {
    this.#digest = digest ?? undefined;
    this.parses ??= parses ?? undefined;
  }

  saved(path: string): SavedFile {
    return [path, this.stamp, this.digest ?? null, this.parses ?? null];
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
