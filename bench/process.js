// Runs a command and measures its cost: wall time, processor time of all its processes, and their peak memory.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { clearInterval, setInterval } from 'node:timers';

/**
 * Bash's `time` prints the kernel's figures for the command and everything it waited for (getrusage), in milliseconds:
 * `real user system`, in the last line on stderr.
 */
const TIMED = 'TIMEFORMAT=$\'\\n%R %U %S\'; time "$@"';
/**
 * How often memory is read. The kernel records each process's peak, so only growth after the last reading is missed.
 */
const EVERY_MS = 10;

/**
 * @param command - program and arguments
 * @param options - `cwd`, `env`; `exits`: exit codes that do not count as failures
 * @returns seconds of `wall` and `cpu`, `memory` in MiB (undefined without /proc), and `out`, the standard output
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

/** Records the peak of each process below `root`, in KiB, without the measuring shell itself. */
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
  // Threads can start processes, too.
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

/** Empty if the process has ended. */
function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
