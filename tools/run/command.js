import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const MINUTES = 20;
const OURS = resolve(import.meta.dirname, '../../dist/command/main.js');

/**
 * Runs the built `fire-task` in a folder.
 *
 * @returns what it says with `--json`
 * @throws {Error} with its own words when it could not run
 */
export function fireTask(folder, command, args) {
  const options = { cwd: folder, encoding: 'utf8', env: plainEnvironment(), maxBuffer: 1 << 30 };
  const { status, stdout, stderr } = spawnSync(process.execPath, [OURS, command, '--json', ...args], options);
  // 1: there are findings, or something is left for a person.
  if (status !== 0 && status !== 1) throw new Error(`${command} of ${folder} ended with ${status}: ${stderr.trim()}`);
  return JSON.parse(stdout);
}

/**
 * Runs a shell command in a folder, with whatever it starts, and ends it after twenty minutes.
 *
 * @returns its exit code and all that it printed, in the order in which it came
 */
export function runIn(folder, command) {
  return new Promise((resolve, reject) => {
    // A group of its own, so that servers which a test leaves running can be ended with it.
    const child = spawn(command, {
      cwd: folder,
      shell: true,
      detached: true,
      env: { ...plainEnvironment(), CI: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    const end = () => {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Nothing of it is left.
      }
    };
    const timer = setTimeout(end, MINUTES * 60_000);
    process.once('exit', end);
    child.once('error', reject);
    child.once('exit', end);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      process.off('exit', end);
      resolve({ code: code ?? signal, output });
    });
  });
}

/** Nothing of the npm script or the git hook around us, and plain text. */
export function plainEnvironment() {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:GIT_|npm_|NODE_OPTIONS$|INIT_CWD$)/.test(name));
  return { ...Object.fromEntries(own), NO_COLOR: '1', FORCE_COLOR: '0' };
}
