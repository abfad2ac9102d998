import type { Source } from '../syntax/source.ts';
import type { Resolver } from './resolve.ts';
import type { Workspace } from './workspace.ts';
import { perSource } from '../syntax/per-source.ts';
import { exportsOf } from './exports.ts';
import { perWorkspace } from './workspace.ts';

/** What a file exports, without its tree: small enough to be kept of every file. */
interface ExportNames {
  /** For each name what it is handed on from; undefined for what the file itself declares. */
  readonly names: ReadonlyMap<string, { readonly from: string; readonly name: string } | undefined>;
  /** Specifiers of `export * from`. */
  readonly stars: readonly string[];
  /** It has `module.exports = x` or `export = x`, whose members are exports, too. */
  readonly hasWhole: boolean;
}

/** The file that declares an export, by its name there; or the package that a file hands it on from. */
export type ExportPlace =
  | { readonly file: string; readonly reader: string; readonly name: string }
  | { readonly module: string; readonly name: string };

const namesByPath = perWorkspace(() => new Map<string, { readonly text: string; readonly found: ExportNames }>());

/**
 * Where what `path` exports under `name` is declared, through the files that hand it on. Of those no tree is made that
 * was made before, as a barrel would be parsed again for each name that is imported from it.
 *
 * @param reader - the file that imports
 * @param name - `*` is all of the file
 * @returns undefined where no file on the way exports the name; also the file that could have it as a member of
 *   its `module.exports`, or of its default export in CommonJS
 */
export function exportPlace(
  path: string,
  name: string,
  reader: string,
  resolver: Resolver,
  workspace: Workspace,
  seen = new Set<string>(),
): ExportPlace | undefined {
  if (name === '*') return { file: path, reader, name };
  const key = `${path}\0${name}`;
  if (seen.has(key)) return undefined;
  seen.add(key);
  const exported = exportNamesAt(path, reader, workspace);
  if (exported === undefined) return undefined;
  /** Of `export * from 'package'`: it has the name if nothing else does. */
  const packages: ExportPlace[] = [];
  const follow = (specifier: string, other: string, isStar: boolean): ExportPlace | undefined => {
    const resolved = resolver.resolve(specifier, path);
    if (resolved === undefined) return undefined;
    if ('module' in resolved) {
      if (!isStar) return { module: resolved.module, name: other };
      packages.push({ module: resolved.module, name: other });
      return undefined;
    }
    return exportPlace(resolved.file, other, path, resolver, workspace, seen);
  };
  const handed = exported.names.get(name);
  if (handed !== undefined) return follow(handed.from, handed.name, false);
  if (exported.names.has(name) || exported.hasWhole || name === 'default') return { file: path, reader, name };
  for (const specifier of exported.stars) {
    const found = follow(specifier, name, true);
    if (found !== undefined) return found;
  }
  // Of several packages nobody says which.
  return packages.length === 1 ? packages[0] : undefined;
}

/** Whether a file has a default export, whose members typings may mean by a name that is not exported. */
export function hasDefault(path: string, reader: string, workspace: Workspace): boolean {
  return exportNamesAt(path, reader, workspace)?.names.has('default') === true;
}

function exportNamesAt(path: string, reader: string, workspace: Workspace): ExportNames | undefined {
  const kept = namesByPath(workspace);
  const text = workspace.files.textAt(path);
  const known = kept.get(path);
  if (known !== undefined && known.text === text) {
    workspace.changes.noteRead(reader, path);
    return known.found;
  }
  const source = workspace.files.sourceFor(reader, path);
  if (source === undefined || text === undefined) return undefined;
  const found = exportNamesOf(source);
  kept.set(path, { text, found });
  return found;
}

const exportNamesOf = perSource((source: Source): ExportNames => {
  const { names, stars, whole } = exportsOf(source);
  return {
    names: new Map([...names].map(([name, entry]) => [name, 'node' in entry ? undefined : entry])),
    stars,
    hasWhole: whole !== undefined,
  };
});
