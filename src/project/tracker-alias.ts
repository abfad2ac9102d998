import { dirname, extname, posix, relative, resolve, sep } from 'node:path';
import { createPathsMatcher, getTsconfig } from 'get-tsconfig';
import type { Source } from '../syntax/source.ts';
import type { TrackerHome } from './tracker-home.ts';
import { escaped } from '../syntax/escape.ts';

/**
 * The tsconfig alias by which a file would import the tracker: `@/lib/fire-task`. Only where the file imports others by that alias already
 * and the tracker lies in another folder; undefined otherwise.
 */
export function trackerAlias({ path: home }: TrackerHome, { path, text }: Source): string | undefined {
  if (!relative(dirname(path), home).startsWith('..')) return undefined;
  try {
    const found = getTsconfig(dirname(path));
    const matches = found === null ? null : createPathsMatcher(found);
    if (found === null || matches === null) return undefined;
    for (const [pattern, targets] of Object.entries(found.config.compilerOptions?.paths ?? {})) {
      const prefix = pattern.endsWith('*') ? pattern.slice(0, -1) : '';
      const endings = prefix === '' ? [] : endingsAfter(prefix, text);
      if (endings.length === 0) continue;
      for (const target of targets) {
        const folder = resolve(dirname(found.path), found.config.compilerOptions?.baseUrl ?? '.', target.replace(/\*$/, ''));
        const below = relative(folder, home).split(sep).join('/');
        if (!target.endsWith('*') || below.startsWith('..')) continue;
        const specifier = prefix + withEnding(below, endings);
        if (matches(specifier).some((candidate) => withoutExtension(candidate) === withoutExtension(home))) return specifier;
      }
    }
  } catch {
    // What the tsconfig extends is not installed.
  }
  return undefined;
}

/** The endings that the file writes after an alias; '' for none. */
function endingsAfter(prefix: string, text: string): string[] {
  return [...text.matchAll(new RegExp(`(?:from|import|import\\(|require\\()\\s*['"]${escaped(prefix)}([^'"]+)['"]`, 'g'))].map(([, rest = '']) => extname(rest));
}

function withEnding(path: string, endings: readonly string[]): string {
  const own = extname(path);
  const compiled = own.replace('ts', 'js');
  const ending = endings.some((written) => /^\.[cm]?tsx?$/.test(written)) ? own : endings.some((written) => /^\.[cm]?jsx?$/.test(written)) || compiled !== '.js' ? compiled : '';
  return posix.normalize(withoutExtension(path) + ending);
}

/** A path of code without its ending. */
export function withoutExtension(path: string): string {
  return path.replace(/\.[cm]?[jt]s$/, '');
}
