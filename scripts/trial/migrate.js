import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { plainEnvironment } from './run.js';

const COMMAND = fileURLToPath(new URL('../../dist/command/main.js', import.meta.url));

/** Runs the built command; gives back what it says with `--json`. */
export function migrate(copy, paths, reach) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [COMMAND, 'migrate', '--json', '--reach', reach, ...paths],
    { cwd: copy, encoding: 'utf8', env: plainEnvironment(), maxBuffer: 1 << 28 },
  );
  // 1: something is left for a person.
  if (status !== 0 && status !== 1) throw new Error(`the codemod ended with exit code ${status}: ${stderr.trim()}`);
  return JSON.parse(stdout);
}
