import type { Ignore } from 'ignore';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ignore from 'ignore';
import { isFile } from '../project/manifest.ts';

interface Rules {
  /** The folder of the `.gitignore`; its patterns are relative to it. */
  readonly folder: string;
  readonly matcher: Ignore;
}

/**
 * The files below `folder`, absolute, sorted by name within a folder: those that `git ls-files` would list in a
 * repository. Links are not followed, so nothing outside is reached and there are no loops. A folder that cannot be
 * read counts as empty.
 *
 * @param skips - whether to leave out a folder with this name, and everything below it
 */
export function walkFiles(folder: string, skips: (name: string) => boolean): string[] {
  const found: string[] = [];
  visit(folder, [], skips, found);
  return found;
}

function visit(folder: string, above: readonly Rules[], skips: (name: string) => boolean, found: string[]): void {
  const rules = [...above, ...rulesOf(folder)];
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skips(entry.name) && !isIgnored(path, true, rules)) visit(path, rules, skips, found);
    } else if (entry.isFile() && !isIgnored(path, false, rules)) found.push(path);
  }
}

function entriesOf(folder: string): ReturnType<typeof readSorted> {
  try {
    return readSorted(folder);
  } catch {
    return [];
  }
}

function readSorted(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function rulesOf(folder: string): Rules[] {
  const file = join(folder, '.gitignore');
  // A folder named `.gitignore` has no rules, and reading a pipe would never end.
  return isFile(file) ? [{ folder, matcher: ignore().add(readFileSync(file, 'utf8')) }] : [];
}

/** As in git, the nearest `.gitignore` with a matching pattern decides. */
function isIgnored(path: string, isFolder: boolean, rules: readonly Rules[]): boolean {
  for (const { folder, matcher } of rules.toReversed()) {
    const name = relative(folder, path).split(sep).join('/');
    const { ignored, unignored } = matcher.test(isFolder ? `${name}/` : name);
    if (ignored || unignored) return ignored;
  }
  return false;
}
