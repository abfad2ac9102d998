import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Tracker from '../../src/tracker/fire-task.ts';
import { writeHelper } from '../support/helper-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'fire-task-faults-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name);

let copies = 0;
function helper(): string {
  copies += 1;
  return pathToFileURL(writeHelper(join(folder, copies.toString()))).href;
}

let tracker: typeof Tracker;
beforeEach(async () => {
  Reflect.deleteProperty(globalThis, Symbol.for('fire-task@1'));
  tracker = (await import(helper())) as typeof Tracker;
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a task', () => {
  it.each<
    [how: string, settle: (resolve: (value: unknown) => void, reject: (error: unknown) => void) => void, status: string]
  >([
    [
      'resolves and rejects',
      (resolve, reject) => {
        resolve(1);
        reject(new Error('late'));
      },
      'done',
    ],
    [
      'rejects and resolves',
      (resolve, reject) => {
        reject(new Error('first'));
        resolve(1);
      },
      'failed',
    ],
    [
      'resolves twice',
      (resolve) => {
        resolve(1);
        resolve(2);
      },
      'done',
    ],
    [
      'rejects twice',
      (_, reject) => {
        reject(new Error('first'));
        reject(new Error('second'));
      },
      'failed',
    ],
    [
      'resolves, then throws',
      (resolve) => {
        resolve(1);
        throw new Error('after');
      },
      'done',
    ],
  ])('that %s settles once, by the first', async (_, settle, status) => {
    const heard: string[] = [];
    tracker.onTaskEvent((type) => {
      heard.push(type);
    });
    // A thenable of somebody else, that keeps no promise's rules.
    const task = tracker.fireTask(
      {
        then: (resolve: (value: unknown) => void, reject: (error: unknown) => void) => {
          settle(resolve, reject);
        },
      },
      'twice',
    );
    expect(await task.settled).toBe(status);
    await sleep(1);
    expect(heard).toEqual(['started', status]);
    expect(tracker.activeTaskCount()).toBe(0);
  });

  it('that rejects with nothing, or with what is no error, is a failure like any other', async () => {
    for (const reason of [undefined, null, 'text', 0, Symbol('x'), Object.create(null) as object]) {
      const task = tracker.fireTask(Promise.reject(reason as Error), 'odd');
      expect(await task.settled).toBe('failed');
      expect(task.error).toBe(reason);
    }
  });

  it('that is aborted again while it cleans up goes on cleaning up', async () => {
    let cleaned = false;
    const task = tracker.fireTask(async ({ signal }) => {
      try {
        await sleep(10_000, undefined, { signal });
      } finally {
        await sleep(30);
        cleaned = true;
      }
    }, 'cleaning');
    task.abort(new Error('first'));
    await sleep(5);
    task.abort(new Error('second'));
    expect(await task.settled).toBe('aborted');
    expect([cleaned, (task.signal.reason as Error).message]).toEqual([true, 'first']);
  });
});

describe('a drain', () => {
  it('ends at its limit when tasks start tasks for ever', async () => {
    let goesOn = true;
    const again = async (): Promise<void> => {
      await sleep(1);
      if (goesOn) tracker.fireTask(again(), 'again');
    };
    tracker.fireTask(again(), 'again');
    const { drained, left, ms } = await tracker.drainTasks({ timeoutMs: 150, close: false });
    goesOn = false;
    expect([drained, left.length]).toEqual([false, 1]);
    expect(ms).toBeLessThan(1000);
    await sleep(10);
  });

  it('that a task awaits ends at its limit, with that task left', async () => {
    const task = tracker.fireTask(
      async () => tracker.drainTasks({ timeoutMs: 50, abortAfterMs: 20, close: false }),
      'drains itself',
    );
    const { drained, left } = await tracker.drainTasks({ timeoutMs: 50, close: false });
    expect([drained, left.map(({ name }) => name)]).toEqual([false, ['drains itself']]);
    expect(await task.settled).toBe('done');
  });

  it('does not wait for the tasks of a worker thread, which drains its own', { timeout: 30_000 }, async () => {
    const worker = new Worker(fixture('worker.mjs'), { workerData: { helper: helper(), tasks: 3 } });
    // It may end in the same turn in which its last message comes.
    const exited = once(worker, 'exit');
    expect(await once(worker, 'message')).toEqual([{ active: 3 }]);
    expect(tracker.activeTaskCount()).toBe(0);
    expect(await tracker.drainTasks({ close: false })).toMatchObject({ drained: true, ms: 0 });
    worker.postMessage('stop');
    expect(await once(worker, 'message')).toEqual([{ drained: true, left: 0 }]);
    await exited;
  });

  it("is each cluster worker's own", { timeout: 30_000 }, async () => {
    const log = join(folder, 'cluster.log');
    writeFileSync(log, '');
    const primary = spawn(process.execPath, [fixture('cluster.mjs'), helper(), log], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(primary.stdout, 'data');
    primary.kill('SIGTERM');
    expect(await once(primary, 'exit')).toEqual([0, null]);
    const lines = readFileSync(log, 'utf8').trim().split('\n');
    expect(lines.filter((line) => line.startsWith('finished')).toSorted()).toEqual([
      ...Array<string>(5).fill('finished 1'),
      ...Array<string>(5).fill('finished 2'),
    ]);
    expect(lines.filter((line) => line.startsWith('exit'))).toEqual(['exit 0', 'exit 0']);
  });
});
