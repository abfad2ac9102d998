import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isFile } from '../project/manifest.ts';

/**
 * The configuration for a file; undefined when ESLint ignores the file, or no part of the configuration applies to it.
 */
export type FileConfig = { rules?: Record<string, unknown>; settings?: Record<string, unknown> } | undefined;

/** The part of ESLint's class that we use; before version 9 it has no `findConfigFile`. */
export interface Eslint {
  findConfigFile?: (path?: string) => Promise<string | undefined>;
  calculateConfigForFile(path: string): Promise<FileConfig>;
}

export type EslintClass = new (options: { cwd: string; overrideConfig?: object }) => Eslint;

/** The flat configuration in a folder or above it, under any name that ESLint looks for. */
export function configAbove(folder: string): string | undefined {
  const found = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts']
    .map((ending) => join(folder, `eslint.config.${ending}`))
    .find(isFile);
  return found ?? (dirname(folder) === folder ? undefined : configAbove(dirname(folder)));
}

/** ESLint's class, as installed in the project. */
export async function projectEslint(cwd: string): Promise<EslintClass | undefined> {
  let path: string;
  try {
    path = createRequire(join(cwd, 'index.js')).resolve('eslint');
  } catch {
    return undefined;
  }
  return ((await import(pathToFileURL(path).href)) as { default: { ESLint: EslintClass } }).default.ESLint;
}
