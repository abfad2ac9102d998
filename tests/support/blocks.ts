import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A code block of a guide that is a file to write or a script to run. The words after the language in its first line
 * say which.
 */
export interface Block {
  readonly kind: 'file' | 'run';
  /** A path, or the name of a script. */
  readonly name: string;
  readonly text: string;
}

export interface Blocks {
  /** The text of the whole page, with its tables. */
  readonly prose: string;
  readonly all: readonly Block[];
  /** First lines of blocks that are neither. */
  readonly unnamed: readonly string[];
  file: (path: string) => string;
  script: (name: string) => string;
}

/** The code blocks of a page in docs/guides, or of the README, which tests write and run unchanged. */
export function blocksOf(page: string): Blocks {
  const text = readFileSync(
    join(import.meta.dirname, '../..', page === 'README.md' ? '.' : 'docs/guides', page),
    'utf8',
  );
  const all: Block[] = [];
  const unnamed: string[] = [];
  for (const [, first = '', code = ''] of text.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)) {
    const [, kind, name] = /^\w+ (file|run)=(\S+)$/.exec(first) ?? [];
    if (kind === undefined || name === undefined) unnamed.push(first);
    else all.push({ kind: kind as Block['kind'], name, text: code });
  }
  const named = (kind: Block['kind'], name: string): string => {
    const block = all.find((candidate) => candidate.kind === kind && candidate.name === name);
    if (block === undefined) throw new Error(`${page} has no block ${kind}=${name}.`);
    return block.text;
  };
  return { prose: text, all, unnamed, file: (path) => named('file', path), script: (name) => named('run', name) };
}
