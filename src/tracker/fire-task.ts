export type TaskStatus = 'running' | 'done' | 'failed' | 'aborted' | 'lost' | 'refused';

/** A piece of background work. Not a promise: a bare `fireTask(…)` statement drops nothing, and there is nothing to await. */
export interface Task {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly status: TaskStatus;
  /** What the work rejected with or threw. */
  readonly error?: unknown;
  /** Milliseconds since the start, and since the last `beat()`. */
  readonly ageMs: number;
  readonly idleMs: number;
  /** Aborted by `abort()`, by the drain, and by `options.signal`. Never the request's own signal. */
  readonly signal: AbortSignal;
  /** Resolves with the final status and never rejects. */
  readonly settled: Promise<TaskStatus>;
  /** Says that the work is alive, for the stall watchdog. */
  beat(): void;
  abort(reason?: unknown): void;
}

export interface TaskOptions {
  readonly signal?: AbortSignal;
  readonly onError?: (error: unknown, task: Task) => unknown;
}

export type TaskEvent = 'started' | TaskStatus | 'stalled';
export type TaskListener = (type: TaskEvent, task: Task) => unknown;

export interface TaskConfig {
  /** Called for failed tasks that have no `onError` of their own; `console.error` when left out. */
  onError?: (error: unknown, task: Task) => unknown;
  /** A task without a `beat()` for this long is reported once for each silence. Off when left out. */
  stallAfterMs?: number;
  /** The platform's own way to keep an invocation alive; given each task's `settled`. */
  waitUntil?: (settled: Promise<TaskStatus>) => unknown;
}

export interface DrainOptions {
  /** When to give up; 30 s when left out. */
  readonly timeoutMs?: number;
  /** When to abort what is left; at 80 % of `timeoutMs` when left out. */
  readonly abortAfterMs?: number;
  /** The drain also waits for this, for example: the server has closed. */
  readonly until?: PromiseLike<unknown>;
  /** Start no new functions once drained; true when left out. */
  readonly close?: boolean;
}

export interface DrainReport {
  readonly drained: boolean;
  readonly left: Task[];
  readonly ms: number;
}

/** What node:http, Express, Koa and @hono/node-server give, or a Fastify instance. */
export interface ClosableServer {
  close(callback?: () => void): unknown;
  closeIdleConnections?(): void;
  readonly server?: { closeIdleConnections?(): void };
}

export interface ShutdownOptions {
  readonly signals?: readonly string[];
  /** 25 s when left out, which leaves 5 of Kubernetes' 30. */
  readonly timeoutMs?: number;
  /** Exit when done: 0 when everything finished, else 1; true when left out. */
  readonly exit?: boolean;
}

interface Process {
  on(event: string, listener: (signal: string) => void): unknown;
  off(event: string, listener: (signal: string) => void): unknown;
  exit(code: number): void;
}

interface Registry {
  readonly tasks: Set<TrackedTask>;
  /** The task of each promise handed in, so that the same one twice is one task. */
  readonly sources: WeakMap<object, Task>;
  readonly listeners: Set<TaskListener>;
  readonly lost: FinalizationRegistry<TrackedTask> | undefined;
  readonly servers: Set<ClosableServer>;
  readonly signals: Map<string, (signal: string) => void>;
  config: TaskConfig;
  closed: boolean;
  aborting: boolean;
  drain: Promise<DrainReport> | undefined;
  whenEmpty: (() => void) | undefined;
  watchdog: ReturnType<typeof setInterval> | undefined;
}

class TrackedTask implements Task {
  readonly name: string;
  readonly startedAt: number = Date.now();
  readonly settled: Promise<TaskStatus>;
  readonly options: TaskOptions;
  status: TaskStatus = 'running';
  error?: unknown;
  lastBeat: number = this.startedAt;
  stalled = false;
  aborted = false;
  #reason: unknown;
  #controller: AbortController | undefined;
  #settle!: (status: TaskStatus) => void;
  #follow: (() => void) | undefined;

  constructor(name: string, options: TaskOptions) {
    this.name = name;
    this.options = options;
    this.settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
    const { signal } = options;
    if (signal?.aborted === true) this.abort(signal.reason);
    else if (signal !== undefined) {
      this.#follow = () => {
        this.abort(signal.reason);
      };
      signal.addEventListener('abort', this.#follow, { once: true });
    }
  }

  get ageMs(): number {
    return Date.now() - this.startedAt;
  }

  get idleMs(): number {
    return Date.now() - this.lastBeat;
  }

  /** Made when first read: most tasks never look at it. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.aborted) this.#controller.abort(this.#reason);
    return this.#controller.signal;
  }

  beat(): void {
    this.lastBeat = Date.now();
    this.stalled = false;
  }

  abort(reason: unknown = new DOMException(`Task ${this.name} was aborted`, 'AbortError')): void {
    if (this.status !== 'running' || this.aborted) return;
    this.aborted = true;
    this.#reason = reason;
    this.#controller?.abort(reason);
  }

  finish(status: TaskStatus, error?: unknown): void {
    if (this.status !== 'running') return;
    this.status = status;
    if (error !== undefined) this.error = error;
    if (this.#follow !== undefined) this.options.signal?.removeEventListener('abort', this.#follow);
    const { tasks, lost } = registry;
    tasks.delete(this);
    lost?.unregister(this);
    if (status === 'failed') reportError(error, this);
    if (status === 'lost') console.error(`fire-task: "${this.name}" can never settle: what it waits for is gone (${age(this)})`);
    if (status === 'refused') console.error(`fire-task: "${this.name}" was not started: the tasks are drained and closed`);
    emit(status, this);
    this.#settle(status);
    if (tasks.size === 0) {
      clearInterval(registry.watchdog);
      registry.watchdog = undefined;
      registry.whenEmpty?.();
    }
  }

  toJSON(): object {
    const { name, startedAt, ageMs, idleMs, status } = this;
    return { name, startedAt, ageMs, idleMs, status };
  }
}

const KEY = Symbol.for('fire-task@1');

/** One for the process, however often this file is loaded: bundlers, hot reload, and ESM beside CommonJS all make copies. */
const registry: Registry = ((globalThis as { [KEY]?: Registry | undefined })[KEY] ??= {
  tasks: new Set(),
  sources: new WeakMap(),
  listeners: new Set(),
  lost: typeof FinalizationRegistry === 'undefined' ? undefined : new FinalizationRegistry((task) => {
    task.finish('lost');
  }),
  servers: new Set(),
  signals: new Map(),
  config: {},
  closed: false,
  aborting: false,
  drain: undefined,
  whenEmpty: undefined,
  watchdog: undefined,
});

/**
 * Gives background work an owner: it is held, named, reported when it fails, and waited for at shutdown.
 *
 * @param work - a promise (or lazy thenable, adopted once), or a function, which starts at once; what it throws is the task's failure
 */
export function fireTask<T>(
  work: PromiseLike<T> | ((task: Task) => T | PromiseLike<T>) | T,
  name: string,
  options: TaskOptions = {},
): Task {
  const isFunction = typeof work === 'function';
  const known = isFunction || !isObject(work) ? undefined : registry.sources.get(work);
  if (known !== undefined) return known;
  const task = new TrackedTask(name, options);
  if (isFunction && registry.closed) {
    task.finish('refused');
    return task;
  }
  registry.tasks.add(task);
  emit('started', task);
  watch();
  if (registry.aborting) task.abort();
  try {
    adopt(isFunction ? (work as (task: Task) => T | PromiseLike<T>)(task) : work, task);
  } catch (error) {
    task.finish('failed', error);
  }
  if (task.status === 'running') handToPlatform(task);
  return task;
}

/** Tasks in flight, oldest first. Can be put into a JSON response as it is. */
export function activeTasks(): Task[] {
  return [...registry.tasks];
}

export function activeTaskCount(): number {
  return registry.tasks.size;
}

/** Calls `listener` for each change of a task; returns how to stop that. */
export function onTaskEvent(listener: TaskListener): () => void {
  registry.listeners.add(listener);
  return () => {
    registry.listeners.delete(listener);
  };
}

/** Replaces the settings that are given; an undefined one is switched off. */
export function configureTasks(config: { [Key in keyof TaskConfig]: TaskConfig[Key] | undefined }): void {
  registry.config = { ...registry.config, ...config } as TaskConfig;
  clearInterval(registry.watchdog);
  registry.watchdog = undefined;
  watch();
}

/**
 * Waits until no task is left and `until` has settled; tasks that start meanwhile are waited for too.
 * Never rejects, and never ends the process. A second call while one is under way gets the first one's report.
 */
export function drainTasks(options: DrainOptions = {}): Promise<DrainReport> {
  const { timeoutMs = 30_000, abortAfterMs = 0.8 * timeoutMs, until, close = true } = options;
  if (registry.drain !== undefined) return registry.drain;
  const { tasks } = registry;
  if (tasks.size === 0 && until === undefined) {
    registry.closed ||= close;
    return Promise.resolve({ drained: true, left: [], ms: 0 });
  }
  const startedAt = Date.now();
  registry.drain = new Promise((resolve) => {
    let waiting = until !== undefined;
    const end = (drained: boolean): void => {
      clearTimeout(abortTimer);
      clearTimeout(endTimer);
      registry.closed ||= close;
      registry.aborting = false;
      registry.whenEmpty = registry.drain = undefined;
      resolve({ drained, left: activeTasks(), ms: Date.now() - startedAt });
    };
    const check = (): void => {
      // One more turn: what runs when the last task settles may start another.
      if (tasks.size > 0 || waiting) return;
      queueMicrotask(() => {
        if (registry.whenEmpty === check && tasks.size === 0) end(true);
      });
    };
    const abortTimer = setTimeout(() => {
      registry.aborting = true;
      if (tasks.size > 0) console.error(`fire-task: aborting after ${ms(Date.now() - startedAt)}: ${describe(tasks)}`);
      for (const task of tasks) task.abort();
    }, abortAfterMs);
    const endTimer = setTimeout(() => {
      end(false);
    }, timeoutMs);
    registry.whenEmpty = check;
    const released = (): void => {
      waiting = false;
      check();
    };
    if (until !== undefined) until.then(released, released);
  });
  return registry.drain;
}

/**
 * On SIGTERM or SIGINT: closes the server, drains, says in one line how it went, and exits 0 (all finished) or 1.
 * A second signal exits 1 at once. Returns its own undoing.
 */
export function drainOnShutdown(server?: ClosableServer, options: ShutdownOptions = {}): () => void {
  const { signals = ['SIGTERM', 'SIGINT'], timeoutMs = 25_000, exit = true } = options;
  const { process } = globalThis as unknown as { process: Process };
  let stopping = false;
  const onSignal = (signal: string): void => {
    if (stopping) {
      process.exit(1);
      return;
    }
    stopping = true;
    let finished = 0;
    const forget = onTaskEvent((type) => {
      if (type !== 'started' && type !== 'stalled') finished += 1;
    });
    const { closed, release } = closeServers();
    void drainTasks({ timeoutMs, until: closed }).then((report) => {
      release();
      forget();
      const { drained, left } = report;
      const rest = drained ? 'none left' : left.length > 0 ? `not finished: ${describe(left)}` : 'connections are still open';
      console.error(`fire-task: ${signal}: ${String(finished)} finished in ${ms(report.ms)}, ${rest}`);
      if (exit) process.exit(drained ? 0 : 1);
    });
  };
  if (server !== undefined) registry.servers.add(server);
  for (const signal of signals) {
    if (registry.signals.has(signal)) continue;
    registry.signals.set(signal, onSignal);
    process.on(signal, onSignal);
  }
  return () => {
    if (server !== undefined) registry.servers.delete(server);
    for (const signal of signals) {
      if (registry.signals.get(signal) !== onSignal) continue;
      registry.signals.delete(signal);
      process.off(signal, onSignal);
    }
  };
}

/** Idle keep-alive connections hold `close()` up, by 72 s on Fastify: they are closed every 100 ms until all are gone. */
function closeServers(): { closed: Promise<unknown>; release: () => void } {
  const servers = [...registry.servers];
  const reaper = setInterval(() => {
    for (const server of servers) (server.server ?? server).closeIdleConnections?.();
  }, 100);
  const closed = Promise.allSettled(
    servers.map((server) =>
      // Fastify's close gives a promise; node's takes a callback.
      server.server === undefined ? new Promise<void>((resolve) => void server.close(resolve)) : server.close(),
    ),
  );
  return {
    closed,
    release: () => {
      clearInterval(reaper);
    },
  };
}

/** Follows the work's promise by `then(ok, failed)`: `finally` would make one more promise that rejects unhandled. */
function adopt(work: unknown, task: TrackedTask): void {
  if (!isThenable(work)) {
    task.finish('done');
    return;
  }
  registry.sources.set(work, task);
  // A lazy thenable runs once for each `then`: from here on only this promise is used.
  const promise = Promise.resolve(work);
  // A promise that is collected unsettled can never settle.
  registry.lost?.register(promise, task, task);
  promise.then(
    () => {
      task.finish('done');
    },
    (error: unknown) => {
      task.finish(task.aborted ? 'aborted' : 'failed', error);
    },
  );
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function isThenable(value: unknown): value is PromiseLike<unknown> & object {
  return isObject(value) && typeof (value as { then?: unknown }).then === 'function';
}

function handToPlatform(task: TrackedTask): void {
  const { config } = registry;
  try {
    config.waitUntil?.(task.settled);
  } catch {
    // Outside a request there is nothing to extend.
  }
}

function reportError(error: unknown, task: TrackedTask): void {
  const onError = task.options.onError ?? registry.config.onError;
  if (onError === undefined) console.error(`fire-task: "${task.name}" failed (${age(task)}):`, error);
  else guarded('onError', (): unknown => onError(error, task));
}

function emit(type: TaskEvent, task: TrackedTask): void {
  for (const listener of registry.listeners) guarded('a listener', (): unknown => listener(type, task));
}

/** Runs user code whose failure must stop nothing. */
function guarded(what: string, run: () => unknown): void {
  const complain = (error: unknown): void => {
    console.error(`fire-task: ${what} failed:`, error);
  };
  try {
    const result = run();
    if (isThenable(result)) result.then(undefined, complain);
  } catch (error) {
    complain(error);
  }
}

/** One timer for all tasks, which keeps no process alive, and none when there is nothing to watch. */
function watch(): void {
  const { stallAfterMs } = registry.config;
  if (stallAfterMs === undefined || registry.watchdog !== undefined || registry.tasks.size === 0) return;
  registry.watchdog = setInterval(() => {
    for (const task of registry.tasks) {
      if (task.stalled || task.idleMs < stallAfterMs) continue;
      task.stalled = true;
      console.error(`fire-task: "${task.name}" has been silent for ${ms(task.idleMs)} (${age(task)})`);
      emit('stalled', task);
    }
  }, Math.max(10, stallAfterMs / 2));
  (registry.watchdog as { unref?: () => void }).unref?.();
}

function describe(tasks: Iterable<Task>): string {
  return [...tasks].map((task) => `"${task.name}" (${age(task)})`).join(', ');
}

function age(task: Task): string {
  return `${ms(task.ageMs)} old`;
}

function ms(duration: number): string {
  return `${String(duration)} ms`;
}
