import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Shutdown from '../../src/tracker/drain-on-shutdown.ts';
import type * as Core from '../../src/tracker/fire-task.ts';
import { writeHelper } from '../support/helper-files.ts';

type Tracker = typeof Core & typeof Shutdown;

/** The checks of the helper's behaviour, run against the text that is injected, in each of its forms. */
const folder = mkdtempSync(join(tmpdir(), 'fire-task-tracker-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let copies = 0;
async function load(form: 'ts' | 'esm' | 'cjs'): Promise<Tracker> {
  copies += 1;
  const path = writeHelper(join(folder, String(copies)), form);
  return form === 'cjs'
    ? (createRequire(import.meta.url)(path) as Tracker)
    : ((await import(pathToFileURL(path).href)) as Tracker);
}

const KEY = Symbol.for('fire-task@1');
/** Somebody could still settle them, so that none is reported as lost. */
const resolvers: unknown[] = [];
const never = (): Promise<never> => new Promise((resolve) => void resolvers.push(resolve));

describe.each(['ts', 'esm', 'cjs'] as const)('the helper as %s', (form) => {
  let tracker: Tracker;
  let errors: unknown[][];
  beforeEach(async () => {
    Reflect.deleteProperty(globalThis, KEY);
    tracker = await load(form);
    errors = [];
    vi.spyOn(console, 'error').mockImplementation((...line: unknown[]) => void errors.push(line));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('does nothing when it is imported but put one symbol on globalThis', async () => {
    Reflect.deleteProperty(globalThis, KEY);
    const listeners = process.eventNames().map((name) => [name, process.listenerCount(name)]);
    const timers = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = new Set(Reflect.ownKeys(globalThis));
    await load(form);
    expect(Reflect.ownKeys(globalThis).filter((key) => !before.has(key))).toEqual([KEY]);
    expect(process.eventNames().map((name) => [name, process.listenerCount(name)])).toEqual(listeners);
    expect(process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length).toBeLessThanOrEqual(timers);
  });

  it('lists a pending task by name and forgets it by the time settled resolves', async () => {
    let finish = (): void => undefined;
    const task = tracker.fireTask(new Promise<void>((resolve) => (finish = resolve)), 'send');
    expect(tracker.activeTaskCount()).toBe(1);
    expect(JSON.parse(JSON.stringify(tracker.activeTasks()))).toEqual([
      {
        name: 'send',
        startedAt: task.startedAt,
        ageMs: expect.any(Number) as number,
        idleMs: expect.any(Number) as number,
        status: 'running',
      },
    ]);
    finish();
    expect(await task.settled).toBe('done');
    expect(tracker.activeTaskCount()).toBe(0);
  });

  it.each([
    ['an error', new Error('no')],
    ['undefined', undefined],
    ['a string', 'no'],
    ['a frozen object', Object.freeze({})],
  ])('reports a rejection with %s once, and nothing is unhandled', async (_, reason) => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const task = tracker.fireTask(Promise.reject(reason as Error), 'send');
    expect(await task.settled).toBe('failed');
    await sleep(5);
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    expect(errors).toEqual([['%s', expect.stringMatching(/"send" \(\d+ ms old\) failed:/) as string, reason]]);
    expect(task.error).toBe(reason);
  });

  it('starts a function at once, in the async context of the caller, and keeps its synchronous throw to itself', async () => {
    const storage = new AsyncLocalStorage<string>();
    const seen: (string | undefined)[] = [];
    storage.run('request 1', () => {
      tracker.fireTask(async () => {
        seen.push(storage.getStore());
        await sleep(1);
        seen.push(storage.getStore());
      }, 'read');
      expect(seen).toEqual(['request 1']);
    });
    const failed = tracker.fireTask(() => {
      throw new Error('at once');
    }, 'throw');
    expect(failed.status).toBe('failed');
    await sleep(20);
    expect(seen).toEqual(['request 1', 'request 1']);
  });

  it('settles a value that is no promise at once', () => {
    expect(tracker.fireTask(() => 1, 'value').status).toBe('done');
    expect(tracker.fireTask(undefined, 'optional call').status).toBe('done');
    expect(tracker.activeTaskCount()).toBe(0);
  });

  it('adopts a foreign thenable exactly once, and takes a throwing then for a failure', async () => {
    const then = vi.fn((resolve: (value: number) => void) => {
      resolve(1);
    });
    expect(await tracker.fireTask({ then } as unknown as PromiseLike<number>, 'query').settled).toBe('done');
    expect(then).toHaveBeenCalledTimes(1);
    const hostile = {
      then() {
        throw new Error('hostile');
      },
    };
    expect(await tracker.fireTask(hostile as unknown as PromiseLike<number>, 'hostile').settled).toBe('failed');
    const getter = Object.defineProperty({}, 'then', {
      get() {
        throw new Error('getter');
      },
    });
    expect(await tracker.fireTask(getter as PromiseLike<number>, 'getter').settled).toBe('failed');
  });

  it('takes the same promise twice for one task, and the same name twice for two', () => {
    const work = never();
    expect(tracker.fireTask(work, 'once')).toBe(tracker.fireTask(work, 'once'));
    expect(tracker.activeTaskCount()).toBe(1);
    tracker.fireTask(never(), 'once');
    expect(tracker.activeTaskCount()).toBe(2);
  });

  it('gives back a handle that is no promise', () => {
    const task = tracker.fireTask(never(), 'handle');
    expect('then' in task).toBe(false);
  });

  it('keeps nothing of settled tasks', async () => {
    for (let index = 0; index < 20_000; index += 1) tracker.fireTask(Promise.resolve(), `task ${String(index)}`);
    await sleep(10);
    expect(tracker.activeTasks()).toEqual([]);
  });

  it('shares its tasks with other copies of the file', async () => {
    const other = await load(form === 'cjs' ? 'esm' : 'cjs');
    tracker.fireTask(sleep(20), 'shared');
    expect(other.activeTaskCount()).toBe(1);
    expect((await other.drainTasks({ close: false })).drained).toBe(true);
  });

  it('drains at once when nothing is active, without a timer', async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = timers();
    const drain = tracker.drainTasks();
    expect(timers()).toBe(before);
    expect(await drain).toEqual({ drained: true, left: [], ms: 0 });
  });

  it('waits for tasks, for their tasks, and for tasks that start meanwhile', async () => {
    const finished: string[] = [];
    const work = async (name: string, then?: () => void): Promise<void> => {
      await sleep(15);
      then?.();
      finished.push(name);
    };
    tracker.fireTask(
      work('1', () =>
        tracker.fireTask(
          work('2', () => tracker.fireTask(work('3'), '3')),
          '2',
        ),
      ),
      '1',
    );
    setTimeout(() => tracker.fireTask(work('late'), 'late'), 5);
    const report = await tracker.drainTasks();
    expect(report).toMatchObject({ drained: true, left: [] });
    expect(finished.sort()).toEqual(['1', '2', '3', 'late']);
  });

  it('waits for until, and for a task that starts right before it settles', async () => {
    let finished = false;
    const until = sleep(20).then(() => {
      tracker.fireTask(
        sleep(20).then(() => (finished = true)),
        'at the end',
      );
    });
    expect((await tracker.drainTasks({ until })).drained).toBe(true);
    expect(finished).toBe(true);
    expect((await tracker.drainTasks({ until: Promise.reject(new Error('close failed')) })).drained).toBe(true);
  });

  it('aborts what is left, names it, and gives up at the limit without rejecting', async () => {
    const task = tracker.fireTask(never(), 'stuck');
    const { signal } = task;
    const report = await tracker.drainTasks({ timeoutMs: 60, abortAfterMs: 20 });
    expect(report.drained).toBe(false);
    expect(report.left).toEqual([task]);
    expect(report.ms).toBeGreaterThanOrEqual(55);
    expect(signal.aborted).toBe(true);
    expect(errors.flat().join()).toMatch(/aborting after \d+ ms: "stuck" \(\d+ ms old\)/);
  });

  it('lets a task clean up after our abort, and calls it aborted', async () => {
    const steps: string[] = [];
    const task = tracker.fireTask(async ({ signal }) => {
      try {
        await sleep(5000, undefined, { signal });
      } catch (error) {
        steps.push('marked as interrupted');
        throw error;
      }
    }, 'cooperative');
    const report = await tracker.drainTasks({ timeoutMs: 500, abortAfterMs: 20 });
    expect(report.drained).toBe(true);
    expect([task.status, ...steps]).toEqual(['aborted', 'marked as interrupted']);
    expect(errors.flat().join()).not.toContain('failed');
  });

  it('makes a signal only for tasks that read it, because aborting a hundred thousand would block for seconds', async () => {
    const made = vi.spyOn(globalThis, 'AbortController');
    const tasks = Array.from({ length: 100 }, () => tracker.fireTask(never(), 'silent'));
    await tracker.drainTasks({ timeoutMs: 30, abortAfterMs: 1, close: false });
    expect(made).not.toHaveBeenCalled();
    made.mockRestore();
    const [first] = tasks;
    expect([first?.signal.aborted, (first?.signal.reason as Error).name]).toEqual([true, 'AbortError']);
    const own = tracker.fireTask(never(), 'own');
    own.abort('first');
    own.abort('second');
    expect(own.signal.reason).toBe('first');
  });

  it('calls an AbortError without our abort a failure, and a fulfilment after it done', async () => {
    const timeout = tracker.fireTask(Promise.reject(new DOMException('timeout', 'AbortError')), 'fetch');
    expect(await timeout.settled).toBe('failed');
    const deaf = tracker.fireTask(sleep(10), 'deaf');
    deaf.abort();
    expect(deaf.signal.aborted).toBe(true);
    expect(await deaf.settled).toBe('done');
    deaf.abort();
    expect(deaf.status).toBe('done');
  });

  it('follows the signal it is given, and only its own tasks are aborted', async () => {
    const controller = new AbortController();
    const first = tracker.fireTask(({ signal }) => sleep(1000, undefined, { signal }), 'first', {
      signal: controller.signal,
    });
    const second = tracker.fireTask(never(), 'second');
    controller.abort();
    expect(await first.settled).toBe('aborted');
    expect(second.signal.aborted).toBe(false);
    const late = tracker.fireTask(({ signal }) => sleep(1000, undefined, { signal }), 'late', {
      signal: controller.signal,
    });
    expect(await late.settled).toBe('aborted');
  });

  it('gives two drains at once the same report, and drains again later', async () => {
    tracker.fireTask(sleep(10), 'one');
    const first = tracker.drainTasks({ close: false });
    expect(tracker.drainTasks()).toBe(first);
    await first;
    tracker.fireTask(sleep(10), 'two');
    expect((await tracker.drainTasks({ close: false })).drained).toBe(true);
  });

  it('holds a drain under way open for the until of a second call, and closes when either asks for it', async () => {
    tracker.fireTask(sleep(5), 'one');
    const first = tracker.drainTasks({ close: false });
    let closed = false;
    void tracker.drainTasks({ until: sleep(40).then(() => (closed = true)) });
    await first;
    expect(closed).toBe(true);
    expect(tracker.fireTask(() => undefined, 'too late').status).toBe('refused');
  });

  it('waits for what the awaiter of the last task starts, some turns of the microtask queue later', async () => {
    const work = sleep(10);
    tracker.fireTask(work, 'first');
    let finished = false;
    const chain = (async () => {
      await work;
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      tracker.fireTask(
        sleep(20).then(() => (finished = true)),
        'second',
      );
    })();
    expect((await tracker.drainTasks()).drained).toBe(true);
    await chain;
    expect(finished).toBe(true);
  });

  it('survives an until whose then throws', async () => {
    const hostile = {
      then() {
        throw new Error('hostile');
      },
    };
    tracker.fireTask(sleep(30), 'work');
    expect(await tracker.drainTasks({ until: hostile as unknown as PromiseLike<unknown> })).toMatchObject({
      drained: true,
    });
    expect(errors).toEqual([]);
  });

  it('aborts at once what starts after the abort of a drain', async () => {
    const stuck = never();
    tracker.fireTask(stuck, 'stuck');
    const drain = tracker.drainTasks({ timeoutMs: 60, abortAfterMs: 10 });
    await sleep(30);
    const late = tracker.fireTask(({ signal }) => {
      signal.throwIfAborted();
    }, 'late');
    expect(late.status).toBe('aborted');
    await drain;
  });

  it('is open again after a drain that does not close', async () => {
    await tracker.drainTasks();
    expect(tracker.fireTask(() => undefined, 'closed').status).toBe('refused');
    await tracker.drainTasks({ close: false });
    expect(tracker.fireTask(() => undefined, 'open').status).toBe('done');
  });

  it('starts no function after a closing drain, and still tracks a promise', async () => {
    tracker.fireTask(sleep(5), 'last');
    await tracker.drainTasks();
    const run = vi.fn();
    expect(tracker.fireTask(run, 'too late').status).toBe('refused');
    expect(run).not.toHaveBeenCalled();
    expect(errors.flat().join()).toMatch(/"too late" \(\d+ ms old\) was not started/);
    const running = tracker.fireTask(sleep(5), 'running already');
    expect(tracker.activeTaskCount()).toBe(1);
    expect(await running.settled).toBe('done');
  });

  it('prefers the handler of the task, then the configured one; one that fails is reported and stops nothing', async () => {
    const configured = vi.fn();
    const own = vi.fn();
    tracker.configureTasks({ onError: configured });
    await tracker.fireTask(Promise.reject(new Error('a')), 'a').settled;
    await tracker.fireTask(Promise.reject(new Error('b')), 'b', { onError: own }).settled;
    expect(configured).toHaveBeenCalledTimes(1);
    expect(own).toHaveBeenCalledTimes(1);
    tracker.configureTasks({ onError: () => Promise.reject(new Error('handler')) });
    await tracker.fireTask(Promise.reject(new Error('c')), 'c').settled;
    await sleep(5);
    expect(errors).toHaveLength(1);
    expect(errors.flat().map(String)).toEqual([
      '%s',
      expect.stringContaining('onError failed for "c"'),
      'Error: handler',
      'The task failed with:',
      'Error: c',
    ]);
    expect(tracker.activeTaskCount()).toBe(0);
  });

  it('tells listeners of each change, until they leave; one that throws stops no other', async () => {
    const seen: string[] = [];
    tracker.onTaskEvent(() => {
      throw new Error('listener');
    });
    tracker.onTaskEvent(() => Promise.reject(new Error('asynchronous listener')));
    const leave = tracker.onTaskEvent((type, { name }) => void seen.push(`${type} ${name}`));
    await tracker.fireTask(Promise.resolve(), 'a').settled;
    leave();
    await tracker.fireTask(Promise.resolve(), 'b').settled;
    expect(seen).toEqual(['started a', 'done a']);
    expect(tracker.activeTaskCount()).toBe(0);
    await sleep(5);
    expect(errors.filter(([, line]) => String(line).includes('a listener failed'))).toHaveLength(8);
  });

  it('reports a silent task once for each silence', () => {
    vi.useFakeTimers();
    tracker.configureTasks({ stallAfterMs: 100 });
    const seen: string[] = [];
    tracker.onTaskEvent((type, { name }) => {
      if (type === 'stalled') seen.push(name);
    });
    const silent = tracker.fireTask(never(), 'silent');
    const lively = tracker.fireTask(never(), 'lively');
    const beats = setInterval(() => {
      lively.beat();
    }, 20);
    vi.advanceTimersByTime(350);
    expect(seen).toEqual(['silent']);
    silent.beat();
    vi.advanceTimersByTime(250);
    clearInterval(beats);
    tracker.configureTasks({ stallAfterMs: undefined });
    expect(seen).toEqual(['silent', 'silent']);
    expect(errors.flat()).toContainEqual(expect.stringMatching(/"silent" \(\d+ ms old\) has been silent for \d+ ms/));
  });

  it('hands one promise for each task to the platform, and ignores a platform that throws', async () => {
    const handed: Promise<string>[] = [];
    tracker.configureTasks({ waitUntil: (settled) => void handed.push(settled) });
    tracker.fireTask(Promise.reject(new Error('no')), 'a');
    expect(await Promise.all(handed)).toEqual(['failed']);
    tracker.configureTasks({
      waitUntil: () => {
        throw new Error('outside a request');
      },
    });
    expect(await tracker.fireTask(Promise.resolve(), 'b').settled).toBe('done');
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    tracker.configureTasks({ waitUntil: () => Promise.reject(new Error('later')) });
    tracker.fireTask(Promise.resolve(), 'c');
    await sleep(5);
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('calls waitUntil as a method', () => {
    const receivers: unknown[] = [];
    tracker.configureTasks({
      waitUntil(this: unknown) {
        receivers.push(this);
      },
    });
    tracker.fireTask(Promise.resolve(), 'a');
    expect(receivers).toEqual([expect.objectContaining({ waitUntil: expect.any(Function) as unknown })]);
  });

  it('takes handlers away again that it put on signals', () => {
    const before = process.listenerCount('SIGTERM');
    const { undo } = tracker.drainOnShutdown();
    const again = tracker.drainOnShutdown();
    expect(process.listenerCount('SIGTERM')).toBe(before + 1);
    undo();
    expect(process.listenerCount('SIGTERM')).toBe(before + 1);
    again.undo();
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});
