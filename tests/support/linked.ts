import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const COMMANDS = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  'lint-staged': 'node_modules/lint-staged/bin/lint-staged.js',
  'fire-task': 'dist/command/main.js',
};

/**
 * npx as these scripts use it: it runs a linked program, with the other links on the PATH. npm's own takes as long to
 * find the program as ESLint takes to lint, so it only runs for other words. tests/ci/npx.test.ts compares the two.
 */
const npxOf = (bin: string): string => `#!/bin/sh
[ "$1" = --no-install ] && shift
if [ -x "${bin}/$1" ]; then program=$1; shift; PATH="${bin}:$PATH" exec "${bin}/$program" "$@"; fi
PATH=$(printf %s "$PATH" | sed 's|^${bin}/own:||') exec npx "$@"
`;

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a script as a CI step does: with bash, which stops at the first line that fails. */
export type Shell = (script: string, env?: Record<string, string>) => Ran;

/**
 * Links ESLint 10, lint-staged and this package, as built, into a folder, so that code in it finds them as if they were
 * installed.
 */
export function linked(folder: string): Shell {
  const bin = join(folder, 'node_modules/.bin');
  mkdirSync(join(bin, 'own'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules/eslint'), join(folder, 'node_modules/eslint'), 'junction');
  symlinkSync(ROOT, join(folder, 'node_modules/eslint-plugin-fire-task'), 'junction');
  const write = (path: string, script: string): void => {
    writeFileSync(join(bin, path), script);
    chmodSync(join(bin, path), 0o755);
  };
  for (const [name, path] of Object.entries(COMMANDS))
    write(name, `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, path)}" "$@"\n`);
  write('own/npx', npxOf(bin));
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
      env: {
        ...outside,
        PATH: `${join(bin, 'own')}${delimiter}${process.env['PATH'] ?? ''}`,
        NO_COLOR: '1',
        npm_config_loglevel: 'error',
        ...env,
      },
    });
    return { code: status, out: stdout, err: stderr };
  };
}
