import { extname, join } from 'node:path';
import type { TrackerHome } from '../helper/home.ts';
import type { TrackerReference } from '../helper/reference.ts';
import type { Workspace } from '../project/workspace.ts';
import type { Source } from '../syntax/source.ts';
import { isFile } from '../project/manifest.ts';

/** Deno takes a relative import by its file's whole name; what Node or a compiler would look for it does not. */
export function withDenoEnding(
  reference: TrackerReference,
  { path: home }: TrackerHome,
  source: Source,
  workspace: Workspace,
): TrackerReference {
  const { specifier } = reference;
  if (!specifier.startsWith('.') || !isForDeno(source, workspace)) return reference;
  return { ...reference, specifier: specifier.replace(/\.[cm]?[jt]s$/, '') + extname(home), moduleKind: 'module' };
}

/** By what its imports name, or by a deno.json where no package.json stands beside it. */
function isForDeno({ path, text }: Source, { packages }: Workspace): boolean {
  if (/\bfrom\s*['"](?:jsr|npm|https):/.test(text)) return true;
  const { root } = packages.of(path);
  return ['deno.json', 'deno.jsonc'].some((name) => isFile(join(root, name))) && !isFile(join(root, 'package.json'));
}
