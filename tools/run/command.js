import { spawn } from 'node:child_process';

const MINUTES = 20;

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
