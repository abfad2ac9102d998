import { basename, extname } from 'node:path';
import type { TrackerForm } from './text.ts';
import type { Workspace } from '../project/workspace.ts';
import { perWorkspace } from '../project/workspace.ts';

const FILE = /^fire-task\.[cm]?[jt]s$/;

/** Files that do not show the server's language: `vitest.config.ts`, `.eslintrc.cjs`, the tracker itself. */
const ASIDE = /^\.|\.config\.[cm]?[jt]s$|^fire-task\.[cm]?[jt]s$/;

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

const formsByFiles = perWorkspace(() => new WeakMap<ReadonlySet<string>, TrackerForm>());

/**
 * Determined by the extension and the package's `type`. Without a `type`, the style of most files decides, because a
 * bundler may load them.
 */
export function formFor(path: string, files: ReadonlySet<string>, workspace: Workspace): TrackerForm {
  const forms = formsByFiles(workspace);
  let form = forms.get(files);
  if (form === undefined) {
    const own = formOf(path, workspace);
    form = own === 'cjs' && path.endsWith('.js') && areMostlyModules(files, workspace) ? 'esm' : own;
    forms.set(files, form);
  }
  return form;
}

function areMostlyModules(files: ReadonlySet<string>, workspace: Workspace): boolean {
  let modules = 0;
  let scripts = 0;
  for (const file of files) {
    const text = /\.jsx?$/.test(file) && !ASIDE.test(basename(file)) ? workspace.files.textAt(file) : undefined;
    if (text === undefined) continue;
    if (/^[\t ]*(?:import|export)\b/m.test(text)) modules += 1;
    else if (/\brequire\(|\bmodule\.exports\b|\bexports\.\w/.test(text)) scripts += 1;
  }
  return modules > scripts;
}

export function formOf(path: string, workspace: Workspace): TrackerForm {
  if (/\.[cm]?ts$/.test(path)) return 'ts';
  return path.endsWith('.cjs') || (path.endsWith('.js') && workspace.packages.moduleKindOf(path) === 'commonjs')
    ? 'cjs'
    : 'esm';
}
