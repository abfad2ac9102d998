import { dirname } from 'node:path';
import type { Workspace } from './workspace.ts';
import { perWorkspace } from './workspace.ts';

const FRESH_MS = 2000;

/**
 * Remembers data read from the disk for the files of a folder, such as the nearest tsconfig, while it counts as
 * unchanged.
 */
export function perFolder<Value>(read: (folder: string) => Value): (path: string, workspace: Workspace) => Value {
  const byFolder = perWorkspace(() => new Map<string, { readonly value: Value; readonly checkedAt: number }>());
  return (path, workspace) => {
    const known = byFolder(workspace);
    const folder = dirname(path);
    const before = known.get(folder);
    if (before !== undefined && workspace.freshness.isFresh(before.checkedAt, FRESH_MS)) return before.value;
    const checkedAt = Date.now();
    const value = read(folder);
    known.set(folder, { value, checkedAt });
    return value;
  };
}
