import { dirname } from 'node:path';
import type { TsConfigJson } from 'get-tsconfig';
import { getTsconfig } from 'get-tsconfig';
import type { Workspace } from './workspace.ts';
import { perWorkspace } from './workspace.ts';

export type CompilerOptions = TsConfigJson.CompilerOptions;

const FRESH_MS = 2000;
const optionsByFolder = perWorkspace(() => new Map<string, { value: CompilerOptions; checkedAt: number }>());

/** What the nearest tsconfig says to the compiler; nothing where there is none, or what it extends is not installed. */
export function compilerOptionsNear(path: string, workspace: Workspace): CompilerOptions {
  const known = optionsByFolder(workspace);
  const folder = dirname(path);
  const before = known.get(folder);
  if (before !== undefined && workspace.freshness.isFresh(before.checkedAt, FRESH_MS)) return before.value;
  const checkedAt = Date.now();
  const value = read(folder);
  known.set(folder, { value, checkedAt });
  return value;
}

function read(folder: string): CompilerOptions {
  try {
    return getTsconfig(folder)?.config.compilerOptions ?? {};
  } catch {
    return {};
  }
}
