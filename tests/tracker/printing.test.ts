import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatWithOptions } from 'node:util';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Tracker from '../../src/tracker/fire-task.ts';
import { writeHelper } from '../support/helper-files.ts';

/** What comes from outside, a name, an error, a number of the environment, must not cost a task or a log line. */
const folder = mkdtempSync(join(tmpdir(), 'fire-task-printing-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let copies = 0;
let tracker: typeof Tracker;
/** What a terminal would show, a string for each call. */
let said: string[];
const unhandled = vi.fn();
/** Somebody could still settle them, so that none is reported as lost. */
const resolvers: (() => void)[] = [];
const never = (): Promise<void> => new Promise((resolve) => void resolvers.push(resolve));

beforeEach(async () => {
  Reflect.deleteProperty(globalThis, Symbol.for('fire-task@1'));
  copies += 1;
  const path = writeHelper(join(folder, String(copies)));
  tracker = (await import(pathToFileURL(path).href)) as typeof Tracker;
  said = [];
  vi.spyOn(console, 'error').mockImplementation(
    (...words: unknown[]) => void said.push(formatWithOptions({ colors: false }, ...words)),
  );
  unhandled.mockClear();
  process.on('unhandledRejection', unhandled);
});
afterEach(() => {
  process.off('unhandledRejection', unhandled);
  for (const resolve of resolvers.splice(0)) resolve();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The event loop has been around: an unhandled rejection would have been told. */
const aTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a name', () => {
  it('with a %c hides no error', async () => {
    await tracker.fireTask(Promise.reject(new Error('declined')), 'POST /orgs/acme%c/charge').settled;
    expect(said.join('\n')).toContain('Error: declined');
    expect(said.join('\n')).toContain('"POST /orgs/acme%c/charge" (');
  });

  it.each([
    ['a line', 'a\nfire-task: "b" failed', String.raw`"a\nfire-task: \"b\" failed"`],
    ['a colour', 'a\u001b[31mred', String.raw`"a\u001b[31mred"`],
    ['a C1 control', 'a\u009b2Jb', String.raw`"a<U+9b>2Jb"`],
    ['the direction of text', 'a\u202eb', String.raw`"a<U+202e>b"`],
    ['a separator of lines', 'a\u2028b', String.raw`"a<U+2028>b"`],
  ])('forges no %s', async (_, name, shown) => {
    await tracker.fireTask(Promise.reject(new Error('no')), name).settled;
    expect(said[0]?.split('\n')[0]).toContain(`fire-task: ${shown} (`);
  });

  it('is left as it is when it is plain, in any language', async () => {
    await tracker.fireTask(Promise.reject(new Error('no')), 'größe für 東京 🙂 user:1').settled;
    expect(said[0]).toContain('"größe für 東京 🙂 user:1" (');
  });

  it('is cut at 200 characters', () => {
    expect(tracker.fireTask(never(), 'x'.repeat(201)).name).toBe('x'.repeat(200));
    expect(tracker.fireTask(never(), 'y'.repeat(200)).name).toBe('y'.repeat(200));
  });

  it('is one of twenty in a list, however many there are', async () => {
    for (let task = 0; task < 10_000; task += 1) tracker.fireTask(never(), `task ${String(task)}`);
    await tracker.drainTasks({ timeoutMs: 5, abortAfterMs: 1, close: false });
    const [line = ''] = said.filter((text) => text.includes('aborting'));
    expect(line.match(/"task \d+"/g)).toHaveLength(20);
    expect(line).toMatch(/ and 9980 more$/);
  });
});

describe('an error that cannot be printed', () => {
  const hostile = (name: string): Error =>
    Object.defineProperty(new Error('hidden'), name, {
      get() {
        throw new Error('no printing');
      },
    });

  it.each([
    ['stack', hostile('stack')],
    ['message', Object.assign(hostile('message'), { stack: undefined })],
    [
      'inspect',
      Object.assign(new Error('x'), {
        [Symbol.for('nodejs.util.inspect.custom')]() {
          throw new Error('no printing');
        },
      }),
    ],
  ])('for its %s still ends its task, with one line', async (_, error) => {
    const task = tracker.fireTask(Promise.reject(error), 'hostile');
    expect(await task.settled).toBe('failed');
    expect(tracker.activeTaskCount()).toBe(0);
    await aTurn();
    expect(unhandled).not.toHaveBeenCalled();
    expect(said).toEqual([expect.stringMatching(/^fire-task: "hostile" \(\d+ ms old\) failed:/)]);
  });

  it('holds up no drain, nor does a console that throws at everything', async () => {
    vi.mocked(console.error).mockImplementation(() => {
      throw new Error('the log is full');
    });
    tracker.fireTask(Promise.reject(hostile('stack')), 'hostile');
    expect(await tracker.drainTasks({ timeoutMs: 5000 })).toMatchObject({ drained: true });
    await aTurn();
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('comes after the task is out of the set', async () => {
    const seen: unknown[] = [];
    vi.mocked(console.error).mockImplementation(() => void seen.push(tracker.activeTaskCount()));
    await tracker.fireTask(Promise.reject(new Error('no')), 'failing').settled;
    expect(seen).toEqual([0]);
  });
});

describe.each([
  ['NaN', Number.NaN],
  ['negative', -1],
  ['Infinity', Infinity],
  ['2^40', 2 ** 40],
])('%s', (_, bad) => {
  it('as a limit is the default, with one line', async () => {
    let finish = (): void => undefined;
    const task = tracker.fireTask(new Promise<void>((resolve) => (finish = resolve)), 'work');
    const drain = tracker.drainTasks({ timeoutMs: bad, abortAfterMs: bad });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([task.signal.aborted, tracker.activeTaskCount()]).toEqual([false, 1]);
    finish();
    expect(await drain).toMatchObject({ drained: true });
    expect(said).toEqual([
      `fire-task: timeoutMs cannot be ${String(bad)}: 30000 ms is taken`,
      `fire-task: abortAfterMs cannot be ${String(bad)}: 24000 ms is taken`,
    ]);
  });

  it('calls nothing stalled, with one line', () => {
    vi.useFakeTimers();
    tracker.configureTasks({ stallAfterMs: bad });
    tracker.fireTask(never(), 'silent');
    vi.advanceTimersByTime(60_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(said).toEqual([`fire-task: stallAfterMs cannot be ${String(bad)}: it is off`]);
  });
});

it('no limit at all, and an empty one, are not the end of all tasks either', async () => {
  tracker.fireTask(Promise.resolve(), 'work');
  expect(await tracker.drainTasks({ timeoutMs: Number('') })).toMatchObject({ drained: true });
  expect(said).toEqual(['fire-task: timeoutMs cannot be 0: 30000 ms is taken']);
});

it('a clock that is set back changes no duration', async () => {
  const now = Date.now();
  let finish = (): void => undefined;
  const task = tracker.fireTask(new Promise<void>((resolve) => (finish = resolve)), 'work');
  const drain = tracker.drainTasks({ close: false });
  vi.spyOn(Date, 'now').mockReturnValue(now - 3_600_000);
  expect([task.ageMs >= 0, task.idleMs >= 0]).toEqual([true, true]);
  finish();
  const { ms } = await drain;
  expect(ms).toBeGreaterThanOrEqual(0);
  expect(ms).toBeLessThan(10_000);
});

it('beat and abort work without their task', async () => {
  const task = tracker.fireTask(async ({ signal, beat, abort }) => {
    beat();
    abort('by itself');
    signal.throwIfAborted();
    return Promise.resolve();
  }, 'unbound');
  expect([await task.settled, task.error]).toEqual(['aborted', 'by itself']);
});

it('a drain under fake timers ends with its last task', async () => {
  vi.useFakeTimers();
  tracker.fireTask(Promise.resolve(), 'work');
  expect(await tracker.drainTasks()).toMatchObject({ drained: true });
});
