import type { Source } from '../syntax/source.ts';
import type { Resolver } from './resolve.ts';
import type { Workspace } from './workspace.ts';
import { perSource } from '../syntax/per-source.ts';
import { exportsOf } from './exports.ts';
import { perWorkspace } from './workspace.ts';

/** The exports of a file, without its tree: small enough to keep for every file. */
interface ExportNames {
  /** Each name with the export that it is re-exported from; undefined if the file declares it. */
  readonly names: ReadonlyMap<string, { readonly from: string; readonly name: string } | undefined>;
  /** Specifiers of `export * from`. */
  readonly stars: readonly string[];
  /** Whether it has `module.exports = x` or `export = x`, whose members are also exports. */
  readonly hasWhole: boolean;
}

/**
 * The file that declares an export, and its name there. For an export of a package: the package, the file that
 * re-exports it, and its name.
 */
export type ExportPlace =
  | { readonly file: string; readonly name: string }
  | { readonly module: string; readonly by: string; readonly name: string };

const namesByPath = perWorkspace(() => new Map<string, { readonly text: string; readonly found: ExportNames }>());

/**
 * Finds where the export `name` of `path` is declared, through files that re-export it. A file's export names are kept
 * without its tree; otherwise, a barrel would be parsed again for each import from it.
 *
 * @param name - `*` for the whole file
 * @returns undefined if no file on the way exports the name. With `module.exports = x` or `export = x`, a file counts
 *   as exporting every name, because x may have such a member. Every file counts as exporting `default`, which may be
 *   the whole of a CommonJS file.
 */
export function exportPlace(
  path: string,
  name: string,
  resolver: Resolver,
  workspace: Workspace,
): ExportPlace | undefined {
  const search: Search = { resolver, workspace, seen: new Set(), packages: [], isAllSeen: true };
  return placeIn(path, name, search) ?? packagePlace(name, search);
}

interface Search {
  readonly resolver: Resolver;
  readonly workspace: Workspace;
  /** Files and names visited so far. */
  readonly seen: Set<string>;
  /** Packages behind `export * from`, and the files that contain it. */
  readonly packages: { readonly module: string; readonly by: string; readonly specifier: string }[];
  /** Whether every `export * from` on the way resolves. */
  isAllSeen: boolean;
}

function placeIn(path: string, name: string, search: Search): ExportPlace | undefined {
  if (name === '*') return { file: path, name };
  const key = `${path}\0${name}`;
  if (search.seen.has(key)) return undefined;
  search.seen.add(key);
  const exported = exportNamesAt(path, search.workspace);
  if (exported === undefined) return undefined;
  const handed = exported.names.get(name);
  if (handed !== undefined) {
    const resolved = search.resolver.resolve(handed.from, path);
    if (resolved === undefined) return undefined;
    return 'module' in resolved
      ? { module: resolved.module, by: path, name: handed.name }
      : placeIn(resolved.file, handed.name, search);
  }
  if (exported.names.has(name) || exported.hasWhole || name === 'default') return { file: path, name };
  for (const specifier of exported.stars) {
    const resolved = search.resolver.resolve(specifier, path);
    if (resolved === undefined) search.isAllSeen = false;
    else if ('module' in resolved) search.packages.push({ module: resolved.module, by: path, specifier });
    else {
      const found = placeIn(resolved.file, name, search);
      if (found !== undefined) return found;
    }
  }
  // A type, in the declarations beside JavaScript: `server.d.ts` next to `server.js`.
  const declarations = path.replace(/(?<!\.d)\.([cm]?)js$/, '.d.$1ts');
  return declarations === path ? undefined : placeIn(declarations, name, search);
}

/**
 * `export * from 'acme'`: a name that no file declares belongs to the only such package, or to the one whose typings
 * declare it.
 */
function packagePlace(name: string, search: Search): ExportPlace | undefined {
  const { packages, resolver, workspace } = search;
  const [only, ...others] = packages;
  const found =
    others.length === 0 && search.isAllSeen
      ? only
      : packages.find(({ specifier, by }) => {
          const typings = resolver.typings(specifier, by);
          return typings !== undefined && exportPlace(typings, name, resolver, workspace) !== undefined;
        });
  return found === undefined ? undefined : { module: found.module, by: found.by, name };
}

/** Whether a file has a default export. Typings may use its members under names that are not exported. */
export function hasDefault(path: string, workspace: Workspace): boolean {
  return exportNamesAt(path, workspace)?.names.has('default') === true;
}

function exportNamesAt(path: string, workspace: Workspace): ExportNames | undefined {
  const kept = namesByPath(workspace);
  const text = workspace.files.textAt(path);
  const known = kept.get(path);
  if (known !== undefined && known.text === text) return known.found;
  const source = workspace.files.followed(path);
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
