import type { TSESTree } from '@typescript-eslint/types';
import type { Source } from '../../syntax/source.ts';
import type { Evaluation } from '../evaluation.ts';
import type { Exports } from '../../project/exports.ts';
import { exportPlace, hasDefault } from '../../project/export-places.ts';
import { exportsAmong, exportsOf } from '../../project/exports.ts';

/** The only file of this reader that asks the project for files. */

/**
 * The target of an imported name: the file that declares it and its name there; or the package that exports it, with
 * the file that re-exports it, if any. Undefined if it doesn't resolve.
 */
export function importedModule(
  specifier: string,
  name: string,
  from: Source,
  { resolver, workspace }: Evaluation,
): { readonly source: Source; readonly name: string; readonly module?: string } | undefined {
  const resolved = resolver.resolve(specifier, from.path);
  if (resolved === undefined) return undefined;
  if ('module' in resolved) return { source: from, name, module: resolved.module };
  const place = exportPlace(resolved.file, name, resolver, workspace);
  if (place !== undefined && 'module' in place) {
    const by = workspace.files.followed(place.by);
    return by === undefined ? undefined : { source: by, name: place.name, module: place.module };
  }
  if (place === undefined && !hasDefault(resolved.file, workspace)) return undefined;
  const { file, name: declared } = place ?? { file: resolved.file, name };
  const source = workspace.files.followed(file);
  return source === undefined ? undefined : { source, name: declared };
}

/** The typings of a package, as resolved from the file `from`; undefined if there are none. */
export function typingsOf(module: string, from: Source, { resolver, workspace }: Evaluation): Source | undefined {
  const file = module === 'global' ? undefined : resolver.typings(module, from.path);
  return file === undefined ? undefined : workspace.files.sourceAt(file);
}

/** The exports of a file, or of a `declare module 'x' { … }` in it. */
export function exportTable(node: TSESTree.Program | TSESTree.TSModuleDeclaration, source: Source): Exports {
  return node.type === 'Program' ? exportsOf(source) : exportsAmong(node.body?.body ?? []);
}
