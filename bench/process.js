// Runs a command and says what it cost: wall time, processor time of all its processes, and the peak of their memory.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { clearInterval, setInterval } from 'node:timers';

/**
 * Bash's `time` gives what the kernel counted for the command and all that it waited for (getrusage), to a millisecond:
 * `real user system`,
 * in the last line of what the command says as an error.
 */
const TIMED = 'TIMEFORMAT=$\'\\n%R %U %S\'; time "$@"';
/**
 * How often memory is looked at. The kernel keeps each process's own peak, so only what it gains after the last look is
 * missed.
 */
const EVERY_MS = 10;

/**
 * @param command - program and arguments
 * @param options - `cwd`, `env`; `exits`: exit codes that are no failure
 * @returns seconds of `wall` and `cpu`, `memory` in MiB (undefined where there is no /proc), and `out`, the standard
 *   output
 */
export function runProcess(command, { cwd, env = {}, exits = [0, 1] }) {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', TIMED, 'bench', ...command], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const peaks = new Map();
    const timer = setInterval(() => note(child.pid, peaks), EVERY_MS);
    let out = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => void (out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => void (said += text));
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      const [, wall, user, system] = /(\d+[.,]\d+) (\d+[.,]\d+) (\d+[.,]\d+)\s*$/.exec(said) ?? [];
      if (!exits.includes(code) || system === undefined) {
        reject(new Error(`${command.join(' ')}\nended with ${code}:\n${out.slice(-2000)}\n${said.slice(-2000)}`));
        return;
      }
      const seconds = (text) => Number(text.replace(',', '.'));
      const memory = peaks.size === 0 ? undefined : [...peaks.values()].reduce((sum, peak) => sum + peak, 0) / 1024;
      resolve({ wall: seconds(wall), cpu: seconds(user) + seconds(system), memory, out });
    });
  });
}

/** Notes the peak of each process below `root`, in KiB. The shell that measures is none of them. */
function note(root, peaks) {
  for (const pid of below(root)) {
    const [, peak] = /^VmHWM:\s+(\d+)/m.exec(textOf(`/proc/${pid}/status`)) ?? [];
    if (peak !== undefined) peaks.set(pid, Number(peak));
  }
}

function below(pid) {
  const children = textOf(`/proc/${pid}/task/${pid}/children`)
    .split(' ')
    .filter((child) => child !== '');
  // A thread may start a process, too.
  const others = threadsOf(pid)
    .filter((thread) => thread !== String(pid))
    .flatMap((thread) =>
      textOf(`/proc/${pid}/task/${thread}/children`)
        .split(' ')
        .filter((child) => child !== ''),
    );
  return [...children, ...others].flatMap((child) => [child, ...below(child)]);
}

function threadsOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Empty for a process that has ended. */
function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
