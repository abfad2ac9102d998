import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { writeHelper } from '../support/helper-files.ts';

/** How processes of all kinds end: frameworks with hooks of their own, clusters, threads, crashes. */
const folder = mkdtempSync(join(tmpdir(), 'fire-task-processes-'));
const helper = writeHelper(folder);
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | string | null;
  readonly lines: string[];
  readonly errors: string;
}

/** Runs the fixture, sends each signal when it is ready (and so much later), and waits for its end. */
async function run(
  how: string,
  signals: readonly (readonly [afterMs: number, signal: NodeJS.Signals])[] = [[0, 'SIGTERM']],
  env: Record<string, string> = {},
): Promise<Ended> {
  const fixture = join(import.meta.dirname, 'fixtures/processes.mjs');
  const child = spawn(process.execPath, ['--expose-gc', fixture, how, helper], {
    stdio: 'pipe',
    env: { ...process.env, ...env },
  });
  children.push(child);
  let out = '';
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const exited = once(child, 'close') as Promise<[number | null, string | null]>;
  await Promise.race([
    new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk) => {
        out += String(chunk);
        if (out.includes('ready')) resolve();
      });
    }),
    exited,
  ]);
  for (const [afterMs, signal] of signals) {
    await sleep(afterMs);
    child.kill(signal);
  }
  const [code, signal] = await exited;
  return { code: code ?? signal, lines: out.trim().split('\n'), errors };
}

describe.concurrent('a NestJS application', () => {
  it.each(['never', 'before', 'after'])(
    'has its tasks done before its modules are destroyed, with enableShutdownHooks called %s',
    async (hooks) => {
      const { code, lines, errors } = await run('nest', [[0, 'SIGTERM']], { HOOKS: hooks });
      expect(lines).toEqual(['ready', 'done task', 'database closed', 'shut down by SIGTERM']);
      expect(errors).toMatch(/^fire-task: SIGTERM: [01] finished in \d+ ms, none left\n$/);
      expect(code).toBe(0);
    },
  );
});

describe.concurrent('a process without a server', () => {
  it('takes no more jobs from its queue, and waits for the tasks of the last', async () => {
    const { code, lines, errors } = await run('queue', [[200, 'SIGTERM']]);
    const closed = lines.indexOf('closed');
    const jobs = lines.filter((line) => line.startsWith('done'));
    expect(closed).toBeGreaterThan(0);
    expect(lines.slice(-2)).toEqual([jobs.at(-1), 'then']);
    expect(lines.indexOf(jobs.at(-1) ?? '')).toBeGreaterThan(closed);
    expect(errors).toMatch(/none left/);
    expect(code).toBe(0);
  });

  it('is told that what it handed over is no server, and drains', async () => {
    const { code, lines, errors } = await run('no server');
    expect(errors).toMatch(/^fire-task: drainOnShutdown was given what has no close\(\): give it what listen\(\)/);
    expect([code, lines]).toEqual([0, ['ready', 'done task']]);
  });

  it('does not end with a drain of somebody else that has a shorter limit', async () => {
    const { code, lines } = await run('a shorter drain');
    expect([code, lines]).toEqual([0, ['ready', 'done task']]);
  });

  it('has its own limit in a drain of somebody else that has a longer one', async () => {
    const startedAt = Date.now();
    const { code, lines, errors } = await run('a longer drain');
    expect(errors).toMatch(/fire-task: SIGTERM: 0 finished in \d+ ms, not finished: "task" \(\d+ ms old\)\n/);
    expect([code, lines]).toEqual([1, ['ready', 'then']]);
    expect(Date.now() - startedAt).toBeLessThan(15_000);
  });

  it('takes numbers that make no sense for none', async () => {
    const { code, lines, errors } = await run('bad numbers');
    expect(errors).toMatch(
      /^fire-task: timeoutMs cannot be NaN: 25000 ms is taken\nfire-task: connectionsMs cannot be -1: 5000 ms is taken\nfire-task: delayMs cannot be Infinity: 0 ms is taken\nfire-task: SIGTERM: 5 finished in \d+ ms, none left\n$/,
    );
    expect(lines.filter((line) => line.startsWith('done'))).toHaveLength(5);
    expect(code).toBe(0);
  });

  it('takes no requests when it begins to listen after the signal', async () => {
    const { code, lines, errors } = await run('late servers');
    expect(lines).toEqual(['ready', 'listening false', 'listening false', 'done task', 'then of the late one']);
    expect(errors).toMatch(/^fire-task: SIGTERM: 1 finished in \d+ ms, none left\n$/);
    expect(code).toBe(0);
  });

  it('says what it waited for in vain when that is no task', async () => {
    const { code, errors } = await run('no end of close');
    expect(errors).toMatch(
      /^fire-task: SIGTERM: 0 finished in \d+ ms, not finished: a request, a worker or a close\(\)\n$/,
    );
    expect(code).toBe(1);
  });

  it('closes once what it was given several times', async () => {
    const { code, lines } = await run('the same twice');
    expect([code, lines]).toEqual([0, ['ready', 'closed', 'done task']]);
  });

  it('exits with 1 when a task can never end, and names it', async () => {
    const { code, lines, errors } = await run('a lost task');
    expect(errors).toMatch(/fire-task: "gone" \(\d+ ms old\) can never settle/);
    expect(errors).toMatch(/fire-task: SIGTERM: 1 finished in \d+ ms, not finished: "gone" \(\d+ ms old\)\n/);
    expect([code, lines]).toEqual([1, ['ready', 'done other']]);
  });

  it('exits with 1 when cleaning up begins a task, which is cut off', async () => {
    const { code, errors } = await run('a task in then');
    expect(errors).toMatch(/fire-task: exit with 1, lost: "late" \(\d+ ms old\)/);
    expect(code).toBe(1);
  });

  it('exits with 1 when cleaning up begins a function, which is not started', async () => {
    const { code, lines, errors } = await run('a function in then');
    expect(errors).toMatch(/fire-task: "late" \(\d+ ms old\) was not started/);
    expect([code, lines]).toEqual([1, ['ready']]);
  });

  it('lives on after a failure of cleaning up, where the exit is its own affair', async () => {
    const { code, lines, errors } = await run('then that throws, without an exit');
    expect(errors).toMatch(/fire-task: then failed: Error: then/);
    expect([code, lines]).toEqual([0, ['ready', 'lives']]);
  });

  it('hears the one signal that it is given', async () => {
    const { code, lines, errors } = await run('one signal', [[0, 'SIGHUP']]);
    expect(errors).toMatch(/^fire-task: SIGHUP: 1 finished in \d+ ms, none left\n$/);
    expect([code, lines]).toEqual([0, ['ready', 'done task']]);
  });

  it.each(['SIGHUP', 'SIGUSR2'] as const)('hears %s, whichever of several calls names it', async (signal) => {
    const { code, lines, errors } = await run('several calls', [[0, signal]]);
    expect(errors).toMatch(new RegExp(`^fire-task: ${signal}: 1 finished in \\d+ ms, none left\n$`));
    expect([code, lines]).toEqual([0, ['ready', 'done task', 'then 1', 'then 2']]);
  });

  it('hears a signal again whose handlers somebody took away', async () => {
    const { code, lines } = await run('handlers taken away');
    expect([code, lines]).toEqual([0, ['ready', 'done task']]);
  });

  it('has one shutdown, however many copies of the helper it loads', async () => {
    const { code, lines, errors } = await run('two copies');
    expect(errors).toMatch(/^fire-task: SIGTERM: 2 finished in \d+ ms, none left\n$/);
    expect([code, lines]).toEqual([0, ['ready', 'done task of the copy', 'done task', 'then of the copy', 'then']]);
  });

  it('waits for a task that nothing else would keep it alive for', async () => {
    const { code, lines } = await run('a task that no timer holds');
    expect([code, lines]).toEqual([0, ['ready', 'done task']]);
  });

  it('drains to the end when handlers of failures throw or reject', async () => {
    const { code, errors } = await run('handlers that fail while it drains');
    expect(errors).toMatch(/onError failed for "throws" \(\d+ ms old\): Error: handler/);
    expect(errors).toMatch(/onError failed for "rejects" \(\d+ ms old\): Error: handler/);
    expect(errors).toMatch(/fire-task: SIGTERM: 2 finished in \d+ ms, none left\n$/);
    expect(code).toBe(0);
  });

  it('can be told to stop again after that was undone', async () => {
    const { code, lines, errors } = await run('undone and done again');
    expect(errors).toMatch(/SIGTERM: 0 finished in \d+ ms, none left\n.*SIGTERM: 1 finished in \d+ ms, none left\n$/s);
    expect([code, lines]).toEqual([0, ['draining false', 'ready', 'done task']]);
  });

  it('exits with 1 when cleaning up has no end', async () => {
    const { code, errors } = await run('then that hangs');
    expect(errors).toMatch(/fire-task: then failed: Error: it has not ended/);
    expect(code).toBe(1);
  });
});

describe.concurrent('a cluster', () => {
  it.each([
    ['the primary', false],
    // As Ctrl-C and control groups do.
    ['all of it', true],
  ])('ends when the tasks of its workers are done, when the signal goes to %s', async (_, twice) => {
    const { code, lines } = await run(
      'cluster',
      twice
        ? [
            [0, 'SIGTERM'],
            [20, 'SIGTERM'],
          ]
        : undefined,
    );
    expect(lines.filter((line) => line.startsWith('done 1 '))).toHaveLength(5);
    expect(lines.filter((line) => line.startsWith('done 2 '))).toHaveLength(5);
    expect(code).toBe(0);
  });
});

describe.concurrent('a cluster whose primary starts another worker for each that ends', () => {
  it('ends with its workers, and starts none', async () => {
    const { code, lines } = await run('a cluster that respawns');
    expect(lines.filter((line) => line === 'forked')).toHaveLength(2);
    expect(lines.filter((line) => /^(?:done|respawn)/.test(line)).sort()).toEqual([
      'done 1',
      'done 2',
      'respawn',
      'respawn',
    ]);
    expect(code).toBe(0);
  });
});

describe.concurrent('worker threads', () => {
  it('have their tasks waited for', async () => {
    const { code, lines } = await run('threads');
    expect(lines.filter((line) => line.startsWith('done of the thread'))).toHaveLength(5);
    expect(code).toBe(0);
  });

  it('that end in the middle of it hold nothing up, and their tasks count as lost', async () => {
    const startedAt = Date.now();
    const { code } = await run('a thread that ends');
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    expect(code).toBe(1);
  });
});

describe.concurrent('a worker thread', () => {
  it('that computes when the signal comes, and hears of nothing, is waited for', async () => {
    const { code, lines } = await run('a thread that computes');
    expect([code, lines]).toEqual([0, ['ready', 'done of the thread']]);
  });

  it('that is terminated with tasks holds nothing up, is named, and makes the exit code 1', async () => {
    const startedAt = Date.now();
    const { code, errors } = await run('a thread that is terminated');
    expect(errors).toMatch(/fire-task: thread \d+ failed: it ended before its tasks\n/);
    expect(code).toBe(1);
    expect(Date.now() - startedAt).toBeLessThan(12_000);
  });
});

describe.concurrent('an end that nobody planned', () => {
  it.each([
    ['an uncaught exception', 'crash', 1],
    ['an unhandled rejection', 'rejection', 1],
    ['an exit in a task', 'exit in a task', 3],
    ['an exit in a handler of failures', 'an exit in a handler', 3],
  ])('says what is lost: %s', async (_, how, expected) => {
    const { code, errors } = await run(how, []);
    expect(errors).toMatch(/fire-task: exit with \d, lost: "(?:task|other)" \(\d+ ms old\)/);
    expect(code).toBe(expected);
  });

  it('of the primary of a cluster drains its workers first where that is asked for', async () => {
    const { code, lines, errors } = await run('a primary that crashes', []);
    expect(lines).toEqual(['done task']);
    expect(errors).toMatch(/fire-task: uncaughtException failed: Error: crashed/);
    expect(errors).toMatch(/fire-task: SIGTERM: 1 finished in \d+ ms, none left/);
    expect(code).toBe(1);
  });

  it('is drained first where that is asked for', async () => {
    const { code, lines, errors } = await run('crash, drained', []);
    expect(lines).toEqual(['ready', 'done task', 'then']);
    expect(errors).toMatch(/fire-task: uncaughtException failed: Error: crashed/);
    expect(errors).not.toContain('lost');
    expect(code).toBe(1);
  });
});
