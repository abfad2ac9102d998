import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Terminal } from './terminal.ts';
import { isTrackerText } from '../helper/home.ts';
import { CannotRun } from './exit.ts';

/**
 * The absolute path that `--helper` names; undefined without the option.
 *
 * @throws {CannotRun} when the helper cannot be there
 */
export function helperPath(option: string | undefined, { cwd }: Pick<Terminal, 'cwd'>): string | undefined {
  if (option === undefined) return undefined;
  const path = resolve(cwd, option);
  const stat = statOf(path);
  if (stat === 'folder')
    throw new CannotRun(
      `--helper ${option} is a folder: name the file in it, such as ${option.replace(/[\\/]$/, '')}/fire-task.ts.`,
    );
  // Reading a pipe would never end.
  if (stat === 'other')
    throw new CannotRun(`--helper ${option} is not a file: name the helper, or a file that is not there yet.`);
  if (!/\.[cm]?[jt]s$/.test(path) || /\.d\.[cm]?ts$/.test(path)) {
    throw new CannotRun(
      `--helper ${option} is not a code file: name one that ends in .ts, .mts, .cts, .js, .mjs or .cjs.`,
    );
  }
  if (stat === 'file' && !isTrackerText(readFileSync(path, 'utf8'))) {
    throw new CannotRun(
      `--helper ${option} is another file that does not export fireTask: name the helper, or a new file.`,
    );
  }
  return path;
}

function statOf(path: string): 'file' | 'folder' | 'other' | undefined {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat === undefined ? undefined : stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : 'other';
  } catch {
    // The path is below a file: writing it reports that.
    return undefined;
  }
}
