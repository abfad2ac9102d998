import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const COMMANDS = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  'lint-staged': 'node_modules/lint-staged/bin/lint-staged.js',
  'fire-task': 'dist/src/cli/main.js',
};

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a script as a step of CI runs it: by bash, which stops at the first line that fails. */
export type Shell = (script: string, env?: Record<string, string>) => Ran;

/**
 * Links ESLint 10, lint-staged and this package, as built, into a folder, so that code below it finds them as
 * installed.
 */
export function linked(folder: string): Shell {
  const bin = join(folder, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  symlinkSync(join(ROOT, 'node_modules/eslint'), join(folder, 'node_modules/eslint'), 'junction');
  symlinkSync(ROOT, join(folder, 'node_modules/eslint-plugin-fire-task'), 'junction');
  for (const [name, path] of Object.entries(COMMANDS)) {
    writeFileSync(join(bin, name), `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, path)}" "$@"\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const outside = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:CI|GITHUB_.*|FORCE_COLOR|NODE_OPTIONS|npm_.*|VITEST.*)$/.test(name),
    ),
  );
  return (script, env = {}) => {
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      env: { ...outside, NO_COLOR: '1', npm_config_loglevel: 'error', ...env },
    });
    return { code: status, out: stdout, err: stderr };
  };
}
