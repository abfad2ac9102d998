/** The visitor's project: its files by absolute path. It replaces the disk and contains nothing else. */
const files = new Map<string, { text: string; changes: number }>();
let changes = 0;

/** Replaces all files. A file with the same text counts as unchanged, so results about it remain valid. */
export function writeProject(texts: ReadonlyMap<string, string>): void {
  for (const path of files.keys()) if (!texts.has(path)) files.delete(path);
  for (const [path, text] of texts) {
    if (files.get(path)?.text === text) continue;
    changes += 1;
    files.set(path, { text, changes });
  }
}

export function readText(path: string): string | undefined {
  return files.get(path)?.text;
}

/** When a file last changed, as a rising number; undefined if there is no such file. */
export function changedAt(path: string): number | undefined {
  return files.get(path)?.changes;
}

export function isFolder(path: string): boolean {
  return allFiles().some((file) => file.startsWith(path === '/' ? path : `${path}/`));
}

function allFiles(): readonly string[] {
  return [...files.keys()].sort();
}

/** The files below a folder, with paths relative to it. */
export function filesBelow(folder: string): string[] {
  return allFiles().flatMap((file) => (file.startsWith(`${folder}/`) ? [file.slice(folder.length + 1)] : []));
}
