import * as cluster from 'node:cluster';
import type { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { BroadcastChannel, threadId } from 'node:worker_threads';
import type { DrainReport, Task } from './fire-task.ts';
import { activeTaskCount, activeTasks, drainTasks, duration, label, listed, onTaskEvent, say } from './fire-task.ts';

type Limits = Record<'timeoutMs' | 'connectionsMs' | 'delayMs', number>;
/** @public */
export type ShutdownOptions = Partial<Limits & { exit: boolean; onCrash: 'drain' }> & {
  readonly signals?: string | readonly string[];
  readonly then?: (() => unknown) | undefined;
};
/** @public */
export type ClosableServer = Pick<Server, 'close'>;
type Call = ShutdownOptions & Limits & { readonly servers: Server[]; readonly endings: (() => void)[] };
type Listener = Parameters<EventEmitter['on']>[1];
type Answer = EventEmitter & Partial<ServerResponse> & { sentHeaders?: Record<string, string>; _header?: string };
type Handle = Partial<Record<'writeQueueSize', number>>;
/** For TLS, `_parent` is the handle of the connection. */
type Handles = Handle & { _parent?: Handle };
type Socket = EventEmitter & { bytesRead?: number; _handle?: Handles | null; destroy(): unknown };

/** A Node server, or an object that holds one: the app of Fastify or NestJS, `io` of Socket.IO, `wss` of ws. */
interface Server extends Partial<EventEmitter & Record<'server' | 'httpServer' | '_server', Server>> {
  close(...given: unknown[]): unknown;
  /** HTTP/2 only. */
  readonly updateSettings?: unknown;
  readonly listening?: boolean;
  readonly clients?: Iterable<{ close(code: number): void }>;
  closeIdleConnections?: () => void;
  closeAllConnections?: () => void;
  getHttpServer?(): Server;
  path?(): string;
  enableShutdownHooks?: unknown;
  unsubscribeFromProcessSignals?(): void;
}

const STANDARD = ['SIGTERM', 'SIGINT'];
const fresh = {
  calls: new Set<Call>(),
  handlers: new Map<string, Listener>(),
  /** How much had arrived when the last answer went out, and when that was. */
  sockets: new Map<Socket, { bytes: number | undefined; at: number } | undefined>(),
  sessions: new Set<EventEmitter & { close(): void }>(),
  /** Open answers: how much the client has sent or not yet taken, and since when. */
  answers: new Map<Answer, { moved?: number | undefined; at: number }>(),
  /** Threads with tasks of their own, and whether each has replied since they were told to stop. */
  threads: new Map<number, boolean>(),
  told: new WeakSet(),
  channel: undefined as BroadcastChannel | undefined,
  stoppedAt: undefined as number | undefined,
  isClosing: false,
  hasFailed: false,
  isOver: false,
  report: undefined as ((report: DrainReport) => void) | undefined,
  done: undefined as Promise<DrainReport> | undefined,
};
const host = globalThis as unknown as Record<symbol, { shutdown?: typeof fresh }> & { process: NodeJS.Process };
/** One per process, even if it loads several copies of this file. */
const state = ((host[Symbol.for('fire-task@1')] ??= {}).shutdown ??= fresh);
const now = (): number => Math.round(performance.now());

/** Whether the process has been told to stop, for a readiness probe. @public */
export function isDraining(): boolean {
  return state.stoppedAt !== undefined;
}

/**
 * On the first of `signals`, waits `delayMs`, closes the servers, drains, prints the result in one line, runs `then`,
 * and exits with 0 if all went well, else with 1. A later signal exits at once. What no request or task needs is cut
 * off after `connectionsMs`. With several calls, the options of the first and every `then` apply. @public
 */
export function drainOnShutdown(
  given: ClosableServer | readonly ClosableServer[] = [],
  options: ShutdownOptions = {},
): { readonly undo: () => void; readonly done: Promise<DrainReport> } {
  const { signals, onCrash, ...limits } = { ...options };
  const timeoutMs = duration('timeoutMs', limits.timeoutMs, 25_000);
  const connectionsMs = Math.min(duration('connectionsMs', limits.connectionsMs, 5000, 0), 0.8 * timeoutMs);
  const delayMs = Math.min(duration('delayMs', limits.delayMs, 0, 0), 0.8 * timeoutMs);
  const call: Call = { ...limits, timeoutMs, connectionsMs, delayMs, servers: [], endings: [] };
  for (const server of [given].flat() as readonly (Server | undefined)[]) {
    if (typeof server?.close === 'function') for (const one of [server, ...twinsOf(server)]) follow(one, call);
    else say('drainOnShutdown was given what has no close(): give it what listen() or serve() returns');
  }
  state.calls.add(call);
  for (const signal of audible([signals ?? STANDARD].flat())) hear(signal, stop);
  // After a crash, or an exit by other code.
  hear('exit', (code: unknown) => {
    const isLost = !state.isOver && activeTaskCount() > 0;
    if (isLost) say(`exit with ${label(code)}, lost: ${listed(activeTasks())}`);
    if (threadId > 0) state.channel?.postMessage([threadId, isLost ? 'lost' : 'done']);
  });
  if (onCrash === 'drain')
    hear('uncaughtException', (error: unknown, origin: string) => {
      fail(origin, error);
      if (!isDraining()) stop(origin);
    });
  state.channel ??= openChannel();
  state.done ??= new Promise((resolve) => (state.report = resolve));
  const undo = (): void => {
    for (const end of call.endings) end();
    state.calls.delete(call);
    if (state.calls.size > 0) return;
    for (const [event, handler] of Array.from(state.handlers)) host.process.off(event, handler);
    state.handlers.clear();
    state.channel?.close();
    state.channel = state.stoppedAt = state.done = undefined;
    state.isClosing = state.hasFailed = state.isOver = false;
  };
  return { undo, done: state.done };
}

/** The signals that can be heard: not SIGKILL, and not a list of them in one string. */
function audible(given: readonly string[]): readonly string[] {
  const heard = given.filter((signal) => signal in constants.signals && signal !== 'SIGKILL' && signal !== 'SIGSTOP');
  if (heard.length === given.length) return given;
  const taken = heard.length > 0 ? heard : STANDARD;
  const others = given.filter((signal) => !heard.includes(signal)).map((signal) => label(signal));
  say(`signals cannot be ${others.join(', ')}: ${taken.join(' and ')} will be heard`);
  return taken;
}

function hear(event: string, handler: Listener): void {
  const known = state.handlers.get(event) ?? handler;
  state.handlers.set(event, known);
  // Other code may have removed all handlers of a signal.
  if (!host.process.listeners(event as NodeJS.Signals).includes(known)) host.process.on(event, known);
}

function netOf(server: Server): Server | undefined {
  const parts = [server.getHttpServer?.(), server.httpServer, server._server, server.server, server];
  return parts.find((part) => part?.listening !== undefined);
}

/** Fastify has another server for each additional address of `localhost`. */
function twinsOf(server: Server): readonly Server[] {
  const key = Object.getOwnPropertySymbols(server).find(({ description }) => description === 'fastify.serverBindings');
  return key === undefined ? [] : ((server as unknown as Record<symbol, Server[]>)[key] ?? []);
}

/** Tracks the connections and open answers of a server from now on. */
function follow(server: Server, call: Call): void {
  // At the signal, NestJS would close its modules under the tasks, and resend it. `close` runs the same hooks.
  server.unsubscribeFromProcessSignals?.();
  // The proxy around the application would swallow an assignment.
  if (server.enableShutdownHooks !== undefined)
    Object.defineProperty(server, 'enableShutdownHooks', { value: () => server, configurable: true });
  const net = netOf(server);
  call.servers.push(server);
  const listeners = Object.entries<Listener>({
    connection: followSocket,
    session: (session: EventEmitter & { close(): void }) => {
      state.sessions.add(session);
      session.once('close', () => state.sessions.delete(session));
    },
    stream: followAnswer,
    request: (request: { httpVersionMajor: number }, response: Answer) => {
      if (request.httpVersionMajor === 1) followAnswer(response);
    },
  });
  // An HTTP/2 server that only uses streams would create requests just for this listener.
  if (net?.updateSettings !== undefined && net.listenerCount?.('request') === 0) listeners.pop();
  for (const [event, listener] of listeners) net?.prependListener?.(event, listener);
  call.endings.push(() => {
    for (const [event, listener] of listeners) net?.off?.(event, listener);
  });
}

function followSocket(socket: Socket): void {
  if (state.sockets.has(socket)) return;
  state.sockets.set(socket, undefined);
  socket.once('close', () => state.sockets.delete(socket));
}

function followAnswer(answer: Answer): void {
  const socket = answer.req?.socket;
  // For TLS, it isn't the socket of `connection`.
  if (socket !== undefined) followSocket(socket);
  state.answers.set(answer, { at: now() });
  answer.once('close', () => {
    state.answers.delete(answer);
    if (socket?.destroyed === false) state.sockets.set(socket, { bytes: socket.bytesRead, at: now() });
  });
  if (state.isClosing) closeAfter(answer);
}

/** Tells the client that this is the last answer on its connection, so that it doesn't send into a closed one. */
function closeAfter(answer: Answer): void {
  if (answer.headersSent === false && answer.req?.httpVersionMajor === 1) answer.setHeader?.('Connection', 'close');
}

/** Event streams never end, polls of Socket.IO wait for events, and a client may never send or take the rest. */
function isNeeded(answer: Answer, connectionsMs: number): boolean {
  const { req, sentHeaders } = answer;
  const type = sentHeaders?.['content-type'] ?? answer.getHeader?.('content-type') ?? answer._header;
  if (answer.headersSent === true && typeof type === 'string' && type.includes('event-stream')) return false;
  const servers = Array.from(state.calls).flatMap((call) => call.servers);
  if (servers.some((server) => typeof server.path === 'function' && req?.url?.startsWith(server.path()))) return false;
  const seen = state.answers.get(answer);
  if (req === undefined || seen === undefined) return true;
  const isSending = !req.complete && req.readableLength === 0;
  if (!isSending && answer.writableEnded !== true && answer.writableNeedDrain !== true) return true;
  const { bytesRead, _handle } = req.socket as Socket;
  const moved = isSending ? bytesRead : (_handle?._parent ?? _handle)?.writeQueueSize;
  if (moved === undefined || seen.moved !== moved) Object.assign(seen, { moved, at: now() });
  return now() - seen.at < Math.max(connectionsMs, isSending ? 0 : 1000);
}

function fail(what: string, error: unknown): void {
  state.hasFailed = true;
  say(`${what} failed:`, error);
}

function stop(signal: string): void {
  // Wrappers, watchers and control groups send a signal twice at once.
  const calls = Array.from(state.calls);
  if (state.stoppedAt === undefined) void shutDown(signal, calls, calls[0]);
  else if (now() - state.stoppedAt > 500) {
    say(`${signal} again, lost: ${listed(activeTasks()) || 'nothing'}`);
    state.isOver = true;
    host.process.exit(1);
  }
}

async function shutDown(signal: string, calls: readonly Call[], first: Partial<Call> = {}): Promise<void> {
  const { timeoutMs = 25_000, connectionsMs = 5000, delayMs = 0, exit } = first;
  const startedAt = (state.stoppedAt = now());
  const timeLeft = (): number => Math.max(1, startedAt + timeoutMs - now());
  let finished = 0;
  const lost: Task[] = [];
  const forget = onTaskEvent((type, task) => {
    if (['done', 'failed', 'aborted'].includes(type)) finished += 1;
    else if (type === 'lost') lost.push(task);
  });
  const late = sleep(timeoutMs, undefined, { ref: false });
  const drain = async (until: Promise<unknown>): Promise<DrainReport> => {
    // This may join a drain that other code began, with an earlier or a later deadline.
    const report = await Promise.race([late, drainTasks({ timeoutMs: timeLeft(), until })]);
    if (report === undefined) return { drained: false, left: activeTasks(), ms: timeoutMs };
    return report.drained || timeLeft() === 1 ? report : drain(until);
  };
  tellOthers(signal);
  if (delayMs > 0) await sleep(delayMs);
  state.isClosing = true;
  for (const answer of Array.from(state.answers.keys())) closeAfter(answer);
  const servers = Array.from(new Set(calls.flatMap((call) => call.servers)));
  const nets = new Set(servers.flatMap((server) => netOf(server) ?? []));
  // Those that only take in work, such as a queue's worker. Others hold what tasks need, or notify clients.
  const intakes = servers.filter((one) => !netOf(one) && !one.clients && !one.enableShutdownHooks);
  const closed = [...Array.from(nets), ...intakes].map((server) => close(server, signal));
  const reaper = reap(signal, nets, connectionsMs);
  let report = await drain(reaper.quiet);
  reaper.end();
  if (report.drained) {
    // Closed last, because they may close a database: plugins of Fastify, modules of NestJS.
    const holders = servers.filter((server) => !nets.has(server) && !intakes.includes(server));
    report = await drain(Promise.all([...closed, ...holders.map((server) => close(server, signal))]));
  }
  reaper.stop();
  const ms = now() - startedAt;
  const left = [...lost, ...report.left];
  const unfinished = left.length > 0 ? `not finished: ${listed(left)}` : 'the server has not closed';
  const drained = report.drained && left.length === 0;
  say(`${signal}: ${label(finished)} finished in ${label(ms)} ms, ${drained ? 'none left' : unfinished}`);
  for (const { then } of calls) await runThen(then, Math.max(1000, timeLeft()));
  forget();
  // Tasks that `then` started are cut off, and named at the exit.
  state.isOver = !report.drained || activeTaskCount() === 0;
  const isGood = drained && state.isOver && lost.length === 0 && !state.hasFailed;
  state.report?.({ drained, left, ms });
  // Code that waits for the report gets a turn before the exit.
  await sleep(0);
  if (threadId > 0) state.channel?.postMessage([threadId, isGood ? 'done' : 'lost']);
  else if (exit !== false) host.process.exit(isGood ? 0 : 1);
}

/** Ends idle connections from now on. After `end`, ends all, once their time is over and nothing needs them. */
function reap(signal: string, nets: ReadonlySet<Server>, connectionsMs: number) {
  const startedAt = now();
  let isQuiet: () => void;
  let isEnding = false;
  /** Resolves when no task, needed request, worker or thread is left. */
  const quiet = new Promise<void>((resolve) => (isQuiet = resolve));
  const tick = (): void => {
    for (const session of Array.from(state.sessions)) session.close();
    const others = tellOthers(signal) + state.threads.size;
    const answers = Array.from(state.answers.keys()).filter((answer) => isNeeded(answer, connectionsMs));
    if (activeTaskCount() + others + answers.length + endIdle() > 0) return;
    isQuiet();
    if (!isEnding || now() - startedAt < connectionsMs) return;
    for (const net of Array.from(nets)) net.closeAllConnections?.();
    for (const socket of Array.from(state.sockets.keys())) socket.destroy();
  };
  const ticks = setInterval(tick, 50);
  tick();
  const end = (): void => {
    isEnding = true;
    tick();
  };
  return { quiet, end, stop: clearInterval.bind(undefined, ticks) };
}

/**
 * Ends the connections that have had their answer, unless the client may be just sending its next request. Returns how
 * many may be. `closeIdleConnections` would also end those whose answer is written but not yet sent.
 */
function endIdle(): number {
  const busy = new Set<unknown>(Array.from(state.answers.keys()).map(({ req }) => req?.socket));
  let fresh = 0;
  for (const [socket, answered] of Array.from(state.sockets)) {
    if (answered === undefined || busy.has(socket) || answered.bytes !== socket.bytesRead) continue;
    if (now() - answered.at < 300) fresh += 1;
    else socket.destroy();
  }
  return fresh;
}

async function runThen(then: (() => unknown) | undefined, limitMs: number): Promise<void> {
  const late = new Promise((_resolve, reject) => setTimeout(reject, limitMs, new Error('it has not ended')).unref());
  try {
    await Promise.race([then?.(), late]);
  } catch (error) {
    fail('then', error);
  }
}

/** Reports a failure, unless the server was closed before. */
async function close(server: Server, signal: string): Promise<void> {
  const isNet = netOf(server) === server;
  if (isNet)
    server.closeIdleConnections = () => {
      // `close` would call it, and so would Fastify's.
    };
  try {
    for (const client of Array.from(server.clients ?? [])) client.close(1001);
    if (isNet) await promisify(server.close.bind(server))();
    else await (server.enableShutdownHooks === undefined ? server.close() : server.close(signal));
  } catch (error) {
    const isClosed = (error as { code?: string } | undefined)?.code === 'ERR_SERVER_NOT_RUNNING';
    if (!isClosed) fail('closing the server', error);
  }
}

/** Passes the signal on to workers and threads. Returns the number of workers in the cluster. */
function tellOthers(signal: string): number {
  const { workers = {}, default: primary } = cluster as { workers?: NodeJS.Dict<cluster.Worker>; default?: object };
  for (const worker of Object.values(workers)) {
    if (worker === undefined || state.told.has(worker)) continue;
    state.told.add(worker);
    worker.once('exit', (code: number) => (state.hasFailed ||= code !== 0));
    worker.process.kill(signal in constants.signals ? (signal as NodeJS.Signals) : 'SIGTERM');
    // A primary that replaces each worker that exits would go on forever, and new workers would take requests.
    Object.assign(primary ?? cluster, { fork: () => worker });
  }
  const { channel, threads, told } = state;
  if (threadId === 0 && channel !== undefined && !told.has(channel)) {
    told.add(channel);
    for (const thread of Array.from(threads.keys())) threads.set(thread, false);
    channel.postMessage([0, signal]);
    setTimeout(() => {
      for (const [thread, isThere] of Array.from(threads)) if (!isThere) threads.delete(thread);
    }, 1000).unref();
  }
  return Object.keys(workers).length;
}

/** Signals don't reach worker threads, so the main thread sends them a message. */
function openChannel(): BroadcastChannel {
  const channel = new BroadcastChannel('fire-task@1');
  channel.addEventListener('message', (event: unknown) => {
    const [from, word] = (event as { data: [number, string] }).data;
    if (threadId > 0 && from === 0) channel.postMessage([threadId, 'here']);
    if (threadId > 0 && from === 0 && word !== 'who') stop(word);
    if (threadId > 0 || from === 0) return;
    if (word === 'here') state.threads.set(from, true);
    else state.threads.delete(from);
    state.hasFailed ||= word === 'lost';
  });
  (channel as { unref?: () => void }).unref?.();
  channel.postMessage(threadId === 0 ? [0, 'who'] : [threadId, 'here']);
  return channel;
}
