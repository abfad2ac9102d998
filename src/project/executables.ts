import { extname, join } from 'node:path';
import type { Workspace } from './workspace.ts';

const NODE = /^#!.*\bnode\b/;

/**
 * The programs of a package that are JavaScript without an extension, so that no listing of code has them: what `bin`
 * or a script of its package.json starts, as in `node ./bin/www`.
 */
export function executablesOf(root: string, { files, packages }: Workspace): string[] {
  const { runs = [] } = packages.of(join(root, 'package.json')).manifest;
  return runs.map((path) => join(root, path)).filter((path) => NODE.test(files.textAt(path) ?? ''));
}

/** Whether a path may be such a program. */
export function mayBeExecutable(path: string): boolean {
  return extname(path) === '';
}
