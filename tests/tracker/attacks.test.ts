import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Shutdown from '../../src/tracker/drain-on-shutdown.ts';
import type * as Core from '../../src/tracker/fire-task.ts';
import { writeHelper } from '../support/helper-files.ts';

/** Whatever is handed over, a request is answered and a drain ends. */
const folder = mkdtempSync(join(tmpdir(), 'fire-task-attacks-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Tracker = typeof Core & typeof Shutdown;
let copies = 0;
let tracker: Tracker;
const unhandled = vi.fn();
beforeEach(async () => {
  Reflect.deleteProperty(globalThis, Symbol.for('fire-task@1'));
  copies += 1;
  tracker = (await import(pathToFileURL(writeHelper(join(folder, String(copies)))).href)) as Tracker;
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  unhandled.mockClear();
  process.on('unhandledRejection', unhandled);
});
afterEach(() => {
  process.off('unhandledRejection', unhandled);
  vi.restoreAllMocks();
});

const aTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const thrower = (): never => {
  throw new Error('hostile');
};
const answersTwice = (ok: (value: unknown) => void): void => {
  ok(1);
  ok(2);
  thrower();
};
const answersWithAnother = (ok: (value: unknown) => void): void => {
  ok({
    then: (_: unknown, no: (error: unknown) => void) => {
      no(undefined);
    },
  });
};
const hostileTo = (name: string): object => Object.defineProperty({}, name, { get: thrower });
const sharedSignal = (): { signal: AbortSignal; abort: (reason: Error) => void } => {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    abort: (reason) => {
      controller.abort(reason);
    },
  };
};
/** As JSON of a request makes it. */
const hostileText: unknown = JSON.parse('{"toString":1,"valueOf":1}');

describe('a name', () => {
  it.each([
    ['a number', 7, '7'],
    ['nothing', undefined, '[undefined]'],
    ['null', null, '[object]'],
    ['a symbol', Symbol('x'), '[symbol]'],
    ['an object without a text', hostileText, '[object]'],
    ['a big number', 12n, '12'],
  ])('that is %s costs nothing', async (_, name, shown) => {
    const task = tracker.fireTask(Promise.reject(new Error('no')), name as string);
    expect(task.name).toBe(shown);
    expect(await task.settled).toBe('failed');
  });

  it('is made of what a request sent by label(), which asks no object for its text', () => {
    expect(() => `bill:${hostileText as string}`).toThrow(TypeError);
    expect(`bill:${tracker.label(hostileText)}`).toBe('bill:[object]');
    expect([tracker.label('ab'), tracker.label(3), tracker.label('x'.repeat(300)).length]).toEqual(['ab', '3', 200]);
  });
});

describe('work', () => {
  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'done'],
    ['null', null, 'done'],
    ['a number', 7, 'done'],
    ['an object whose then throws when it is read', hostileTo('then'), 'failed'],
    ['a then that throws', { then: thrower }, 'failed'],
    ['a function whose promise rejects', () => Promise.reject(new Error('no')), 'failed'],
    ['a then that answers twice and throws', { then: answersTwice }, 'done'],
    ['a then that answers with another', { then: answersWithAnother }, 'failed'],
    [
      'a function that has a then',
      Object.assign(thrower, {
        then: (ok: () => void) => {
          ok();
        },
      }),
      'done',
    ],
    [
      'a promise of another realm',
      runInNewContext('const no = Promise.reject(null); no.catch(() => {}); no'),
      'failed',
    ],
    ['several of another realm', runInNewContext('[Promise.resolve(1)]'), 'done'],
    [
      'a function whose promise is of an error that is frozen',
      () => Promise.reject(Object.freeze(new Error('no'))),
      'failed',
    ],
  ])('that is %s has an end', async (_, work, status) => {
    expect(await tracker.fireTask(work, 'work').settled).toBe(status);
    expect(tracker.activeTaskCount()).toBe(0);
    await aTurn();
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('that is several promises lasts as long as the last of them, and fails as the first that does', async () => {
    const reason = new Error('no');
    let isOver = false;
    const slow = new Promise<void>((resolve) => setTimeout(resolve, 50)).then(() => (isOver = true));
    const task = tracker.fireTask([slow, Promise.reject(reason), Promise.reject(new Error('other')), 7], 'several');
    expect(tracker.activeTaskCount()).toBe(1);
    expect([await task.settled, task.error, isOver]).toEqual(['failed', reason, true]);
    const given = tracker.fireTask(() => [Promise.resolve(1), Promise.resolve(2)], 'given');
    expect(tracker.activeTaskCount()).toBe(1);
    expect(await given.settled).toBe('done');
    await aTurn();
    expect(unhandled).not.toHaveBeenCalled();
  });

  it.each<[string, unknown]>([
    [
      'an async generator',
      (async function* () {
        yield await Promise.resolve(1);
      })(),
    ],
    [
      'a function that gives one',
      async function* () {
        yield await Promise.resolve(1);
      },
    ],
    [
      'a generator',
      (function* () {
        yield 1;
      })(),
    ],
  ])('that is %s, which runs for nobody, fails and says so', async (_, work) => {
    const task = tracker.fireTask(work, 'work');
    expect([await task.settled, String(task.error)]).toEqual([
      'failed',
      'TypeError: a generator does nothing until somebody iterates it: give an async function',
    ]);
    expect(vi.mocked(console.error)).toHaveBeenCalledTimes(1);
  });

  it.each<[string, unknown]>([
    ['a list without promises', [1, 'a']],
    ['an iterator', [1].values()],
  ])('that is %s is no work', async (_, work) => {
    const task = tracker.fireTask(work, 'work');
    expect(tracker.activeTaskCount()).toBe(0);
    expect(await task.settled).toBe('done');
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a signal that throws when it is read', hostileTo('signal')],
    ['a handler that throws when it is read', hostileTo('onError')],
    ['a signal that is none', { signal: {} }],
    ['a handler that is no function', { onError: 7 }],
    ['a handler that rejects', { onError: () => Promise.reject(new Error('handler')) }],
  ])('with options that are %s is tracked all the same', async (_, options) => {
    const task = tracker.fireTask(Promise.reject(new Error('no')), 'work', options as Core.TaskOptions);
    expect(await task.settled).toBe('failed');
    await aTurn();
    expect([tracker.activeTaskCount(), unhandled.mock.calls]).toEqual([0, []]);
  });

  it('whose signal was aborted before is started, and told', async () => {
    const signal = AbortSignal.abort(new Error('before'));
    let seen: unknown;
    const task = tracker.fireTask(
      (own) => {
        seen = own.signal.reason;
        own.signal.throwIfAborted();
      },
      'late',
      { signal },
    );
    expect([await task.settled, seen]).toEqual(['aborted', signal.reason]);
  });

  it('with a signal that many share makes Node warn of no leak, and each leaves it with its task', async () => {
    const warned = vi.fn();
    process.on('warning', warned);
    const { signal, abort } = sharedSignal();
    const listen = vi.spyOn(signal, 'addEventListener');
    const never = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });
    const short = Array.from({ length: 20 }, () => tracker.fireTask(Promise.resolve(), 'short', { signal }));
    const long = Array.from({ length: 20 }, () => tracker.fireTask(() => never, 'long', { signal }));
    await Promise.all(short.map(({ settled }) => settled));
    abort(new Error('enough'));
    expect(new Set(await Promise.all(long.map(({ settled }) => settled)))).toEqual(new Set(['aborted']));
    expect(short.map((task) => task.signal.aborted)).not.toContain(true);
    await aTurn();
    process.off('warning', warned);
    expect([warned.mock.calls, listen.mock.calls.length]).toEqual([[], 2]);
  });

  it('that drains the tasks, in a task that does, ends with the first', { timeout: 10_000 }, async () => {
    const drain = (): Promise<unknown> => tracker.drainTasks({ timeoutMs: 100, abortAfterMs: 50, close: false });
    const tasks = [tracker.fireTask(drain, 'a'), tracker.fireTask(() => void tracker.fireTask(drain, 'c'), 'b')];
    expect(await drain()).toMatchObject({ drained: false });
    expect(await Promise.all(tasks.map(({ settled }) => settled))).toEqual(['done', 'done']);
    await aTurn();
    expect(tracker.activeTaskCount()).toBe(0);
  });
});

describe('a listener', () => {
  it('that adds another at each event ends', async () => {
    let added = 0;
    const listen = (): void => {
      added += 1;
      tracker.onTaskEvent(listen.bind(undefined));
    };
    tracker.onTaskEvent(listen);
    expect(await tracker.fireTask(Promise.resolve(), 'work').settled).toBe('done');
    expect(added).toBe(3);
  });
});

describe('a drain', () => {
  it.each<[string, unknown]>([
    ['throws when its then is read', hostileTo('then')],
    ['is no promise', 7],
    [
      'rejects',
      {
        then: (_: unknown, reject: (error: Error) => void) => {
          reject(new Error('closing failed'));
        },
      },
    ],
  ])('whose until %s ends', async (_, until) => {
    tracker.fireTask(Promise.resolve(), 'work');
    expect(await tracker.drainTasks({ until: until as PromiseLike<unknown> })).toMatchObject({ drained: true });
    await aTurn();
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('takes no text for a number', async () => {
    tracker.fireTask(Promise.resolve(), 'work');
    expect(await tracker.drainTasks({ timeoutMs: '5' as unknown as number })).toMatchObject({ drained: true });
    expect(vi.mocked(console.error).mock.calls).toEqual([
      ['%s', 'fire-task: timeoutMs cannot be 5: 30000 ms is taken'],
    ]);
  });
});

describe('options that are null', () => {
  it('are none', async () => {
    const none = null as unknown as undefined;
    tracker.configureTasks(none);
    const { undo } = tracker.drainOnShutdown([], none);
    expect([process.listenerCount('SIGTERM'), process.listenerCount('SIGINT')]).toEqual([1, 1]);
    undo();
    expect(await tracker.drainTasks(none)).toMatchObject({ drained: true });
    expect(vi.mocked(console.error)).not.toHaveBeenCalled();
  });
});

describe('signals', () => {
  it.each<[string, unknown, string[], string | undefined]>([
    ['SIGKILL', ['SIGKILL'], ['SIGTERM', 'SIGINT'], 'signals cannot be SIGKILL: SIGTERM and SIGINT will be heard'],
    ['SIGSTOP among others', ['SIGHUP', 'SIGSTOP'], ['SIGHUP'], 'signals cannot be SIGSTOP: SIGHUP will be heard'],
    [
      'a list in one text',
      'SIGTERM,SIGINT',
      ['SIGTERM', 'SIGINT'],
      'signals cannot be SIGTERM,SIGINT: SIGTERM and SIGINT will be heard',
    ],
    ['a small one', 'sigterm', ['SIGTERM', 'SIGINT'], 'signals cannot be sigterm: SIGTERM and SIGINT will be heard'],
    [
      'a number',
      [15, undefined],
      ['SIGTERM', 'SIGINT'],
      'signals cannot be 15, [undefined]: SIGTERM and SIGINT will be heard',
    ],
    ['null', null, ['SIGTERM', 'SIGINT'], undefined],
    ['none', [], [], undefined],
  ])('that are %s cost no task: one line, and the others are heard', (_, signals, heard, line) => {
    const before = process.eventNames();
    const { undo } = tracker.drainOnShutdown([], { signals: signals as string });
    const others = [...before, 'exit', 'worker'];
    const added = process.eventNames().filter((name) => !others.includes(name));
    expect(added).toEqual(heard);
    undo();
    expect(process.eventNames().filter((name) => added.includes(name))).toEqual([]);
    expect(vi.mocked(console.error).mock.calls).toEqual(line === undefined ? [] : [['%s', `fire-task: ${line}`]]);
  });
});
