import { platform } from './flavours/node.ts';

export type TaskStatus = 'running' | 'done' | 'failed' | 'aborted' | 'lost' | 'refused';
export type TaskEvent = 'started' | TaskStatus | 'stalled';
export type TaskListener = (type: TaskEvent, task: Task) => unknown;

/** A piece of background work. It is no promise: a bare `fireTask(…)` statement drops nothing. */
export interface Task {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly status: TaskStatus;
  /** What the work threw or rejected with. */
  readonly error?: unknown;
  /** Milliseconds since the start. */
  readonly ageMs: number;
  /** Milliseconds since the last `beat()`. */
  readonly idleMs: number;
  /** Aborted by `abort()`, by the drain, and by `options.signal`. */
  readonly signal: AbortSignal;
  /** Resolves with the final status and never rejects. */
  readonly settled: Promise<TaskStatus>;
  /** Tells the stall watchdog that the work is alive. Works alone, too, as `abort` does: `({ beat }) => …`. */
  readonly beat: () => void;
  readonly abort: (reason?: unknown) => void;
}

export interface TaskOptions {
  readonly signal?: AbortSignal;
  readonly onError?: (error: unknown, task: Task) => unknown;
}

export interface TaskConfig {
  onError?: (error: unknown, task: Task) => unknown;
  stallAfterMs?: number;
  waitUntil?: (settled: Promise<TaskStatus>) => unknown;
}

export interface DrainOptions {
  readonly timeoutMs?: number;
  readonly abortAfterMs?: number;
  readonly until?: PromiseLike<unknown>;
  readonly close?: boolean;
}

export interface DrainReport {
  readonly drained: boolean;
  readonly left: Task[];
  readonly ms: number;
}

interface Drain {
  readonly promise: Promise<DrainReport>;
  /** How many `until` have not settled. */
  holds: number;
  close: boolean;
  aborting: boolean;
  check(): void;
}

interface Finalization {
  register(target: object, task: TrackedTask, token: object): void;
  unregister(token: object): void;
}

interface Globals {
  FinalizationRegistry?: new (collected: (task: TrackedTask) => void) => Finalization;
  [KEY]?: Registry | undefined;
}

interface Registry {
  readonly tasks: Set<TrackedTask>;
  readonly sources: WeakMap<object, TrackedTask>;
  readonly listeners: Set<TaskListener>;
  readonly finalization: Finalization | undefined;
  config: TaskConfig;
  watchdog: ReturnType<typeof setInterval> | undefined;
  drain: Drain | undefined;
  closed: boolean;
}

/** The number changes with the layout of the registry. */
const KEY: unique symbol = Symbol.for('fire-task@1');
const globals = globalThis as unknown as Globals;

/** Fake timers come later: a drain under them still ends when its last task does. */
const nextTurn = setTimeout;
/** Timers of more than 24.8 days fire at once. */
const LONGEST_MS = 2 ** 31 - 1;
const MOST_NAMES = 20;
const LONGEST_NAME = 200;

/**
 * One for the process, however many copies of this file it loads: bundlers, hot reload, and ESM
 * beside CommonJS all make some.
 */
globals[KEY] ??= {
  tasks: new Set(),
  sources: new WeakMap(),
  listeners: new Set(),
  // Whoever can still settle a promise keeps it alive: one that is collected pending never settles.
  finalization:
    globals.FinalizationRegistry &&
    new globals.FinalizationRegistry((task) => {
      task.finish('lost');
    }),
  config: { ...platform },
  watchdog: undefined,
  drain: undefined,
  closed: false,
};
const registry: Registry = globals[KEY];

/**
 * Gives background work an owner: it is held, named, reported when it fails, and waited for at
 * shutdown.
 *
 * @param work - a promise, a lazy query (which this sends), or a function, which starts at once and
 *   whose synchronous throw is a failure of the task
 * @param name - for logs and reports; need not be unique
 * @param options - `signal` aborts the task too (do not pass the request's own: it may end with the
 *   response); `onError` gets the failure instead of the console
 */
export function fireTask<T>(
  work: PromiseLike<T> | ((task: Task) => T | PromiseLike<T>) | T,
  name: string,
  options: TaskOptions = {},
): Task {
  const run = typeof work === 'function' ? (work as (task: Task) => unknown) : undefined;
  const known = registry.sources.get(work as object);
  if (known !== undefined) return known;
  const task = new TrackedTask(name, options);
  if (run !== undefined && registry.closed) {
    task.finish('refused');
    return task;
  }
  registry.tasks.add(task);
  emit('started', task);
  watch();
  if (registry.drain?.aborting === true) task.abort();
  try {
    task.adopt(run === undefined ? work : run(task));
  } catch (error) {
    task.fail(error);
  }
  const { config } = registry;
  if (config.waitUntil !== undefined) attempt(() => config.waitUntil?.(task.settled), task);
  return task;
}

/** Tasks in flight, oldest first. Can be sent as JSON. */
export function activeTasks(): Task[] {
  return [...registry.tasks];
}

export function activeTaskCount(): number {
  return registry.tasks.size;
}

/** Calls `listener` at each change of each task, until the function that it returns is called. */
export function onTaskEvent(listener: TaskListener): () => void {
  registry.listeners.add(listener);
  return () => {
    registry.listeners.delete(listener);
  };
}

/**
 * Changes the settings that are given; undefined switches one off.
 *
 * @param config - `onError` gets the failures of tasks without an `onError` of their own, instead of
 *   the console; a task without a `beat()` for `stallAfterMs` is reported, once for each silence;
 *   `waitUntil`, the platform's way to keep an invocation alive, is given each task's `settled`
 */
export function configureTasks(config: { [Key in keyof TaskConfig]: TaskConfig[Key] | undefined } = {}): void {
  registry.config = { ...registry.config, ...config } as TaskConfig;
  if (config.stallAfterMs !== undefined && !isDuration(config.stallAfterMs, 1)) {
    say(`stallAfterMs cannot be ${String(config.stallAfterMs)}: stalls are not watched`);
    delete registry.config.stallAfterMs;
  }
  clearInterval(registry.watchdog);
  registry.watchdog = undefined;
  watch();
}

/**
 * Waits until no task is left, those included that start meanwhile, and `until` has settled.
 * Never rejects, and never ends the process. A call during a drain joins it, with its deadlines.
 *
 * @param options - at `abortAfterMs` (80 % of the time) what is left is aborted, at `timeoutMs` (30 s)
 *   the drain gives up; `until`: for example, that the server has closed; `close`: a function that
 *   comes after the drain is refused (true), or started as ever (false, for tests and serverless)
 */
export function drainTasks(options: DrainOptions = {}): Promise<DrainReport> {
  const { until, close = true } = options;
  if (registry.drain === undefined && registry.tasks.size === 0 && until === undefined) {
    registry.closed = close;
    return Promise.resolve({ drained: true, left: [], ms: 0 });
  }
  registry.drain ??= startDrain(options);
  const { drain } = registry;
  drain.close ||= close;
  if (until !== undefined) {
    drain.holds += 1;
    const release = (): void => {
      drain.holds -= 1;
      drain.check();
    };
    Promise.resolve(until).then(release, release);
  }
  return drain.promise;
}

function startDrain(options: DrainOptions): Drain {
  const { tasks } = registry;
  const timeoutMs = duration('timeoutMs', options.timeoutMs, 30_000, 1);
  const abortAfterMs = duration('abortAfterMs', options.abortAfterMs, 0.8 * timeoutMs, 0);
  const startedAt = performance.now();
  let report: (report: DrainReport) => void;
  const end = (drained: boolean): void => {
    if (registry.drain !== drain) return;
    clearTimeout(abortTimer);
    clearTimeout(endTimer);
    registry.drain = undefined;
    registry.closed = drain.close;
    report({ drained, left: activeTasks(), ms: since(startedAt) });
  };
  const isEmpty = (): boolean => tasks.size === 0 && drain.holds === 0;
  const drain: Drain = {
    promise: new Promise((resolve) => {
      report = resolve;
    }),
    holds: 0,
    close: false,
    aborting: false,
    check() {
      // What waited for the last task may start another: it gets one turn to do so.
      if (isEmpty())
        nextTurn(() => {
          if (isEmpty()) end(true);
        });
    },
  };
  const abortTimer = setTimeout(() => {
    drain.aborting = true;
    if (tasks.size > 0) say(`aborting after ${ms(since(startedAt))}: ${list(tasks)}`);
    for (const task of tasks) task.abort();
  }, abortAfterMs);
  const endTimer = setTimeout(() => {
    end(isEmpty());
  }, timeoutMs);
  return drain;
}

/**
 * Ends as 'done', 'failed', 'aborted' (it rejected after our abort), 'lost' (it can never settle) or
 * 'refused' (it came after the drain). Times are in milliseconds.
 */
class TrackedTask implements Task {
  readonly name: string;
  readonly options: TaskOptions;
  readonly startedAt: number = Date.now();
  readonly clock: number = performance.now();
  lastBeat: number = this.clock;
  stalled = false;
  status: TaskStatus = 'running';
  error?: unknown;
  controller: AbortController | undefined;
  settlement: Promise<TaskStatus> | undefined;
  settle: ((status: TaskStatus) => void) | undefined;

  constructor(name: string, options: TaskOptions) {
    this.name = name.slice(0, LONGEST_NAME);
    this.options = options;
    if (options.signal?.aborted === true) this.handleEvent();
    else options.signal?.addEventListener('abort', this);
  }

  /** `options.signal` was aborted. */
  handleEvent(): void {
    this.abort(this.options.signal?.reason);
  }

  get ageMs(): number {
    return since(this.clock);
  }

  get idleMs(): number {
    return since(this.lastBeat);
  }

  /** Made when first read, as `settled` is: most tasks need neither. */
  get signal(): AbortSignal {
    this.controller ??= new AbortController();
    return this.controller.signal;
  }

  get settled(): Promise<TaskStatus> {
    this.settlement ??= new Promise((resolve) => {
      if (this.status === 'running') this.settle = resolve;
      else resolve(this.status);
    });
    return this.settlement;
  }

  get beat(): () => void {
    return () => {
      this.lastBeat = performance.now();
      this.stalled = false;
    };
  }

  get abort(): (reason?: unknown) => void {
    return (reason) => {
      this.controller ??= new AbortController();
      if (this.status === 'running') this.controller.abort(reason);
    };
  }

  /** Follows the work by `then(ok, failed)`: `finally` would make a promise that rejects unhandled. */
  adopt(work: unknown): void {
    if (!isThenable(work)) {
      this.finish('done');
      return;
    }
    const { sources, finalization } = registry;
    sources.set(work, this);
    // A lazy query runs at each `then`: only this promise of it is used from here on.
    const promise = Promise.resolve(work);
    finalization?.register(promise, this, this);
    promise.then(
      () => {
        // A failure stays known, so that it is reported once; the rest would cost the collector time.
        sources.delete(work);
        this.finish('done');
      },
      (error: unknown) => {
        this.fail(error);
      },
    );
  }

  fail(error: unknown): void {
    this.finish(this.controller?.signal.aborted === true ? 'aborted' : 'failed', error);
  }

  /** Settled first, and only then spoken of: what cannot be printed holds up no drain. */
  finish(status: TaskStatus, error?: unknown): void {
    if (this.status !== 'running') return;
    this.status = status;
    this.error = error;
    this.options.signal?.removeEventListener('abort', this);
    registry.tasks.delete(this);
    registry.finalization?.unregister(this);
    this.settle?.(status);
    if (registry.tasks.size === 0) {
      watch();
      registry.drain?.check();
    }
    if (status === 'failed') reportFailure(error, this);
    if (status === 'lost') say(`${label(this)} can never settle: what it waits for is gone`);
    if (status === 'refused') say(`${quoted(this.name)} was not started: the tasks are drained and closed`);
    emit(status, this);
  }

  toJSON(): object {
    const { name, startedAt, ageMs, idleMs, status } = this;
    return { name, startedAt, ageMs, idleMs, status };
  }
}

function reportFailure(error: unknown, task: TrackedTask): void {
  const onError = task.options.onError ?? registry.config.onError;
  if (onError === undefined) say(`${label(task)} failed:`, error);
  else attempt(() => onError(error, task), task, 'onError');
}

function emit(type: TaskEvent, task: TrackedTask): void {
  for (const listener of registry.listeners) {
    attempt(() => listener(type, task), task, 'a listener');
  }
}

/** Runs code of others, whose failure, now or later, must stop nothing. Says so when `what` is given. */
function attempt(run: () => unknown, task: Task, what?: string): void {
  const failed = (error: unknown): void => {
    if (what === undefined) return;
    const cause = task.status === 'failed' ? ['The task failed with:', task.error] : [];
    say(`${what} failed for ${label(task)}:`, error, ...cause);
  };
  try {
    const result = run();
    if (isThenable(result)) result.then(undefined, failed);
  } catch (error) {
    failed(error);
  }
}

/** One timer for all tasks, which keeps no process alive, and none when there is nothing to watch. */
function watch(): void {
  const {
    tasks,
    config: { stallAfterMs },
  } = registry;
  if (stallAfterMs === undefined || tasks.size === 0) {
    clearInterval(registry.watchdog);
    registry.watchdog = undefined;
    return;
  }
  if (registry.watchdog !== undefined) return;
  registry.watchdog = setInterval(
    () => {
      for (const task of tasks) {
        if (task.stalled || task.idleMs < stallAfterMs) continue;
        task.stalled = true;
        say(`${label(task)} has been silent for ${ms(task.idleMs)}`);
        emit('stalled', task);
      }
    },
    Math.max(10, stallAfterMs / 2),
  );
  (registry.watchdog as { unref?: () => void }).unref?.();
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}

function isDuration(given: unknown, least: number): given is number {
  return typeof given === 'number' && given >= least && given <= LONGEST_MS;
}

/** `given`, unless it is no time: `Number(process.env.UNSET)` must not be the end of all tasks. */
function duration(
  name: string,
  given: number | undefined,
  standard: number,
  least: number,
  most: number = LONGEST_MS,
): number {
  if (given === undefined) return standard;
  if (isDuration(given, least) && given <= most) return given;
  say(`${name} cannot be ${String(given)}: ${ms(standard)} is taken`);
  return standard;
}

/** By a clock that nobody sets back. */
function since(start: number): number {
  return Math.round(performance.now() - start);
}

/** `%s`, as a `%c` in a name would hide what follows. Some errors cannot be printed. */
function say(message: string, ...details: unknown[]): void {
  const text = `fire-task: ${message}`;
  try {
    console.error('%s', text, ...details);
  } catch {
    try {
      console.error('%s', `${text} (an error that cannot be printed)`);
    } catch {
      // There is nobody to tell.
    }
  }
}

function list(tasks: Iterable<Task>): string {
  const all = [...tasks];
  const more = all.length > MOST_NAMES ? ` and ${String(all.length - MOST_NAMES)} more` : '';
  return all.slice(0, MOST_NAMES).map(label).join(', ') + more;
}

function label(task: Task): string {
  return `${quoted(task.name)} (${ms(task.ageMs)} old)`;
}

/** Names come from requests: in a log they must not move the cursor or forge a line. */
function quoted(name: string): string {
  return JSON.stringify(name).replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

function ms(duration: number): string {
  return `${String(duration)} ms`;
}

// For the drain at shutdown, which is joined to this file where there is one.
export { duration, list, ms, registry, say, since };
