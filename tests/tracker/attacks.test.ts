import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Tracker from '../../src/tracker/fire-task.ts';
import { writeHelper } from '../support/helper-files.ts';

/** Whatever is handed over, a request is answered and a drain ends. */
const folder = mkdtempSync(join(tmpdir(), 'fire-task-attacks-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let copies = 0;
let tracker: typeof Tracker;
const unhandled = vi.fn();
beforeEach(async () => {
  Reflect.deleteProperty(globalThis, Symbol.for('fire-task@1'));
  copies += 1;
  tracker = (await import(pathToFileURL(writeHelper(join(folder, String(copies)))).href)) as typeof Tracker;
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
    const task = tracker.fireTask(Promise.reject(new Error('no')), 'work', options as Tracker.TaskOptions);
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
