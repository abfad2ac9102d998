// The functions of `node:fs` that the engine uses, for the visitor's project. Those that need a disk throw.
import { changedAt, isFolder, readText } from '../disk.ts';

export function existsSync(path: string): boolean {
  return changedAt(path) !== undefined || isFolder(path);
}

export function readFileSync(path: string): string {
  const text = readText(path);
  if (text === undefined) throw Object.assign(new Error(`ENOENT: no such file, open '${path}'`), { code: 'ENOENT' });
  return text;
}

interface Stats {
  readonly mtimeMs: number;
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
}

export function statSync(path: string): Stats | undefined {
  const changed = changedAt(path);
  if (changed === undefined && !isFolder(path)) return undefined;
  return {
    mtimeMs: changed ?? 0,
    size: readText(path)?.length ?? 0,
    isFile: () => changed !== undefined,
    isDirectory: () => changed === undefined,
  };
}

function noDisk(): never {
  throw new Error('The playground has no disk to write to.');
}
export {
  noDisk as accessSync,
  noDisk as chmodSync,
  noDisk as chownSync,
  noDisk as closeSync,
  noDisk as fsyncSync,
  noDisk as linkSync,
  noDisk as mkdirSync,
  noDisk as openSync,
  noDisk as readdirSync,
  noDisk as renameSync,
  noDisk as rmSync,
  noDisk as writeFileSync,
};
export const constants = { W_OK: 2 } as const;
