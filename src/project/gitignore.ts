import type { Ignore } from 'ignore';
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isFile, readText } from './manifest.ts';

/** The patterns of one `.gitignore`. */
interface Rules {
  /** For a folder above the root: the path from there to the root, with `/`; otherwise empty. */
  readonly above: string;
  /** For a folder below the root: its path from there, with a final `/`; otherwise empty. */
  readonly below: string;
  readonly matcher: Ignore;
}

/**
 * Whether git ignores files below `root`, by its `.gitignore`, those below it, and those above it in the repository.
 *
 * @param nested - those below the root, as paths from there with `/`
 * @returns a function for paths from the root, with `/`; as in git, the nearest `.gitignore` with a matching pattern
 *   decides
 */
export function ignoredIn(root: string, nested: readonly string[]): (path: string) => boolean {
  const ignore = createRequire(import.meta.url)('ignore') as typeof import('ignore');
  const read = (file: string): Ignore => ignore().add(readText(file) ?? '');
  const rules: Rules[] = foldersAbove(root).map(({ folder, above }) => ({
    above,
    below: '',
    matcher: read(join(folder, '.gitignore')),
  }));
  // If an ignored package is analyzed, somebody asked for it. The `.gitignore` that ignores all of it does not count.
  const kept = rules.filter(({ above, matcher }) => above === '' || !matcher.ignores(above));
  for (const path of [...nested].sort())
    kept.push({ above: '', below: path.slice(0, -'.gitignore'.length), matcher: read(join(root, path)) });
  kept.reverse();
  return (path) => {
    for (const { above, below, matcher } of kept) {
      if (!path.startsWith(below)) continue;
      const { ignored, unignored } = matcher.test(above + path.slice(below.length));
      if (ignored || unignored) return ignored;
    }
    return false;
  };
}

/** Where a `.gitignore` decides about files below `root`, apart from those below it. None of them need exist. */
export function gitignoresAbove(root: string): string[] {
  const above = dirname(root);
  const paths = [join(root, '.gitignore')];
  return existsSync(join(root, '.git')) || above === root ? paths : [...paths, ...gitignoresAbove(above)];
}

/** The folders with a `.gitignore`, from the top of the repository down to `root`. */
function foldersAbove(root: string): { folder: string; above: string }[] {
  const found: { folder: string; above: string }[] = [];
  let above = '';
  for (let at = root; ; at = dirname(at)) {
    if (isFile(join(at, '.gitignore'))) found.push({ folder: at, above });
    if (existsSync(join(at, '.git')) || at === dirname(at)) return found.reverse();
    above = `${basename(at)}/${above}`;
  }
}
