import { dirname, join } from 'node:path';
import type { Evaluation } from '../values/evaluation.ts';
import { recognitionOf } from '../handlers/evaluation.ts';
import { mayHoldHandlers } from '../handlers/prefilter.ts';
import { perText } from '../project/per-text.ts';
import { perUnit } from '../values/per-evaluation.ts';
import { isServing } from './phase.ts';

/** What a text may import by a path: the quoted strings with a slash. */
const pathsQuoted = perText((text) =>
  [...text.matchAll(/['"`]([^'"`\s]+)['"`]/g)].flatMap(([, quoted]) =>
    quoted?.includes('/') === true ? [quoted] : [],
  ),
);

/**
 * Whether a server runs a file: because of its path in the package, or because a served file imports it from any folder
 * (a server may offer the files in `samples/` to its users).
 */
function isServed(path: string, evaluation: Evaluation): boolean {
  return isServing(path, evaluation) || servedIn(evaluation.workspace.listings.unitOf(path), evaluation).has(path);
}

/** Whether a file may hold handlers that a server runs. A call graph begins with the handlers of these files. */
export function mayHoldRoots(path: string, evaluation: Evaluation): boolean {
  const { files } = evaluation.workspace;
  return isServed(path, evaluation) && mayHoldHandlers(path, files.textAt(path), recognitionOf(evaluation));
}

/** The files that served files import, although their paths suggest that no server runs them. */
const servedIn = perUnit((unit, evaluation): ReadonlySet<string> => {
  const { workspace, resolver } = evaluation;
  const files = workspace.listings.filesOf(unit);
  const candidates = new Set([...files].filter((path) => !isServing(path, evaluation)));
  const served = new Set<string>();
  if (candidates.size === 0) return served;
  const tails = new Set([...candidates].flatMap((path) => tailsOf(path)));
  const importing = [...files].filter((path) => !candidates.has(path));
  // This also visits the files that are added on the way.
  for (const path of importing) {
    for (const specifier of pathsQuoted(path, workspace)) {
      const place = specifier.startsWith('.') ? join(dirname(path), specifier) : specifier;
      if (!tailsOf(place).some((tail) => tails.has(tail))) continue;
      const resolved = resolver.resolve(specifier, path);
      if (resolved === undefined || 'module' in resolved) continue;
      if (!candidates.has(resolved.file) || served.has(resolved.file)) continue;
      served.add(resolved.file);
      importing.push(resolved.file);
    }
  }
  return served;
});

/**
 * The last two parts of a path without its extension; for an `index` file, also those of its folder. They exclude most
 * imports without resolving them.
 */
function tailsOf(path: string): string[] {
  const bare = path.replaceAll('\\', '/').replace(/\.[cm]?[jt]sx?$/, '');
  const ends = [bare, ...(bare.endsWith('/index') ? [bare.slice(0, -'/index'.length)] : [])];
  return ends.map((end) => end.split('/').slice(-2).join('/'));
}
