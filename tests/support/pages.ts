import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';

export const ROOT = join(import.meta.dirname, '../..');

/** Every page that people read, by its path from the root. */
export const PAGES: readonly string[] = globSync(['*.md', 'docs/**/*.md', 'examples/*/README.md', '.github/**/*.md'], {
  cwd: ROOT,
  dot: true,
  ignore: ['**/node_modules/**'],
}).sort();

/** A fenced block: ```` ```ts finding strict ````. */
export interface Fence {
  /** The page, by its path from the root. */
  readonly page: string;
  /** The number of its first line. */
  readonly line: number;
  /** The text of the nearest heading above it. */
  readonly heading: string;
  readonly language: string;
  /** The rest of the first line, after the language. */
  readonly words: string;
  readonly text: string;
}

export function textOf(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/**
 * The fenced blocks of a page, including indented ones.
 *
 * @throws {Error} if a block has no end
 */
export function fencesOf(page: string): Fence[] {
  const fences: Fence[] = [];
  let heading = '';
  let open: { first: string; line: number; mark: string; lines: string[] } | undefined;
  for (const [index, line] of textOf(page).split('\n').entries()) {
    const [, indent = '', mark = '', first = ''] = /^(\s*)(`{3,}|~{3,})\s*(.*)$/.exec(line) ?? [];
    if (open === undefined) {
      if (mark === '') heading = /^#+ (.+)$/.exec(line)?.[1] ?? heading;
      else open = { first, line: index + 1, mark: indent + mark, lines: [] };
    } else if (indent + mark === open.mark && first === '') {
      const [, language = '', words = ''] = /^(\S*)\s*(.*)$/.exec(open.first) ?? [];
      fences.push({
        page,
        line: open.line,
        heading,
        language,
        words,
        text: open.lines.map((each) => `${each}\n`).join(''),
      });
      open = undefined;
    } else open.lines.push(line);
  }
  if (open !== undefined) throw new Error(`${page}:${open.line} has a block without an end.`);
  return fences;
}
