import type { DrainReport } from './fire-task.ts';
import { activeTaskCount, activeTasks, drainTasks, duration, list, ms } from './fire-task.ts';
import { onTaskEvent, registry, say, since } from './fire-task.ts';

/** What node:http, Express, Koa, @hono/node-server, ws and Socket.IO give, or a Fastify instance. */
export interface ClosableServer {
  close(...args: never[]): unknown;
}

export interface ShutdownOptions {
  readonly signals?: readonly string[];
  readonly timeoutMs?: number;
  readonly connectionsMs?: number;
  readonly delayMs?: number;
  readonly then?: () => unknown;
  readonly exit?: boolean;
}

export interface Shutdown {
  /** Takes the handlers away again. */
  readonly undo: () => void;
  /** Resolves when the shutdown is over, just before the exit; never rejects. */
  readonly done: Promise<DrainReport>;
}

interface Emitter {
  on(event: string, listener: unknown): unknown;
  prependListener(event: string, listener: unknown): unknown;
  off(event: string, listener: unknown): unknown;
  listenerCount(event: string): number;
}

interface HttpServer extends Emitter {
  close(callback?: (error?: Error) => void): unknown;
  closeIdleConnections?: () => void;
  /** Of HTTP/2 alone. */
  readonly updateSettings?: unknown;
}

/** All that we look for in what we are given. */
interface AnyServer extends HttpServer {
  /** Fastify. */
  readonly server?: HttpServer;
  /** Socket.IO. */
  readonly httpServer?: HttpServer;
  disconnectSockets?(close: boolean): void;
  /** ws, where a server of its own is `_server`. */
  readonly clients?: Iterable<{ close?(code: number): void; terminate?(): void }>;
  readonly _server?: HttpServer;
}

interface Exchange {
  readonly request:
    | {
        readonly httpVersionMajor: number;
        readonly complete: boolean;
        readonly socket: { readonly bytesRead: number };
        readonly readableLength: number;
        readonly readableHighWaterMark: number;
      }
    | undefined;
  readonly response: Emitter & {
    readonly headersSent: boolean;
    readonly sentHeaders?: Readonly<Record<string, unknown>>;
    /** All headers in one text, once they are sent. */
    readonly _header?: unknown;
    getHeader?(name: string): unknown;
    setHeader?(name: string, value: string): void;
  };
  /** When the last byte of a request that has not come whole was seen, and how many there were. */
  quietSince: number;
  bytes: number;
}

interface Followed {
  readonly server: AnyServer;
  readonly http: HttpServer | undefined;
  readonly sockets: Set<{ destroy(): void }>;
  readonly sessions: Set<{ close(): void }>;
  readonly exchanges: Set<Exchange>;
  forget(): void;
}

interface Call {
  readonly followed: readonly Followed[];
  readonly signals: readonly string[];
  readonly then: (() => unknown) | undefined;
}

/** One for the process, as the tasks' registry is. */
interface ShutdownState {
  readonly calls: Set<Call>;
  readonly handlers: Map<string, (signal: string) => void>;
  readonly done: Promise<DrainReport>;
  over(report: DrainReport): void;
  /** When the first signal came. */
  stoppingSince?: number;
}

interface Process extends Emitter {
  exit(code: number): void;
}

const SHUTDOWN: unique symbol = Symbol.for('fire-task@1/shutdown');
const world = globalThis as unknown as { process: Process; [SHUTDOWN]?: ShutdownState | undefined };

const DEFAULT_SIGNALS: readonly string[] = ['SIGTERM', 'SIGINT'];
/** A wrapper and its process group, or a watcher, send a signal twice. */
const SAME_SIGNAL_MS = 500;
const TICK_MS = 100;
/** What cleaning up may take when the time is over. */
const CLEANUP_MS = 2000;

/** The first signal has come: for a readiness probe, which is to say no from then on. */
export function isDraining(): boolean {
  return world[SHUTDOWN]?.stoppingSince !== undefined;
}

/**
 * On the first of `signals`: closes the servers, ends their idle connections, drains, says in one line how that went,
 * and exits, with 0 when all has finished and 1 otherwise. A second one exits with 1 at once.
 *
 * @param options - `signals` (SIGTERM and SIGINT); `timeoutMs` (25 s, of the 30 that Kubernetes gives); `connectionsMs`
 *   (5 s): what is idle, silent, upgraded or a stream of events is ended then, unless a task or a request is left;
 *   `delayMs` (0) between the signal and the close, for load balancers; `then` runs after the drain and before the exit;
 *   `exit: false` leaves the exit to you
 */
export function drainOnShutdown(
  server?: ClosableServer | readonly ClosableServer[],
  options: ShutdownOptions = {},
): Shutdown {
  const { signals = DEFAULT_SIGNALS } = options;
  const { process } = world;
  const state = (world[SHUTDOWN] ??= newState());
  const servers = server === undefined ? [] : [server].flat();
  const call: Call = { followed: servers.map((one) => follow(one as AnyServer)), signals, then: options.then };
  state.calls.add(call);
  const timeoutMs = duration('timeoutMs', options.timeoutMs, 25_000, 1);
  const times: Times = {
    timeoutMs,
    connectionsMs: duration('connectionsMs', options.connectionsMs, 5000, 0),
    delayMs: duration('delayMs', options.delayMs, 0, 0, timeoutMs - 1),
  };
  const onSignal = (signal: string): void => {
    if (state.stoppingSince !== undefined) {
      if (since(state.stoppingSince) < SAME_SIGNAL_MS) return;
      say(`${signal} again: ${activeTaskCount() > 0 ? `lost: ${list(activeTasks())}` : 'no task is lost'}`);
      process.exit(1);
      return;
    }
    state.stoppingSince = performance.now();
    void shutDown(signal, state, times).then(async ({ report, failed }) => {
      state.over(report);
      // Whoever waits for it has a turn before the exit.
      await nap(0);
      if (options.exit !== false) process.exit(report.drained && !failed ? 0 : 1);
    });
  };
  for (const signal of signals) {
    if (state.handlers.has(signal)) continue;
    state.handlers.set(signal, onSignal);
    process.on(signal, onSignal);
  }
  return {
    done: state.done,
    undo: () => {
      state.calls.delete(call);
      for (const followed of call.followed) followed.forget();
      for (const [signal, handler] of state.handlers) {
        if ([...state.calls].some((other) => other.signals.includes(signal))) continue;
        state.handlers.delete(signal);
        process.off(signal, handler);
      }
      if (state.calls.size === 0) world[SHUTDOWN] = undefined;
    },
  };
}

interface Times {
  readonly timeoutMs: number;
  readonly connectionsMs: number;
  readonly delayMs: number;
}

function newState(): ShutdownState {
  let over: ShutdownState['over'] = () => undefined;
  const done = new Promise<DrainReport>((resolve) => {
    over = resolve;
  });
  return { calls: new Set(), handlers: new Map<string, (signal: string) => void>(), done, over };
}

async function shutDown(
  signal: string,
  state: ShutdownState,
  { timeoutMs, connectionsMs, delayMs }: Times,
): Promise<{ report: DrainReport; failed: boolean }> {
  const startedAt = performance.now();
  let finished = 0;
  const forget = onTaskEvent((type) => {
    if (type === 'done' || type === 'failed' || type === 'aborted') finished += 1;
  });
  if (delayMs > 0) await nap(delayMs);
  const failures: unknown[] = [];
  const guarded = async (what: string, work: () => unknown): Promise<void> => {
    try {
      await work();
    } catch (error) {
      failures.push(error);
      say(`${what} failed:`, error);
    }
  };
  const left = (): number => timeoutMs - since(startedAt);

  let release = (): void => undefined;
  const drained = new Promise<void>((resolve) => {
    release = resolve;
  });
  const followed = [
    ...new Map([...state.calls].flatMap((call) => call.followed.map((one) => [one.server, one]))).values(),
  ];
  const reaper = reap(followed, connectionsMs);
  const closings = followed.map((one) => closeServer(one, drained));
  const closed = Promise.all(closings.map((closing) => guarded('closing the server', () => closing.closed)));
  const first = await drainTasks({ timeoutMs: Math.max(1, left()), until: closed, close: false });
  release();

  // Tasks may still be started by what is closed now.
  const ended = Promise.all(
    closings.map((closing) =>
      closing.closed.then(
        () => guarded('closing the server', closing.end),
        () => undefined,
      ),
    ),
  );
  const second = first.drained
    ? await drainTasks({ timeoutMs: Math.max(CLEANUP_MS, left()), until: ended, close: false })
    : first;
  registry.closed = true;
  clearInterval(reaper);
  const cleaning = (async () => {
    for (const { then } of state.calls) if (then !== undefined) await guarded('then', then);
  })();
  const clean = await within(cleaning, Math.max(CLEANUP_MS, left()));
  if (!clean) say('then has not finished');
  forget();
  const report: DrainReport = { drained: second.drained, left: activeTasks(), ms: since(startedAt) };
  const unfinished = report.left.length > 0 ? `not finished: ${list(report.left)}` : 'the server has not closed';
  say(`${signal}: ${String(finished)} finished in ${ms(report.ms)}, ${report.drained ? 'none left' : unfinished}`);
  return { report, failed: failures.length > 0 || !clean };
}

interface Closing {
  /** No request is left. */
  readonly closed: Promise<unknown>;
  /** What is to come when no task is left, either. */
  readonly end: () => unknown;
}

function closeServer({ server, http, exchanges, sessions }: Followed, drained: Promise<void>): Closing {
  for (const { response } of exchanges) announceClose(response);
  for (const session of sessions) session.close();
  if (server.server !== undefined) return closeFastify(server, server.server, drained);
  if (server.clients !== undefined) {
    const closed = Promise.all([closeHttp(server), http === undefined ? undefined : closeHttp(http)]);
    return { closed, end: () => closed };
  }
  if (http === undefined || http === server) {
    const closed = closeHttp(server);
    return { closed, end: () => closed };
  }
  return {
    closed: closeHttp(http),
    end: () => {
      // It closes its server, too, which has closed.
      http.close = (callback) => callback?.();
      return server.close();
    },
  };
}

function closeHttp(http: HttpServer): Promise<void> {
  return new Promise((resolve, reject) => {
    http.close((error) => {
      // Somebody else has closed it, or it never listened.
      if (error === undefined || (error as { code?: unknown }).code === 'ERR_SERVER_NOT_RUNNING') resolve();
      else reject(error);
    });
  });
}

/**
 * Fastify closes its plugins, a database for example, as soon as its HTTP server says that it has closed. The tasks may
 * still need them: it is told so only when they are done.
 */
function closeFastify(server: AnyServer, http: HttpServer, drained: Promise<void>): Closing {
  const closeHttp = http.close.bind(http);
  const httpClosed = new Promise<void>((resolve) => {
    http.close = (callback) =>
      closeHttp((error) => {
        resolve();
        void drained.then(() => callback?.(error));
      });
  });
  const ended = new Promise((resolve) => {
    resolve(server.close());
  });
  return { closed: Promise.race([httpClosed, ended]), end: () => ended };
}

/**
 * Ends idle connections all the time, which hold up `close()` for 6 s on node:http and for 72 on Fastify, and all others
 * when their time is over and nobody needs them.
 */
function reap(followed: readonly Followed[], connectionsMs: number): ReturnType<typeof setInterval> {
  const startedAt = performance.now();
  const closeIdle = followed.map(({ http }) => {
    const close = http?.closeIdleConnections?.bind(http);
    // From Node 19 on `close()` resets a client that is between two requests. The next tick is soon enough: what it
    // asks until then is answered, with `Connection: close`.
    if (http !== undefined && close !== undefined) http.closeIdleConnections = () => undefined;
    return close;
  });
  let told = false;
  return setInterval(() => {
    for (const close of closeIdle) close?.();
    if (since(startedAt) < connectionsMs || activeTaskCount() > 0) return;
    for (const { server, sockets, exchanges } of followed) {
      if (!told) server.disconnectSockets?.(true);
      for (const client of server.clients ?? []) {
        if (told) client.terminate?.();
        else client.close?.(1001);
      }
      if (!told || [...exchanges].some((exchange) => isNeeded(exchange, connectionsMs))) continue;
      for (const socket of sockets) socket.destroy();
    }
    told = true;
  }, TICK_MS);
}

/** Whether its answer is worth waiting for: a stream of events has no end, and half a request may never come whole. */
function isNeeded(exchange: Exchange, connectionsMs: number): boolean {
  const { request, response } = exchange;
  const type = response.sentHeaders?.['content-type'] ?? response.getHeader?.('content-type') ?? response._header;
  if (typeof type === 'string' && type.includes('text/event-stream')) return false;
  if (request === undefined || request.complete || request.readableLength >= request.readableHighWaterMark) return true;
  if (request.socket.bytesRead !== exchange.bytes) {
    exchange.bytes = request.socket.bytesRead;
    exchange.quietSince = performance.now();
  }
  return since(exchange.quietSince) < connectionsMs;
}

function announceClose(response: Exchange['response']): void {
  if (!response.headersSent) response.setHeader?.('Connection', 'close');
}

/** Knows what a server is busy with, from now on. */
function follow(server: AnyServer): Followed {
  const http =
    server.server ?? server.httpServer ?? server._server ?? (server.clients === undefined ? server : undefined);
  const sockets: Followed['sockets'] = new Set();
  const sessions: Followed['sessions'] = new Set();
  const exchanges: Followed['exchanges'] = new Set();
  const begin = (response: Exchange['response'], request?: Exchange['request']): void => {
    const exchange = { request, response, quietSince: performance.now(), bytes: request?.socket.bytesRead ?? 0 };
    exchanges.add(exchange);
    response.on('close', () => exchanges.delete(exchange));
  };
  const listeners: Record<string, unknown> = {
    connection: (socket: Emitter & { destroy(): void }) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    },
    session: (session: Emitter & { close(): void }) => {
      sessions.add(session);
      session.on('close', () => sessions.delete(session));
    },
    stream: (stream: Exchange['response']) => {
      begin(stream);
    },
    request: (request: NonNullable<Exchange['request']>, response: Exchange['response']) => {
      if (request.httpVersionMajor > 1) return;
      begin(response, request);
      if (isDraining()) announceClose(response);
    },
  };
  // A listener for requests changes how HTTP/2 answers, where there is none.
  if (http?.updateSettings !== undefined && http.listenerCount('request') === 0) delete listeners['request'];
  for (const [event, listener] of Object.entries(listeners)) http?.prependListener(event, listener);
  return {
    server,
    http,
    sockets,
    sessions,
    exchanges,
    forget: () => {
      for (const [event, listener] of Object.entries(listeners)) http?.off(event, listener);
    },
  };
}

function nap(delay: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, delay);
  });
}

/** Whether `work` is over in time. */
async function within(work: Promise<unknown>, limitMs: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, limitMs, false);
  });
  const inTime = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}
