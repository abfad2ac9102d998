import type { TsConfigJson } from 'get-tsconfig';
import { getTsconfig } from 'get-tsconfig';
import { perFolder } from './per-folder.ts';

/** The compiler options in the nearest tsconfig; empty if there is none, or what it extends is not installed. */
export const compilerOptionsNear = perFolder((folder): TsConfigJson.CompilerOptions => {
  try {
    return getTsconfig(folder)?.config.compilerOptions ?? {};
  } catch {
    return {};
  }
});
