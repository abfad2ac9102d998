import { fork } from 'node:child_process';
import { relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const CHECKER = new URL('../survey/check.js', import.meta.url);
/** After this many files, a process is replaced by a new one. */
const ENOUGH = 3_000;

/**
 * Checks all files in separate processes, so that a crash or a hang costs one file, and names it.
 *
 * @returns the sources, with a result for each file
 */
export async function checkFiles(sources, { jobs, limit, after }) {
  const done = [];
  // The largest come first, so that none of them runs alone at the end.
  const waiting = [...sources.entries()].sort(([, a], [, b]) => b.files.length - a.files.length);
  await Promise.all(
    Array.from({ length: jobs }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, { files, ...source }] = next;
        done[index] = { ...source, results: await checkSource(source.root, files, limit) };
        after(done[index]);
      }
    }),
  );
  return done;
}

async function checkSource(root, files, limit) {
  const results = [];
  for (let at = 0; at < files.length;) {
    const some = await checkInProcess(root, files.slice(at, at + ENOUGH), limit);
    at += some.length;
    results.push(...some);
  }
  return results.map((result) => ({ ...result, path: relative(root, result.path) }));
}

/** Checks files until the process ends; if it crashes or hangs, the last result is that of the file responsible. */
function checkInProcess(root, files, limit) {
  const results = [];
  const child = fork(CHECKER, [root], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr.on('data', (text) => {
    said = `${said}${text}`.slice(-2_000);
  });
  return new Promise((resolve) => {
    let timer;
    let isLate = false;
    const next = () => {
      clearTimeout(timer);
      if (results.length === files.length) {
        child.disconnect();
        return;
      }
      timer = globalThis.setTimeout(() => {
        isLate = true;
        child.kill('SIGKILL');
      }, limit);
      child.send(files[results.length]);
    };
    child.on('message', (result) => {
      results.push(result);
      next();
    });
    // Not 'close', which does not follow a disconnect. The process's last output may arrive a little later.
    child.on('exit', async (code, signal) => {
      clearTimeout(timer);
      await setTimeout(20);
      if (results.length < files.length) {
        const last = said.trim().split('\n').slice(-8).join(' | ');
        const late = { kind: 'time-out', detail: `more than ${limit / 1000} s` };
        const crash = { kind: 'crash', detail: `${signal ?? `exit code ${code}`} ${last}` };
        results.push({ path: files[results.length], milliseconds: limit, troubles: [isLate ? late : crash] });
      }
      resolve(results);
    });
    next();
  });
}
