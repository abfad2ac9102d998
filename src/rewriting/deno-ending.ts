import { extname, join } from 'node:path';
import type { TrackerHome } from '../helper/home.ts';
import type { TrackerReference } from '../helper/reference.ts';
import type { Workspace } from '../project/workspace.ts';
import type { Source } from '../syntax/source.ts';
import { isFile } from '../project/manifest.ts';

/** Deno resolves a relative import only by the file's full name, unlike `require` or a compiler. */
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

/** Whether a file is for Deno: by its imports, or by a deno.json without a package.json beside it. */
function isForDeno({ path, text }: Source, { packages }: Workspace): boolean {
  if (/\bfrom\s*['"](?:jsr|npm|https):/.test(text)) return true;
  const { root } = packages.of(path);
  return ['deno.json', 'deno.jsonc'].some((name) => isFile(join(root, name))) && !isFile(join(root, 'package.json'));
}
