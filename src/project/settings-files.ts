import { dirname, join, sep } from 'node:path';
import type { Found } from './changes.ts';
import type { Workspace } from './workspace.ts';
import { placeOfFiles } from './comings.ts';
import { isFile, namesIn } from './manifest.ts';
import { perWorkspace } from './workspace.ts';

/** A settings file, and the package folder in which it was looked up. */
export interface SettingsFile {
  readonly folder: string;
  readonly file: string;
}

/** By the names to look up, then by package: every file of a package has the same answer. */
const knownBy = perWorkspace(() => new Map<string, Map<string, Found<readonly SettingsFile[]>>>());

/**
 * The settings files in the package of a file, and in the packages above it.
 *
 * @param names - relative to a package; `infra/*` means every file of that folder
 */
export function settingsAbove(path: string, names: readonly string[], workspace: Workspace): readonly SettingsFile[] {
  const { packages, changes } = workspace;
  const { root } = packages.of(path);
  const known = knownBy(workspace);
  const byRoot = known.get(names.join()) ?? new Map<string, Found<readonly SettingsFile[]>>();
  known.set(names.join(), byRoot);
  return changes.keptIn(byRoot, root, () =>
    foldersAbove(path, workspace).flatMap((folder) =>
      settingsIn(folder, names, workspace).map((file) => ({ folder, file })),
    ),
  );
}

/** The folder of the file's package, and those of the packages above it. */
function foldersAbove(path: string, { packages }: Workspace): string[] {
  const folders: string[] = [];
  for (let at = path; ;) {
    const { root } = packages.of(at);
    if (folders.at(-1) === root || !root.includes(sep, 1) || !isFile(join(root, 'package.json'))) return folders;
    folders.push(root);
    at = root;
  }
}

function settingsIn(folder: string, names: readonly string[], { changes, files }: Workspace): string[] {
  return names.flatMap((name) => {
    const place = join(folder, name);
    // Looking for the text notes that the answer depends on whether the file is there.
    if (!name.endsWith('/*')) return files.textAt(place) === undefined ? [] : [place];
    const below = dirname(place);
    changes.reads.note(placeOfFiles(below));
    return namesIn(below).map((each) => join(below, each));
  });
}
