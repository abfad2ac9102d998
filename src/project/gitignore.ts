import type { Ignore } from 'ignore';
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isFile, readText } from './manifest.ts';

/** The patterns of one `.gitignore`. */
interface Rules {
  /** What leads from its folder to the root, with `/`, where it is above that; else empty. */
  readonly above: string;
  /** Where its folder is below the root, with `/` at the end; else empty. */
  readonly below: string;
  readonly matcher: Ignore;
}

/**
 * Whether git ignores files below `root`, by its `.gitignore`, those below it and those above it in its repository.
 *
 * @param nested - the ones below the root, as paths from there with `/`
 * @returns for a path from the root, with `/`; the nearest `.gitignore` that says something decides, as in git
 */
export function ignoredIn(root: string, nested: readonly string[]): (path: string) => boolean {
  const ignore = createRequire(import.meta.url)('ignore') as typeof import('ignore');
  const read = (file: string): Ignore => ignore().add(readText(file) ?? '');
  const rules: Rules[] = foldersAbove(root).map(({ folder, above }) => ({
    above,
    below: '',
    matcher: read(join(folder, '.gitignore')),
  }));
  // A package that is ignored as a whole, and looked at all the same, is asked for by itself.
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

/** The folders from the top of the repository down to `root` that have a `.gitignore`. */
function foldersAbove(root: string): { folder: string; above: string }[] {
  const found: { folder: string; above: string }[] = [];
  let above = '';
  for (let at = root; ; at = dirname(at)) {
    if (isFile(join(at, '.gitignore'))) found.push({ folder: at, above });
    if (existsSync(join(at, '.git')) || at === dirname(at)) return found.reverse();
    above = `${basename(at)}/${above}`;
  }
}
