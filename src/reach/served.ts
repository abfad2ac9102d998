import { dirname, join } from 'node:path';
import type { Evaluation } from '../values/evaluation.ts';
import { perWorkspace } from '../project/workspace.ts';
import { isServing } from './phase.ts';

interface Known {
  readonly generation: number;
  readonly files: ReadonlySet<string>;
  readonly served: ReadonlySet<string>;
}

const knownOf = perWorkspace(() => new Map<Evaluation, Map<string, Known>>());
const QUOTED = /['"`]([^'"`\s]+)['"`]/g;

/**
 * Whether a server runs a file: by its place in the package, or because a file that is run imports it, whatever folder it
 * lies in (`samples/` of a server whose product they are).
 */
export function isServed(path: string, evaluation: Evaluation): boolean {
  return isServing(path, evaluation) || servedIn(path, evaluation).has(path);
}

/** The files of a package that serving ones import though their place speaks against it. */
function servedIn(path: string, evaluation: Evaluation): ReadonlySet<string> {
  const { changes, listings } = evaluation.workspace;
  const unit = listings.unitOf(path);
  const files = listings.filesOf(unit);
  const byEvaluation = knownOf(evaluation.workspace);
  const byUnit = byEvaluation.get(evaluation) ?? new Map<string, Known>();
  byEvaluation.set(evaluation, byUnit);
  const known = byUnit.get(unit);
  if (known?.files === files && known.generation === changes.generation) return known.served;
  const served = importedByServing(files, evaluation);
  byUnit.set(unit, { generation: changes.generation, files, served });
  return served;
}

function importedByServing(files: ReadonlySet<string>, evaluation: Evaluation): ReadonlySet<string> {
  const { workspace, resolver } = evaluation;
  const candidates = new Set([...files].filter((path) => !isServing(path, evaluation)));
  const served = new Set<string>();
  if (candidates.size === 0) return served;
  const tails = new Set([...candidates].flatMap((path) => tailsOf(path)));
  const importing = [...files].filter((path) => !candidates.has(path));
  // Those that are added are gone through, too.
  for (const path of importing) {
    for (const [, specifier = ''] of (workspace.files.textAt(path) ?? '').matchAll(QUOTED)) {
      if (!specifier.includes('/')) continue;
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
}

/** How a path ends, without its extension; that of an `index` also without this. Most imports are told apart by it. */
function tailsOf(path: string): string[] {
  const bare = path.replaceAll('\\', '/').replace(/\.[cm]?[jt]sx?$/, '');
  const ends = [bare, ...(bare.endsWith('/index') ? [bare.slice(0, -'/index'.length)] : [])];
  return ends.map((end) => end.split('/').slice(-2).join('/'));
}
