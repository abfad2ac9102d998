import { basename, extname } from 'node:path';
import type { Workspace } from '../project/workspace.ts';
import { perWorkspace } from '../project/workspace.ts';
import { ASIDE } from './form.ts';

const FILE = /^fire-task\.[cm]?[jt]s$/;

/** What a package's file names tell about the helper. */
export interface Names {
  /** Files named like the tracker. */
  readonly candidates: readonly string[];
  /** The extension for a new tracker. */
  readonly extension: string;
}

const namesByFiles = perWorkspace(() => new WeakMap<ReadonlySet<string>, Names>());

/** Asked for each file of a package, but determined once per listing. */
export function namesIn(files: ReadonlySet<string>, workspace: Workspace): Names {
  const names = namesByFiles(workspace);
  let known = names.get(files);
  if (known === undefined) {
    known = { candidates: [...files].filter((path) => FILE.test(basename(path))), extension: extensionFor(files) };
    names.set(files, known);
  }
  return known;
}

/** TypeScript if at least half of the package is; `.mjs` or another special extension if all files have it. */
function extensionFor(files: ReadonlySet<string>): string {
  const extensions = [...files].filter((path) => !ASIDE.test(basename(path))).map((path) => extname(path));
  const [first] = extensions;
  const isSpecial =
    first !== undefined && /^\.[cm][jt]s$/.test(first) && extensions.every((extension) => extension === first);
  if (isSpecial) return first;
  const typescript = extensions.filter((extension) => /^\.[cm]?tsx?$/.test(extension));
  return typescript.length > 0 && typescript.length * 2 >= extensions.length ? '.ts' : '.js';
}
