import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const MINUTES = 20;
const OURS = resolve(import.meta.dirname, '../../dist/command/main.js');

/**
 * Runs the built `fire-task` in a folder.
 *
 * @returns its output with `--json`
 * @throws {Error} with the command's own message when it could not run
 */
export function fireTask(folder, command, args) {
  const options = { cwd: folder, encoding: 'utf8', env: plainEnvironment(), maxBuffer: 1 << 30 };
  const { status, stdout, stderr } = spawnSync(process.execPath, [OURS, command, '--json', ...args], options);
  // 1 means findings, or findings left for manual work.
  if (status !== 0 && status !== 1) throw new Error(`${command} of ${folder} ended with ${status}: ${stderr.trim()}`);
  return JSON.parse(stdout);
}

/**
 * Runs a shell command in a folder, and ends it and its child processes after twenty minutes.
 *
 * @returns its exit code and its complete output, in order
 */
export function runIn(folder, command) {
  return new Promise((resolve, reject) => {
    // A separate process group, so that servers left running by a test can also be ended.
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
        // No process is left.
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

/** The environment without variables of the npm script or git hook around us, for plain text output. */
export function plainEnvironment() {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:GIT_|npm_|NODE_OPTIONS$|INIT_CWD$)/.test(name));
  return { ...Object.fromEntries(own), NO_COLOR: '1', FORCE_COLOR: '0' };
}
