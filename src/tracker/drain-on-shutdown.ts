import * as cluster from 'node:cluster';
import type { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { ServerHttp2Stream as Stream } from 'node:http2';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { BroadcastChannel, threadId } from 'node:worker_threads';
import type { DrainReport, Task } from './fire-task.ts';
import { activeTaskCount, activeTasks, drainTasks, duration, label, listed, onTaskEvent, say } from './fire-task.ts';

type Limits = Record<'timeoutMs' | 'connectionsMs' | 'delayMs', number>;
/** @public */
export type ShutdownOptions = Partial<
  Limits & { exit: boolean; onCrash: 'drain'; signals: string | readonly string[]; then: (() => unknown) | undefined }
>;
/** @public */
export type ClosableServer = Pick<Server, 'close'>;
type Listener = Parameters<EventEmitter['on']>[1];
type Counts = Partial<Record<'bytesRead' | 'bytesWritten' | 'readableLength', number>>;
/** `_parent`: for TLS, the handle of the connection. */
type Handle = Partial<Record<'writeQueueSize', number>> & { _parent?: Handle };
/** Of HTTP/1, or a session of HTTP/2. */
type Socket = Counts & EventEmitter & { _handle?: Handle | null; close?(): void; destroy(): unknown };
/** A response, or a stream of HTTP/2. */
type Answer = Socket & Partial<ServerResponse & Omit<Stream, keyof ServerResponse>> & { _header?: string };
/** When, and how much the client had sent or not yet taken by then. */
type Progress = Record<'at' | 'moved', number>;
type Connection = { readonly open: Map<Answer, Progress> } & Partial<{ answered: Progress; heard: number | undefined }>;
type Parts = Partial<EventEmitter & Record<'server' | 'httpServer' | '_server' | 'serverInstance', Server>>;
type Marks = Partial<Record<'listening' | 'of' | 'updateSettings' | 'enableShutdownHooks', unknown>>;
type Calls = Record<'closeIdleConnections' | 'closeAllConnections' | 'unsubscribeFromProcessSignals', () => void>;
/** A Node server, or an object that holds one: the app of Fastify or NestJS, `io` of Socket.IO, `wss` of ws. */
interface Server extends Parts, Marks, Partial<Calls> {
  close(...given: unknown[]): unknown;
  readonly clients?: Iterable<{ close(code: number): void }>;
  getHttpServer?(): Server;
  getMicroservices?(): readonly Server[];
  path?(): string;
}

const SIGNALS = ['SIGTERM', 'SIGINT'];
const LIMITS: Limits = { timeoutMs: 25_000, connectionsMs: 5000, delayMs: 0 };
const fresh = {
  calls: new Set<ShutdownOptions & Limits & { readonly servers: Map<Server, () => void> }>(),
  handlers: new Map<string, Listener>(),
  connections: new Map<Socket, Connection>(),
  threads: new Set<number>(),
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
const hasClients = ({ clients, of }: Server): boolean => clients !== undefined || of !== undefined;
const now = (): number => Math.round(performance.now());
/** Where the target is old, TypeScript rejects a spread or a loop over anything but an array. */
const { from: arrayOf } = Array;

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
  const timeoutMs = duration('timeoutMs', limits.timeoutMs, LIMITS.timeoutMs);
  const most = 0.8 * timeoutMs;
  const connectionsMs = Math.min(duration('connectionsMs', limits.connectionsMs, LIMITS.connectionsMs, 0), most);
  const delayMs = Math.min(duration('delayMs', limits.delayMs, LIMITS.delayMs, 0), most);
  const call = { ...limits, timeoutMs, connectionsMs, delayMs, servers: new Map<Server, () => void>() };
  for (const server of [given].flat() as readonly (Server | undefined)[]) {
    if (typeof server?.close === 'function')
      for (const one of [server, ...twinsOf(server)]) call.servers.set(one, follow(one));
    else say('drainOnShutdown was given what has no close(): give it what listen() or serve() returns');
  }
  state.calls.add(call);
  for (const signal of audible([signals ?? SIGNALS].flat())) hear(signal, stop);
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
  hear('worker', (thread: EventEmitter & { readonly threadId: number }) => {
    const { threadId: id } = thread;
    const end = (): void => {
      if (state.threads.delete(id) && isDraining()) fail(`thread ${label(id)}`, 'it ended before its tasks');
    };
    // What it said last may come after its end.
    thread.once('exit', () => setTimeout(end, 100).unref());
  });
  state.channel ??= openChannel();
  state.done ??= new Promise((resolve) => (state.report = resolve));
  const undo = (): void => {
    for (const leave of arrayOf(call.servers.values())) leave();
    state.calls.delete(call);
    if (state.calls.size > 0) return;
    for (const [event, handler] of arrayOf(state.handlers)) host.process.off(event, handler);
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
  const others = given.filter((signal) => !heard.includes(signal)).map((signal) => label(signal));
  const taken = heard.length > 0 || given.length === 0 ? heard : SIGNALS;
  if (others.length > 0) say(`signals cannot be ${others.join(', ')}: ${taken.join(' and ')} will be heard`);
  return taken;
}

function hear(event: string, handler: Listener): void {
  const known = state.handlers.get(event) ?? handler;
  state.handlers.set(event, known);
  // Other code may have removed all handlers of a signal.
  if (!host.process.listeners(event as NodeJS.Signals).includes(known)) host.process.on(event, known);
}

/** Includes those that were added after the signal. */
function allServers(): Server[] {
  const given = arrayOf(state.calls).flatMap(({ servers }) => arrayOf(servers.keys()));
  return arrayOf(new Set(given.flatMap((server) => [netOf(server) ?? server, server])));
}

function netOf(server: Server): Server | undefined {
  const parts = [server.getHttpServer?.(), server.httpServer, server._server, server.server, server];
  return parts.find((part) => part?.listening !== undefined);
}

/** Fastify has another server for each additional address of `localhost`, NestJS one for each of its transports. */
function twinsOf(server: Server): readonly Server[] {
  const key = Object.getOwnPropertySymbols(server).find(({ description }) => description === 'fastify.serverBindings');
  const twins = key === undefined ? [] : ((server as unknown as Record<symbol, Server[]>)[key] ?? []);
  return [...twins, ...[server, ...(server.getMicroservices?.() ?? [])].flatMap((one) => one.serverInstance ?? [])];
}

/** Tracks the connections and open answers of a server, until the returned function is called. */
function follow(server: Server): () => void {
  // At the signal, NestJS would close its modules under the tasks. Its proxy would swallow an assignment.
  server.unsubscribeFromProcessSignals?.();
  if (server.enableShutdownHooks !== undefined)
    Object.defineProperty(server, 'enableShutdownHooks', { value: () => server, configurable: true });
  const net = netOf(server);
  const followRequest: Listener = (_request: unknown, answer: Answer) => {
    if (answer.req?.httpVersionMajor === 1) followAnswer(answer);
  };
  const listeners = Object.entries<Listener>({ connection: followSocket, session: followSocket, stream: followAnswer });
  // Node acts differently if somebody listens: it sends no 100 itself, and creates requests for streams of HTTP/2.
  for (const event of ['request', 'checkContinue', 'checkExpectation'])
    if ((event === 'request' && net?.updateSettings === undefined) || net?.listenerCount?.(event) !== 0)
      listeners.push([event, followRequest]);
  for (const [event, listener] of listeners) net?.prependListener?.(event, listener);
  return () => {
    for (const [event, listener] of listeners) net?.off?.(event, listener);
  };
}

function followSocket(socket: Socket): Connection {
  const connection = state.connections.get(socket) ?? { open: new Map<Answer, Progress>() };
  // With it go its answers: a pipelined one whose turn never came isn't closed.
  if (!state.connections.has(socket)) socket.once('close', () => state.connections.delete(socket));
  state.connections.set(socket, connection);
  return connection;
}

function followAnswer(answer: Answer): void {
  // For TLS, it isn't the socket of `connection`. A stream of HTTP/2 counts as a connection of its own.
  const socket: Socket = answer.req?.socket ?? answer;
  const connection = followSocket(socket);
  connection.open.set(answer, { at: now(), moved: -1 });
  answer.once('close', () => {
    connection.open.delete(answer);
    connection.answered = { at: now(), moved: socket.bytesRead ?? 0 };
  });
  if (state.isClosing) closeAfter(connection);
}

/** Tells the client that this is the last answer on its connection, so that it doesn't send into a closed one. */
function closeAfter({ open }: Connection): void {
  const last = arrayOf(open.keys()).at(-1);
  if (last?.headersSent === false && last.req?.httpVersionMajor === 1) last.setHeader?.('Connection', 'close');
}

/** Event streams never end, polls of Socket.IO wait for events, and a client may never send or take the rest. */
function isNeeded(answer: Answer, seen: Progress, connectionsMs: number): boolean {
  const { req, session, state: stream, sentHeaders } = answer;
  const type = sentHeaders?.['content-type'] ?? answer.getHeader?.('content-type') ?? answer._header;
  if (answer.headersSent === true && typeof type === 'string' && type.includes('event-stream')) return false;
  if (allServers().some((io) => io.of !== undefined && req?.url?.startsWith(io.path?.() ?? ''))) return false;
  const isSending = !(req?.complete ?? stream?.remoteClose !== 0) && (req ?? answer).readableLength === 0;
  if (!isSending && answer.writableEnded !== true && answer.writableNeedDrain !== true) return true;
  const { bytesRead, bytesWritten, _handle } = (session ?? req)?.socket as Socket;
  const written = session === undefined ? (_handle?._parent ?? _handle)?.writeQueueSize : bytesWritten;
  const moved = isSending ? bytesRead : written;
  if (moved === undefined || seen.moved !== moved) Object.assign(seen, { moved, at: now() });
  return now() - seen.at < Math.max(connectionsMs, isSending ? 0 : 1000);
}

function fail(what: string, error: unknown): void {
  state.hasFailed = true;
  say(`${what} failed:`, error);
}

function stop(signal: string): void {
  // Wrappers, watchers and control groups send a signal twice at once.
  if (state.stoppedAt === undefined) void shutDown(signal, arrayOf(state.calls)[0]);
  else if (now() - state.stoppedAt > 500) {
    say(`${signal} again, lost: ${listed(activeTasks()) || 'nothing'}`);
    state.isOver = true;
    host.process.exit(1);
  }
}

async function shutDown(signal: string, first: ShutdownOptions & Limits = LIMITS): Promise<void> {
  const { timeoutMs, connectionsMs, delayMs, exit } = first;
  const startedAt = (state.stoppedAt = now());
  const timeLeft = (): number => Math.max(1, startedAt + timeoutMs - now());
  let finished = 0;
  const lost: Task[] = [];
  const forget = onTaskEvent((type, task) => {
    if (['done', 'failed', 'aborted'].includes(type)) finished += 1;
    else if (type === 'lost' || type === 'refused') lost.push(task);
  });
  // This may join a drain that other code began, with an earlier or a later deadline.
  const drain = async (until: Promise<unknown>): Promise<boolean> => {
    const { drained } = await drainTasks({ timeoutMs: timeLeft(), until });
    return drained || (timeLeft() > 1 && drain(until));
  };
  tellWorkers(signal);
  if (threadId === 0) state.channel?.postMessage([0, signal]);
  if (delayMs > 0) await sleep(delayMs);
  state.isClosing = true;
  for (const connection of arrayOf(state.connections.values())) closeAfter(connection);
  const reaper = reap(signal, connectionsMs);
  const end = async (): Promise<boolean> => (await drain(reaper.quiet)) && drain(reaper.end());
  const isDrained = await Promise.race([sleep(timeLeft(), false, { ref: false }), end()]);
  reaper.stop();
  const ms = now() - startedAt;
  const left = [...lost, ...activeTasks()];
  const drained = isDrained && left.length === 0;
  const ending = drained ? 'none left' : `not finished: ${listed(left) || 'a request, a worker or a close()'}`;
  say(`${signal}: ${label(finished)} finished in ${label(ms)} ms, ${ending}`);
  for (const { then } of arrayOf(state.calls)) await runThen(then, Math.max(1000, timeLeft()));
  forget();
  // Tasks that `then` started are cut off, and named at the exit.
  state.isOver = !isDrained || activeTaskCount() === 0;
  const isGood = drained && state.isOver && lost.length === 0 && !state.hasFailed;
  state.report?.({ drained, left, ms });
  // Code that waits for the report gets a turn before the exit.
  await sleep(0);
  if (threadId > 0) state.channel?.postMessage([threadId, isGood ? 'done' : 'lost']);
  else if (exit !== false) host.process.exit(isGood ? 0 : 1);
}

/** Closes what takes in work, and ends idle connections, from now on. After `end`, closes and ends the rest. */
function reap(signal: string, connectionsMs: number) {
  const startedAt = now();
  const closing = new Map<Server, Promise<void>>();
  let isQuiet: () => void;
  let isEnding = false;
  /** Resolves when no task, needed request, worker or thread is left. */
  const quiet = new Promise<void>((resolve) => (isQuiet = resolve));
  const closeThose = (isDue: (server: Server) => boolean): boolean => {
    const due = allServers().filter((server) => !closing.has(server) && isDue(server));
    for (const server of due) closing.set(server, close(server, signal));
    return due.length > 0;
  };
  const tick = (): void => {
    closeThose(takesIn);
    for (const one of arrayOf(state.connections.keys())) if ('goaway' in one) one.close?.();
    const answers = arrayOf(state.connections.values()).flatMap(({ open }) => arrayOf(open));
    const inUse = answers.filter(([answer, seen]) => isNeeded(answer, seen, connectionsMs)).length + endIdle();
    const isLate = now() - startedAt >= connectionsMs;
    // Each message that still comes may begin another task. A server that can do so tells its clients first.
    const rest = inUse === 0 && isLate ? arrayOf(state.connections) : [];
    const senders = rest.filter(([socket, one]) => (one.heard ??= socket.bytesRead) !== socket.bytesRead);
    if (senders.length > 0 && !closeThose(hasClients)) for (const [socket] of senders) socket.destroy();
    if (inUse + activeTaskCount() + tellWorkers(signal) + state.threads.size > 0) return;
    isQuiet();
    if (!isEnding || !isLate) return;
    for (const server of allServers()) server.closeAllConnections?.();
    for (const socket of arrayOf(state.connections.keys())) socket.destroy();
  };
  const ticks = setInterval(tick, 50);
  tick();
  const end = (): Promise<unknown> => {
    isEnding = true;
    // They may close a database (plugins of Fastify, modules of NestJS), or notify clients, who get until the next tick.
    if (!closeThose((server) => netOf(server) !== server)) tick();
    return Promise.all(closing.values());
  };
  return { quiet, end, stop: clearInterval.bind(undefined, ticks) };
}

/** A server that listens, if only since the signal, or what needs none, such as a queue's worker. */
function takesIn(server: Server): boolean {
  const net = netOf(server);
  if (net !== undefined) return net === server && net.listening === true;
  return !hasClients(server) && server.enableShutdownHooks === undefined;
}

/** Ends connections that had their answer, except those whose client may be just sending more, which it counts. */
function endIdle(): number {
  // `closeIdleConnections` would also end those whose answer is written but not yet sent.
  let fresh = 0;
  for (const [socket, { open, answered }] of arrayOf(state.connections)) {
    if (open.size > 0 || answered === undefined || answered.moved !== socket.bytesRead) continue;
    if (now() - answered.at < 300) fresh += 1;
    else socket.destroy();
  }
  return fresh;
}

/** Reports a failure, unless the server was closed before. */
async function close(server: Server, signal: string): Promise<void> {
  try {
    for (const client of arrayOf(server.clients ?? [])) client.close(1001);
    if (netOf(server) === server) {
      // `close` would call it, and so would Fastify's.
      server.closeIdleConnections = () => false;
      await promisify(server.close.bind(server))();
    } else {
      const closed = server.enableShutdownHooks === undefined ? server.close() : server.close(signal);
      // NestJS closes its transports again, and some fail at that.
      Reflect.set(server, 'close', () => closed);
      await closed;
    }
  } catch (error) {
    const isClosed = (error as { code?: string } | undefined)?.code === 'ERR_SERVER_NOT_RUNNING';
    if (!isClosed) fail('closing the server', error);
  }
}

async function runThen(then: (() => unknown) | undefined, limitMs: number): Promise<void> {
  const late = new Promise((_resolve, reject) => setTimeout(reject, limitMs, new Error('it has not ended')).unref());
  try {
    await Promise.race([Promise.resolve().then(then), late]);
  } catch (error) {
    fail('then', error);
  }
}

/** Passes the signal on to the workers of a cluster. Returns their number. */
function tellWorkers(signal: string): number {
  const { workers = {}, default: primary } = cluster as { workers?: NodeJS.Dict<cluster.Worker>; default?: object };
  for (const worker of Object.values(workers)) {
    if (worker === undefined || state.told.has(worker)) continue;
    state.told.add(worker);
    worker.once('exit', (code: number) => (state.hasFailed ||= code !== 0));
    worker.process.kill(signal in constants.signals ? (signal as NodeJS.Signals) : 'SIGTERM');
    // A primary that replaces each worker that exits would go on forever, and new workers would take requests.
    Object.assign(primary ?? cluster, { fork: () => worker });
  }
  return Object.keys(workers).length;
}

/** Signals don't reach worker threads, so the main thread sends a message to those that have tasks of their own. */
function openChannel(): BroadcastChannel {
  const channel = new BroadcastChannel('fire-task@1');
  channel.addEventListener('message', (event: unknown) => {
    const [from, word] = (event as { data: [number, string] }).data;
    if (from > 0 && threadId > 0) return;
    if (word === 'who') channel.postMessage([threadId, 'here']);
    else if (from === 0) stop(word);
    else if (word === 'here') state.threads.add(from);
    else state.threads.delete(from);
    state.hasFailed ||= word === 'lost';
  });
  (channel as { unref?: () => void }).unref?.();
  channel.postMessage(threadId === 0 ? [0, 'who'] : [threadId, 'here']);
  return channel;
}
