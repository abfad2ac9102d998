import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Manager } from './manager.ts';
import { readText } from '../../project/manifest.ts';

/** The arguments that make ESLint write the baseline. */
export const SUPPRESS = ['.', '--suppress-rule', 'fire-task/no-untracked-promises'];
export const BASELINE = 'eslint-suppressions.json';

/** The outcome of writing the baseline. */
export interface BaselineResult {
  readonly said: string;
  /** Whether ESLint could not write it. */
  readonly hasFailed: boolean;
}

/**
 * Makes ESLint write the present findings to its baseline, so that only new ones fail.
 *
 * @param canRun - whether everything that ESLint needs is installed
 */
export function writeBaseline(root: string, { run }: Manager, canRun: boolean): BaselineResult {
  const command = `${run} eslint ${SUPPRESS.join(' ')}`;
  const program = canRun ? eslintProgram(root) : undefined;
  if (program === undefined)
    return { said: `Write the baseline once ESLint is installed: ${command}`, hasFailed: false };
  const path = join(root, BASELINE);
  const before = readText(path);
  const { status, stderr, stdout } = spawnSync(process.execPath, [program, ...SUPPRESS], {
    cwd: root,
    encoding: 'utf8',
  });
  const after = readText(path);
  if (after !== before) return { said: `Wrote ${BASELINE}, the baseline.`, hasFailed: false };
  // 1 means that other rules still report something.
  if (status === 0 || status === 1)
    return {
      said: before === undefined ? 'No baseline is needed: the rule reports nothing.' : `${BASELINE} is up to date.`,
      hasFailed: false,
    };
  const why = reasonIn(`${stderr}\n${stdout}`);
  return {
    said: `No baseline was written, because ESLint could not run: ${why} Try again with: ${command}`,
    hasFailed: true,
  };
}

/** The first line that gives a reason. */
function reasonIn(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const reason = lines.find((line) => line !== '' && !/^(?:Oops! Something went wrong|ESLint: \d)/.test(line));
  return `${(reason ?? 'it gave no reason').replace(/\.$/, '')}.`;
}

function eslintProgram(root: string): string | undefined {
  try {
    const manifest = createRequire(join(root, 'index.js')).resolve('eslint/package.json');
    return join(dirname(manifest), 'bin/eslint.js');
  } catch {
    return undefined;
  }
}
