import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Manager } from './manager.ts';

const ARGUMENTS = ['.', '--suppress-rule', 'fire-task/no-untracked-promises'];
const FILE = 'eslint-suppressions.json';

/**
 * Has ESLint write the findings that are there into its baseline, so that only new ones fail.
 *
 * @param canRun - whether all that ESLint needs is installed
 * @returns what to print
 */
export function writeBaseline(root: string, { run }: Manager, canRun: boolean): string {
  const command = `${run} eslint ${ARGUMENTS.join(' ')}`;
  const program = canRun ? eslintProgram(root) : undefined;
  if (program === undefined) return `Write the baseline once ESLint is installed: ${command}`;
  const { status, stderr, stdout } = spawnSync(process.execPath, [program, ...ARGUMENTS], {
    cwd: root,
    encoding: 'utf8',
  });
  if (existsSync(join(root, FILE))) return `Wrote ${FILE}, the baseline.`;
  if (status === 0) return 'No baseline is needed: ESLint reports nothing.';
  const [reason = 'it gave no reason'] = `${stderr}\n${stdout}`.split('\n').filter((line) => line.trim() !== '');
  return `No baseline was written, because ESLint could not run: ${reason.trim()}. Try again with: ${command}`;
}

function eslintProgram(root: string): string | undefined {
  try {
    const manifest = createRequire(join(root, 'index.js')).resolve('eslint/package.json');
    return join(dirname(manifest), 'bin/eslint.js');
  } catch {
    return undefined;
  }
}
