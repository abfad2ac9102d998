import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The real jscodeshift, started as its users start it, on the built transforms. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const JSCODESHIFT = join(
  dirname(createRequire(import.meta.url).resolve('jscodeshift/package.json')),
  'bin',
  'jscodeshift.js',
);

/**
 * Runs one of our transforms in `folder`; `stdout` contains both outputs of the process. Uses one process, unless
 * `--cpus` is given: starting a second takes as long as all of the work.
 */
export function jscodeshiftWith(
  transform: 'fire-task' | 'drain-on-shutdown',
  folder: string,
  ...args: string[]
): { status: number | null; stdout: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      JSCODESHIFT,
      '--no-babel',
      '--extensions=js,jsx,mjs,cjs,ts,tsx',
      '-t',
      join(ROOT, 'codemods', `${transform}.js`),
      ...(args.some((arg) => arg.startsWith('--cpus=')) ? [] : ['--run-in-band']),
      ...args,
    ],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    },
  );
  return { status, stdout: stdout + stderr };
}
