/**
 * How Node code names and shapes streams, events and signals, where no entry of the catalog covers them.
 */

/** Methods that end a stream, in any library. */
export const STREAM_ENDS: ReadonlySet<string> = new Set(['end', 'done', 'close', 'finish', 'error']);

/** Methods that write to a stream or end it. */
export const STREAM_WRITES: ReadonlySet<string> = new Set([
  'end',
  'done',
  'close',
  'finish',
  'write',
  'abort',
  'enqueue',
  'push',
]);

/** The method that ends an archive, and the methods that fill it, because other things have a `finalize`, too. */
export const ARCHIVE_ENDS = 'finalize';
export const ARCHIVE_FILLS: ReadonlySet<string> = new Set(['append', 'directory', 'file', 'glob', 'entry', 'pipe']);

/** Functions and methods that write one stream to another, which is an argument. */
export const STREAM_FEEDS: ReadonlySet<string> = new Set(['pipeline', 'pipe', 'pipeTo']);

/** Functions that create a stream for the response, and give their callback what writes to it. */
export const STREAM_MAKERS = /^(?:\w*EventStream|eventStream|stream(?:SSE|Text)?|sse|observable|create\w*Stream)$/;

/** Classes whose options contain functions that get a stream's controller. */
export const CONTROLLED_STREAMS: ReadonlySet<string> = new Set(['ReadableStream', 'TransformStream']);

/** Signals that tell a process to stop. */
export const STOP_SIGNALS = /^SIG(?:TERM|INT|QUIT|HUP|USR2)$/;

/** Events of the process after whose listeners it ends at once, whatever still runs. */
export const LAST_EVENTS = /^(?:exit|uncaughtExceptionMonitor)$/;

/** Methods that emit an event. */
export const EMITS: ReadonlySet<string> = new Set(['emit', 'emitAsync', 'emitSync']);

/** Functions that wait for an event of their first argument: `once(job, 'done')`, `finished(stream)`. */
export const WAITS_FOR_EVENT = /^(?:once|pEvent|finished)$/;

/** Methods that add a listener. */
export const LISTENS: ReadonlySet<string> = new Set([
  'on',
  'once',
  'addListener',
  'prependListener',
  'addEventListener',
]);

/** Methods that remove a listener: `emitter.off(…)`, `target.removeEventListener(…)`. */
export const STOPS_LISTENING = /^(?:off|remove\w*Listener)$/;

/** Requests, and objects created for one request: their events are part of it. */
export const REQUEST_STREAM_NAMES =
  /^_?(?:req|res|request|response|reply|ctx|raw|stream|readable|writable|child|proc|process)$/i;

/** The output streams of a process. */
export const OUTPUT_NAMES: ReadonlySet<string> = new Set(['stdout', 'stderr']);

/** Packages whose `emit` calls listeners in this process. That of a socket sends to another process. */
export const BUSES: ReadonlySet<string> = new Set([
  'events',
  'eventemitter2',
  'eventemitter3',
  'emittery',
  'mitt',
  'tseep',
]);

/** Names of sockets. */
export const SOCKET_NAMES =
  /^(?:io|ws|wss|socket|client|sockets|conn|connection|namespace|nsp|room|broadcast|channel)$/i;

/** Events that streams and sockets have: a shared name shows nothing. */
export const COMMON_EVENTS: ReadonlySet<string> = new Set([
  ...['close', 'connect', 'connection', 'data', 'disconnect', 'drain', 'end', 'error', 'exit', 'finish', 'listening'],
  ...['message', 'open', 'ready', 'request', 'upgrade'],
]);

/** Streams and cursors, whose array-like methods wait for the results of their callbacks. */
export const STREAM_NAMES = /(?:stream|readable|cursor|iterator|iter|query|rx|\$)$/i;

/** Calls that yield what never ends by itself: messages, events, changes of files. */
export const SUBSCRIBES = /^(?:p?[sS]ubscribe|watch|on)$/;
