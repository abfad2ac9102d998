import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { digestOf } from './cache-file.ts';

/** Files that may say how imports are resolved, what is installed, or which platform runs the code. */
const SETTINGS = /(?:\.(?:jsonc?|json5|ya?ml|toml|lock|lockb)|^\.\w+rc|^\.gitignore|\.config\.[cm]?[jt]s|^Procfile)$/;
/** What package managers write about the packages that they installed. */
const INSTALLED = ['.package-lock.json', '.modules.yaml', '.yarn-state.yml'];

/**
 * A digest of what surrounds the code: the settings files and folder names beside it and above it, and the names of the
 * installed packages. Results about the code may depend on any of these, and are not reused when one changes.
 *
 * @param root - the folder that contains all packages
 * @param files - the code files, absolute
 */
export function surroundingsOf(root: string, files: Iterable<string>): string {
  const folders = new Set<string>();
  for (const file of files) addFolders(dirname(file), root, folders);
  folders.add(root);
  return digestOf(
    [...folders]
      .sort()
      .map((folder) => describe(folder, root))
      .join('\n'),
  );
}

/** Adds a folder and those above it, up to `root`. */
function addFolders(folder: string, root: string, to: Set<string>): void {
  for (let at = folder; !to.has(at) && at.startsWith(root); at = dirname(at)) to.add(at);
}

function describe(folder: string, root: string): string {
  const lines = [relative(root, folder)];
  for (const entry of entriesOf(folder)) {
    if (entry.isDirectory()) lines.push(`${entry.name}/`);
    if (entry.name === 'node_modules') lines.push(...installedIn(join(folder, entry.name)));
    else if (entry.isFile() && SETTINGS.test(entry.name))
      lines.push(`${entry.name} ${contentOf(join(folder, entry.name))}`);
  }
  return lines.join('\n');
}

/** The names of the packages in a `node_modules` folder, and what the package manager noted about them. */
function installedIn(folder: string): string[] {
  const names = entriesOf(folder).map(({ name }) => name);
  const scoped = names.filter((name) => name.startsWith('@'));
  return [
    ...names.filter((name) => !name.startsWith('.')),
    ...scoped.flatMap((scope) => entriesOf(join(folder, scope)).map(({ name }) => `${scope}/${name}`)),
    ...INSTALLED.filter((name) => names.includes(name)).map((name) => contentOf(join(folder, name))),
  ];
}

function contentOf(path: string): string {
  try {
    return digestOf(readFileSync(path, 'utf8'));
  } catch {
    return '';
  }
}

function entriesOf(folder: string): import('node:fs').Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
