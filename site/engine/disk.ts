/** The visitor's project: its files by absolute path. It stands in for the disk; nothing else is there. */
const files = new Map<string, { text: string; changes: number }>();
let changes = 0;

/** Makes these all the files there are. A file whose text stays is unchanged, and so is what is known of it. */
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

/** When a file last changed, as a time goes up; undefined for what is no file. */
export function changedAt(path: string): number | undefined {
  return files.get(path)?.changes;
}

export function isFolder(path: string): boolean {
  return allFiles().some((file) => file.startsWith(path === '/' ? path : `${path}/`));
}

function allFiles(): readonly string[] {
  return [...files.keys()].sort();
}

/** The files below a folder, by their path in it. */
export function filesBelow(folder: string): string[] {
  return allFiles().flatMap((file) => (file.startsWith(`${folder}/`) ? [file.slice(folder.length + 1)] : []));
}
