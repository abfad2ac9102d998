import { basename, dirname, join, sep } from 'node:path';
import type { Package } from '../project/package.ts';
import type { Workspace } from '../project/workspace.ts';
import { ADDRESS_FOLDERS, SERVER_FOLDERS, SHARED_FOLDERS } from '../catalog/folders.ts';
import { isFile } from '../project/manifest.ts';
import { perFolder } from '../project/per-folder.ts';
import { perWorkspace } from '../project/workspace.ts';

/** Files that don't show where the server's code is: configuration and the helper itself. */
const ASIDE = /^\.|\.config\.[cm]?[jt]s$|^fire-task\.[cm]?[jt]s$/;
/** The share of a package's code from which one folder counts as holding all of it. */
const MOST = 0.8;
/** Folders with all the code of a package, its server among it. */
const CODE_FOLDERS: ReadonlySet<string> = new Set(['src', 'app', 'lib', 'source']);
const PARTS = ['tsconfig.json', 'project.json'];

const foldersOf = perWorkspace(() => new WeakMap<ReadonlySet<string>, Map<string, string>>());

/**
 * The part of a package that a file is compiled with: the folder of the nearest tsconfig.json, or an Nx project, from
 * which others must not import by a relative path. Undefined if it is the whole package.
 */
const partOf = perFolder((folder) => {
  for (let at = folder; dirname(at) !== at && !isFile(join(at, 'package.json')); at = dirname(at))
    if (PARTS.some((name) => isFile(join(at, name)))) return at;
  return undefined;
});

/**
 * The folder for a helper that doesn't exist yet: the folder for shared code inside the one that holds the code of the
 * package, or of the part that the file is compiled with; else a new `lib` there.
 */
export function folderFor(path: string, { root }: Package, workspace: Workspace): string {
  const files = workspace.listings.filesOf(root);
  const folders = foldersOf(workspace);
  const known = folders.get(files) ?? new Map<string, string>();
  folders.set(files, known);
  const home = partOf(path, workspace) ?? serverFolder(path, root) ?? root;
  let folder = known.get(home);
  if (folder === undefined) {
    const code = [...files].filter((file) => file.startsWith(home + sep) && !ASIDE.test(basename(file)));
    folder = folderAmong(home, code);
    known.set(home, folder);
  }
  return folder;
}

/**
 * A folder whose name shows that it holds a separate program: at the top of the package, or in a folder there that
 * isn't the one for all code.
 */
function serverFolder(path: string, root: string): string | undefined {
  const folders = path
    .slice(root.length + 1)
    .split(sep)
    .slice(0, -1);
  const [top = '', next = ''] = folders;
  if (SERVER_FOLDERS.has(top)) return join(root, top);
  return SERVER_FOLDERS.has(next) && !CODE_FOLDERS.has(top) ? join(root, top, next) : undefined;
}

function folderAmong(root: string, code: readonly string[]): string {
  const base = folderOfAll(root, code);
  if (SHARED_FOLDERS.includes(basename(base))) return base;
  const shared = SHARED_FOLDERS.map((name) => join(base, name));
  return shared.find((folder) => code.some((path) => path.startsWith(folder + sep))) ?? join(base, 'lib');
}

/** `src`, or another folder that holds nearly all the code, such as Remix's `app`; else the root. */
function folderOfAll(root: string, code: readonly string[]): string {
  if (basename(root) === 'src') return root;
  const counts = new Map<string, number>();
  for (const path of code) {
    const [top = '', ...below] = path.slice(root.length + 1).split(sep);
    if (below.length > 0) counts.set(top, (counts.get(top) ?? 0) + 1);
  }
  if (counts.has('src')) return join(root, 'src');
  const [top] = [...counts].find(([name, count]) => count >= code.length * MOST && !ADDRESS_FOLDERS.has(name)) ?? [];
  return top === undefined || SHARED_FOLDERS.includes(top) ? root : join(root, top);
}
