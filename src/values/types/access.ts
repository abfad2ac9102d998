import type { TSESTree } from '@typescript-eslint/types';
import type { Source } from '../../syntax/source.ts';
import type { Evaluation } from '../evaluation.ts';
import type { Exports } from '../../project/exports.ts';
import { exportsAmong, exportsOf } from '../../project/exports.ts';

/** The one file of the reader of types that asks the project for files. */

/**
 * What an import leads to: a file of the user's, or from a declaring file another one of those; or a package by its
 * name. Undefined when it leads nowhere.
 */
export function importedModule(
  specifier: string,
  from: Source,
  { resolver, workspace }: Evaluation,
): { readonly source: Source } | { readonly module: string } | undefined {
  const resolved = resolver.resolve(specifier, from.path);
  if (resolved === undefined || 'module' in resolved) return resolved;
  const source = workspace.files.sourceFor(from.path, resolved.file);
  return source === undefined ? undefined : { source };
}

/** The file that declares what a package gives, as seen from the file `from`; undefined where there is none. */
export function typingsOf(module: string, from: Source, { resolver, workspace }: Evaluation): Source | undefined {
  const file = module === 'global' ? undefined : resolver.typings(module, from.path);
  return file === undefined ? undefined : workspace.files.sourceAt(file);
}

/** What a file exports, or a `declare module 'x' { … }` in it. */
export function exportTable(node: TSESTree.Program | TSESTree.TSModuleDeclaration, source: Source): Exports {
  return node.type === 'Program' ? exportsOf(source) : exportsAmong(node.body?.body ?? []);
}
