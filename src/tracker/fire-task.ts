import { platform } from './flavours/node.ts';

/** @public */
export type TaskStatus = 'running' | 'done' | 'failed' | 'aborted' | 'lost' | 'refused';
type Listener = (type: 'started' | TaskStatus | 'stalled', task: Task) => unknown;
type Shown = 'name' | 'status' | 'error' | 'startedAt' | 'ageMs' | 'idleMs' | 'signal' | 'settled' | 'beat' | 'abort';
/** Background work. It isn't a promise, so a bare `fireTask(…)` statement drops nothing. @public */
export type Task = Readonly<Pick<TrackedTask, Shown>>;
/** @public */
export interface TaskConfig {
  onError?: ((error: unknown, task: Task) => unknown) | undefined;
  stallAfterMs?: number | undefined;
  waitUntil?: ((settled: Promise<TaskStatus>) => unknown) | undefined;
}
type Work<T> = PromiseLike<unknown> | ((task: Task) => unknown) | T;
/** @public */
export type TaskOptions = Pick<TaskConfig, 'onError'> & { readonly signal?: AbortSignal | undefined };
type DrainOptions = Partial<{ timeoutMs: number; abortAfterMs: number; until: PromiseLike<unknown>; close: boolean }>;
/** @public */
export type DrainReport = Readonly<{ drained: boolean; left: Task[]; ms: number }>;
type Drain = ReturnType<typeof startDrain>;

/** Characters that a terminal doesn't show, or that end a log line. */
const HIDDEN_SIGNS = String.raw`[\p{C}\p{Zl}\p{Zp}]`;
// Where the target is old, TypeScript rejects this as a literal, and a spread or a loop over anything but an array.
const HIDDEN = new RegExp(HIDDEN_SIGNS, 'u');
const { from: arrayOf } = Array;
/** The number changes with the layout of the registry. */
const KEY: unique symbol = Symbol.for('fire-task@1');
interface Globals {
  FinalizationRegistry?: new (collected: (task: TrackedTask) => void) => {
    register(target: object, task: TrackedTask, token: object): void;
    unregister(token: object): void;
  };
  [KEY]?: typeof fresh | undefined;
}
const globals = globalThis as Globals;
/** Kept from load time: a drain must not hang under fake timers. */
const nextTurn = setTimeout;

const fresh = {
  tasks: new Set<TrackedTask>(),
  sources: new WeakMap<object, TrackedTask>(),
  listeners: new Set<Listener>(),
  // Code that can still settle a promise keeps it alive, so one that is collected while pending never settles.
  finalization:
    globals.FinalizationRegistry &&
    new globals.FinalizationRegistry((task) => {
      task.finish('lost');
    }),
  config: { ...platform },
  watchdog: undefined as ReturnType<typeof setInterval> | undefined,
  drain: undefined as Drain | undefined,
  closed: false,
};
/** The tasks of each `options.signal`. They share a listener, because Node warns about more than ten. */
const followers = new WeakMap<AbortSignal, Set<TrackedTask>>();
/** One per process, even if bundlers, hot reload or `require` create several copies of this file. */
const registry = (globals[KEY] ??= fresh);

/**
 * Gives background work an owner: it is held, named, reported if it fails, and waited for at shutdown. `work` is a
 * promise, a lazy query (which this sends), or a function, which is called at once and may throw. `name` is for logs.
 * `options.signal` also aborts the task (the request's own may abort too early); `options.onError` gets the failure.
 */
export function fireTask<T>(work: Work<T>, name: string, options: TaskOptions = {}): Task {
  const known = registry.sources.get(work as object);
  if (known !== undefined) return known;
  const task = new TrackedTask(name, options);
  if (typeof work === 'function' && registry.closed && registry.drain === undefined) {
    task.finish('refused');
    return task;
  }
  registry.tasks.add(task);
  emit('started', task);
  watch();
  if (registry.drain?.aborting === true) task.abort();
  void task.follow(work);
  if (registry.config.waitUntil !== undefined) void attempt(() => registry.config.waitUntil?.(task.settled), task);
  return task;
}

/** Tasks in flight, oldest first. Can be sent as JSON. @public */
export function activeTasks(): Task[] {
  return arrayOf(registry.tasks);
}

/** @public */
export function activeTaskCount(): number {
  return registry.tasks.size;
}

/** Calls `listener` at each change of each task, until the returned function is called. @public */
export function onTaskEvent(listener: Listener): () => void {
  registry.listeners.add(listener);
  return () => void registry.listeners.delete(listener);
}

/**
 * `onError` gets the failures of tasks without their own; a task without a `beat()` for `stallAfterMs` is reported;
 * `waitUntil` gets each task's `settled`. Only changes the given options; undefined turns one off. @public
 */
export function configureTasks(options: TaskConfig = {}): void {
  const config = { ...options };
  if ('stallAfterMs' in config) config.stallAfterMs = duration('stallAfterMs', config.stallAfterMs, Infinity);
  registry.config = { ...registry.config, ...config };
  watch(true);
}

/**
 * Waits until no task is left, including new ones, and `until` has settled; never rejects. A call during a drain joins
 * it, with its deadlines. After `abortAfterMs` (80 % of the time) the remaining tasks are aborted; after `timeoutMs`
 * (30 s) the drain gives up. With `close: false`, functions are still accepted afterwards. @public
 */
export function drainTasks(options: DrainOptions = {}): Promise<DrainReport> {
  const { timeoutMs, abortAfterMs, until, close = true } = { ...options };
  if (registry.drain === undefined && registry.tasks.size === 0 && until === undefined) {
    registry.closed = close;
    return Promise.resolve({ drained: true, left: [], ms: 0 });
  }
  const drain = (registry.drain ??= startDrain(duration('timeoutMs', timeoutMs, 30_000), abortAfterMs));
  drain.close ||= close;
  if (until !== undefined) void hold(drain, until);
  return drain.promise;
}

async function hold(drain: Drain, until: PromiseLike<unknown>): Promise<void> {
  drain.holds += 1;
  // Only that it has ended counts, not how.
  await Promise.allSettled([until]);
  drain.holds -= 1;
  drain.check();
}

function startDrain(timeoutMs: number, abortAfterMs: number | undefined) {
  const startedAt = performance.now();
  let report: (report: DrainReport) => void;
  const isEmpty = (): boolean => registry.tasks.size === 0 && drain.holds === 0;
  const end = (): void => {
    if (registry.drain !== drain) return;
    for (const timer of timers) clearTimeout(timer);
    registry.drain = undefined;
    registry.closed = drain.close;
    report({ drained: isEmpty(), left: activeTasks(), ms: since(startedAt) });
  };
  const endIfEmpty = (): void => {
    if (isEmpty()) end();
  };
  const drain = {
    promise: new Promise<DrainReport>((resolve) => (report = resolve)),
    /** How many `until` are pending. */
    holds: 0,
    close: false,
    aborting: false,
    /** Code that waited for the last task gets one turn to start another. */
    check: (): void => {
      if (isEmpty()) nextTurn(endIfEmpty);
    },
  };
  const abort = (): void => {
    drain.aborting = true;
    if (registry.tasks.size > 0) say(`aborting after ${String(since(startedAt))} ms: ${listed(activeTasks())}`);
    for (const task of activeTasks()) task.abort();
  };
  const abortIn = duration('abortAfterMs', abortAfterMs, 0.8 * timeoutMs, 0);
  const timers = [setTimeout(abort, abortIn), setTimeout(end, timeoutMs)];
  return drain;
}

class TrackedTask {
  readonly name: string;
  readonly leave: (() => void) | undefined;
  readonly onError: TaskOptions['onError'];
  /** Milliseconds since the epoch. */
  readonly startedAt: number = Date.now();
  readonly clock: number = performance.now();
  lastBeat: number = this.clock;
  stalled = false;
  status: TaskStatus = 'running';
  /** What the work threw or rejected with. */
  error?: unknown;
  controller?: AbortController;
  abortion?: [reason?: unknown];
  settle!: (status: TaskStatus) => void;
  /** Resolves with the final status and never rejects. */
  readonly settled: Promise<TaskStatus> = new Promise<TaskStatus>((resolve) => (this.settle = resolve));

  constructor(name: unknown, options: TaskOptions) {
    this.name = label(name);
    try {
      const { signal, onError } = options;
      this.onError = onError;
      if (signal?.aborted === true) this.abort(signal.reason);
      else if (signal) this.leave = followSignal(signal, this);
    } catch (error) {
      say(`the options of ${listed([this])} cannot be read:`, error);
    }
  }

  get ageMs(): number {
    return since(this.clock);
  }

  /** Milliseconds since the last `beat()`. */
  get idleMs(): number {
    return since(this.lastBeat);
  }

  /** Aborted by `abort()`, the drain or `options.signal`. Created when first read: most tasks need none, and it's dear. */
  get signal(): AbortSignal {
    const controller = (this.controller ??= new AbortController());
    if (this.abortion !== undefined) controller.abort(...this.abortion);
    return controller.signal;
  }

  /** Tells the stall watchdog that the work is alive. */
  readonly beat = (): void => {
    this.lastBeat = performance.now();
    this.stalled = false;
  };

  readonly abort = (...abortion: [reason?: unknown]): void => {
    if (this.status !== 'running') return;
    this.abortion ??= abortion;
    this.controller?.abort(...this.abortion);
  };

  async follow(work: unknown): Promise<void> {
    try {
      const isLaunch = typeof work === 'function' && !isThenable(work);
      const given = isLaunch ? (work as (task: Task) => unknown)(this) : work;
      const running = Array.isArray(given) && given.some((one) => isThenable(one)) ? all(given) : given;
      if (isThenable(running)) {
        registry.sources.set(running, this);
        // A lazy query runs at each `then`, so only this promise is used from here on.
        const promise = Promise.resolve(running);
        registry.finalization?.register(promise, this, this);
        await promise;
        // Failures are kept, so that each is reported once; other entries would cost the collector time.
        registry.sources.delete(running);
      } else if (Object.prototype.toString.call(running).endsWith('Generator]'))
        throw new TypeError('a generator does nothing until somebody iterates it: give an async function');
      this.finish('done');
    } catch (error) {
      this.finish(this.abortion === undefined ? 'failed' : 'aborted', error);
    }
  }

  /** Settles before it reports, so that no listener and no unprintable error holds up a drain. */
  finish(status: TaskStatus, error?: unknown): void {
    if (this.status !== 'running') return;
    this.status = status;
    this.error = error;
    this.leave?.();
    registry.tasks.delete(this);
    registry.finalization?.unregister(this);
    this.settle(status);
    if (registry.tasks.size === 0) {
      watch();
      registry.drain?.check();
    }
    const onError = this.onError ?? registry.config.onError;
    if (status === 'lost') say(`${listed([this])} can never settle: what it waits for is gone`);
    if (status === 'refused') say(`${listed([this])} was not started: the tasks are drained and closed`);
    if (status === 'failed' && onError === undefined) say(`${listed([this])} failed:`, error);
    else if (status === 'failed') void attempt(() => onError?.(error, this), this, 'onError');
    emit(status, this);
  }

  toJSON(): object {
    const { name, startedAt, ageMs, idleMs, status } = this;
    return { name, startedAt, ageMs, idleMs, status };
  }
}

function followSignal(signal: AbortSignal, task: TrackedTask): () => void {
  const tasks = followers.get(signal) ?? new Set();
  const abort = (): void => {
    for (const one of arrayOf(tasks)) one.abort(signal.reason);
  };
  if (!followers.has(signal)) signal.addEventListener('abort', abort, { once: true });
  followers.set(signal, tasks.add(task));
  return () => void tasks.delete(task);
}

function emit(type: Parameters<Listener>[0], task: Task): void {
  // A copy, because a listener that adds another at each call would never end.
  for (const listener of arrayOf(registry.listeners)) void attempt(() => listener(type, task), task, 'a listener');
}

/** Runs foreign code, whose failure, now or later, must stop nothing. Reports it if `what` is given. */
async function attempt(run: () => unknown, task: Task, what?: string): Promise<void> {
  try {
    await run();
  } catch (error) {
    const cause = task.status === 'failed' ? ['The task failed with:', task.error] : [];
    if (what !== undefined) say(`${what} failed for ${listed([task])}:`, error, ...cause);
  }
}

/** One timer for all tasks, which doesn't keep the process alive; none if there is nothing to watch. */
function watch(isChanged = false): void {
  const { tasks, config } = registry;
  const limitMs = tasks.size === 0 ? Infinity : (config.stallAfterMs ?? Infinity);
  if (!isChanged && limitMs < Infinity === (registry.watchdog !== undefined)) return;
  clearInterval(registry.watchdog);
  registry.watchdog = undefined;
  if (limitMs === Infinity) return;
  const look = (): void => {
    for (const task of arrayOf(tasks)) {
      if (task.stalled || task.idleMs < limitMs) continue;
      task.stalled = true;
      say(`${listed([task])} has been silent for ${label(task.idleMs)} ms`);
      emit('stalled', task);
    }
  };
  registry.watchdog = setInterval(look, Math.max(10, limitMs / 2));
  (registry.watchdog as { unref?: () => void }).unref?.();
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}

/** Fails like `Promise.all`, but only after the others have ended, because they are in flight as well. */
async function all(given: readonly unknown[]): Promise<unknown> {
  await Promise.allSettled(given);
  return Promise.all(given);
}

const since = (clock: number): number => Math.round(performance.now() - clock);

/** `given`, or `standard` if no timer can take it: `Number(process.env.UNSET)` must not end all tasks. @public */
export function duration(name: string, given: number | undefined, standard: number, least = 1): number {
  if (given === undefined) return standard;
  if (typeof given === 'number' && given >= least && given < 2 ** 31) return given;
  say(`${name} cannot be ${label(given)}: ${standard < Infinity ? `${label(standard)} ms is taken` : 'it is off'}`);
  return standard;
}

/**
 * For names that contain what a request sent: text is cut, and the `toString` of an object, which may throw, is not
 * called. `fireTask(bill(id), `bill:${label(id)}`)` @public
 */
export function label(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 200);
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : `[${typeof value}]`;
}

/** Tasks as text. Names come from requests: they must not move the cursor, forge a line or fill the disk. @public */
export function listed(tasks: readonly Task[]): string {
  const words = tasks.slice(0, 20).map(({ name, ageMs }) => `${quoted(name)} (${label(ageMs)} ms old)`);
  return words.join(', ') + (tasks.length > 20 ? ` and ${label(tasks.length - 20)} more` : '');
}

function quoted(name: string): string {
  return arrayOf(JSON.stringify(name), (sign) =>
    HIDDEN.test(sign) ? `<U+${(sign.codePointAt(0) ?? 0).toString(16)}>` : sign,
  ).join('');
}

/** Prints one line. `%s`, because a `%c` in a name would hide what follows. Some errors can't be printed. @public */
export function say(message: string, ...details: unknown[]): void {
  for (const end of [details, ['(what cannot be printed)'], undefined]) {
    try {
      if (end !== undefined) globalThis.console.error('%s', `fire-task: ${message}`, ...end);
      return;
    } catch {
      // Tries again without the details, then gives up.
    }
  }
}
