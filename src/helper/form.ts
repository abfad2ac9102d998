import { basename, relative } from 'node:path';
import type { TrackerForm } from './text.ts';
import type { Workspace } from '../project/workspace.ts';
import { BROWSER_FOLDER, CLIENT_FOLDER } from '../catalog/folders.ts';
import { startedFiles } from '../project/run-as-is.ts';
import { perWorkspace } from '../project/workspace.ts';

/** Files that do not show the server's language: `vitest.config.ts`, `.eslintrc.cjs`, the tracker itself. */
export const ASIDE = /^\.|\.config\.[cm]?[jt]s$|^fire-task\.[cm]?[jt]s$/;

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
    const isOpen = own === 'cjs' && path.endsWith('.js') && workspace.packages.of(path).manifest.type === undefined;
    form = isOpen && areMostlyModules(files, workspace) ? 'esm' : own;
    forms.set(files, form);
  }
  return form;
}

/** Judged by the files that Node runs, if the package's scripts name one, or else by all but those for browsers. */
function areMostlyModules(files: ReadonlySet<string>, workspace: Workspace): boolean {
  const [first = ''] = files;
  const { root } = workspace.packages.of(first);
  const run = [...startedFiles(root, workspace)].filter((file) => files.has(file));
  let modules = 0;
  let scripts = 0;
  for (const file of run.length > 0 ? run : files) {
    if (isForBrowsers(relative(root, file))) continue;
    const text = /\.jsx?$/.test(file) && !ASIDE.test(basename(file)) ? workspace.files.textAt(file) : undefined;
    if (text === undefined) continue;
    if (/^[\t ]*(?:import|export)\b/m.test(text)) modules += 1;
    else if (/\brequire\(|\bmodule\.exports\b|\bexports\.\w/.test(text)) scripts += 1;
  }
  return modules > scripts;
}

function isForBrowsers(path: string): boolean {
  const normal = path.replaceAll('\\', '/');
  return BROWSER_FOLDER.test(normal) || CLIENT_FOLDER.test(normal);
}

/** The form that a file's name and the package's `type` ask for. */
export function formOf(path: string, workspace: Workspace): TrackerForm {
  if (/\.[cm]?ts$/.test(path)) return 'ts';
  return path.endsWith('.cjs') || (path.endsWith('.js') && workspace.packages.moduleKindOf(path) === 'commonjs')
    ? 'cjs'
    : 'esm';
}
