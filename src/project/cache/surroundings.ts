import type { Dirent } from 'node:fs';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Workspace } from '../workspace.ts';
import { statOf } from '../stat.ts';
import { filesBehind } from '../tsconfig.ts';
import { digestOf } from './cache-file.ts';

/** What surrounds code. */
export interface Surroundings {
  readonly digest: string;
  /** When one of the settings files last changed, in milliseconds. */
  readonly changedAt: number;
}

/** Files that may say how imports are resolved, what is installed, or which platform runs the code. */
const SETTINGS =
  /(?:\.(?:jsonc?|json5|ya?ml|toml|lock|lockb|prisma)|^\.\w+rc|^\.gitignore|\.config\.[cm]?[jt]s|^Procfile)$/;
/** Those that count in the folders above a project. They may contain many other things. */
const ABOVE = /^(?:package\.json|pnpm-workspace\.yaml|deno\.jsonc?|[jt]sconfig\.json|\.gitignore)$/;
/** Listings leave these out, so only their folder tells that one came. */
const DECLARATION = /\.d\.[cm]?ts$/;
const TSCONFIG = /^[jt]sconfig.*\.json$/;
/** What package managers write about the packages that they installed. */
const INSTALLED = ['.package-lock.json', '.modules.yaml', '.yarn-integrity', '.yarn-state.yml'];

/**
 * What surrounds some code: the settings files and folder names beside it, in the packages developed with it, and above
 * it, and the names of the installed packages. Results about the code may depend on any of these, and are not reused
 * when one changes.
 *
 * @param root - the folder that names are relative to
 * @param units - the code, by the arguments of `Listings.filesOf`
 * @param places - other folders of packages with settings files, relative to each package
 * @param names - further files and folders that count by being there
 */
export function surroundingsOf(
  root: string,
  units: readonly string[],
  places: readonly string[],
  names: ReadonlySet<string>,
  { groups, listings }: Workspace,
): Surroundings {
  const folders = new Set<string>();
  const tops = new Set<string>();
  for (const unit of units) {
    const group = groups.of(join(unit, 'any.js'));
    tops.add(group.root);
    for (const file of listings.filesOf(unit)) addFolders(dirname(file), group.root, folders);
    for (const each of group.packages) {
      addFolders(each.root, group.root, folders);
      for (const place of places) folders.add(join(each.root, place));
    }
  }
  const above = new Set<string>();
  for (const top of tops) addFolders(dirname(top), '', above);
  const settings: string[] = [];
  const lines = [
    ...[...folders].sort().flatMap((folder) => describe(folder, root, SETTINGS, names, settings)),
    ...[...above]
      .sort()
      .flatMap((folder) => (folders.has(folder) ? [] : describe(folder, root, ABOVE, names, settings))),
  ];
  const behind = new Set<string>();
  for (const file of settings)
    if (TSCONFIG.test(file.slice(dirname(file).length + 1))) filesBehind(file, groups, behind);
  lines.push(...[...behind].map((file) => `${relative(root, file)} ${contentOf(file)}`));
  return {
    digest: digestOf(lines.join('\n')),
    changedAt: Math.max(0, ...[...settings, ...behind].map(changeOf)),
  };
}

/** Adds a folder and those above it, up to `top`. */
function addFolders(folder: string, top: string, to: Set<string>): void {
  for (let at = folder; !to.has(at) && at.startsWith(top); at = dirname(at)) to.add(at);
}

/** @param read - receives the settings files */
function describe(folder: string, root: string, wanted: RegExp, names: ReadonlySet<string>, read: string[]): string[] {
  const lines = [relative(root, folder)];
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && wanted !== ABOVE) lines.push(`${entry.name}/`);
    if (names.has(entry.name) || (wanted !== ABOVE && DECLARATION.test(entry.name))) lines.push(entry.name);
    if (entry.name === 'node_modules') lines.push(...installedIn(path, read));
    else if (!entry.isDirectory() && wanted.test(entry.name)) {
      lines.push(`${entry.name} ${contentOf(path)}`);
      read.push(path);
    }
  }
  return lines;
}

/** The names of the packages in a `node_modules` folder, and what the package manager noted about them. */
function installedIn(folder: string, read: string[]): string[] {
  const entries = entriesOf(folder).flatMap((entry) =>
    entry.name.startsWith('@')
      ? entriesOf(join(folder, entry.name)).map((each) => ({
          name: `${entry.name}/${each.name}`,
          isLink: each.isSymbolicLink(),
        }))
      : [{ name: entry.name, isLink: entry.isSymbolicLink() }],
  );
  const noted = INSTALLED.map((name) => join(folder, name));
  // Nothing notes a change of a linked package.
  const linked = entries.flatMap(({ name, isLink: is }) => (is ? [join(folder, name, 'package.json')] : []));
  read.push(...noted, ...linked);
  return [
    ...entries.flatMap(({ name }) => (name.startsWith('.') ? [] : [name])),
    ...[...noted, ...linked].map(contentOf),
  ];
}

function contentOf(path: string): string {
  try {
    return digestOf(readFileSync(path, 'utf8'));
  } catch {
    return '';
  }
}

/** Unlike the time of its text, that of a file itself also changes when it is moved, or gets back an older text. */
function changeOf(path: string): number {
  return Math.floor(statOf(path)?.ctimeMs ?? 0);
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
