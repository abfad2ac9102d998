import type { Answers } from './entry.ts';

/**
 * How Node servers name and shape things where no entry of the catalog says it: in a function that a handler calls, in
 * a handler known by its shape alone, and in code written after the language's own habits.
 */

/** Parameter names that carry the means to answer the request. */
export const RESPONDER_NAMES = /^_?(?:res|response|reply|socket|next|cb|callback|done|resolve|reject)$/;

/** Parameter names of the request. */
export const REQUEST_NAMES = /^_?req(?:uest)?$/;

/** Parameters that a framework or the caller's caller gives: no call in the package says what they are. */
export const GIVEN_BY_OTHERS =
  /^(?:_.*|req|request|res|response|reply|next|ctx|context|c|e|ev|evt|event|err|error|cb|callback|done|resolve|reject)$/;

/** The name of a node-style callback's first parameter. */
export const ERROR_NAMES = /^_?(?:err|error|e)$/;

/** What a response of no known framework can do: Express's methods, which many others copy. */
export const DEFAULT_ANSWERS: Answers = {
  parameters: [],
  ends: ['json', 'jsonp', 'send', 'sendStatus', 'sendFile', 'end', 'redirect', 'render', 'download'],
  serialises: ['json', 'jsonp', 'send', 'end'],
};

/** Methods that put a value into a collection. */
export const FILLS: ReadonlySet<string> = new Set(['push', 'unshift', 'add', 'set']);

/** Methods that end a stream, of whatever library. */
export const STREAM_ENDS: ReadonlySet<string> = new Set(['end', 'done', 'close', 'finish']);

/** Methods that write to a stream or end it. */
export const STREAM_WRITES: ReadonlySet<string> = new Set([...STREAM_ENDS, 'write', 'abort', 'enqueue', 'push']);

/** Classes whose options hold functions that are given a stream's controller. */
export const CONTROLLED_STREAMS: ReadonlySet<string> = new Set(['ReadableStream', 'TransformStream']);

/** Methods that add a listener. */
export const LISTENS: ReadonlySet<string> = new Set([
  'on',
  'once',
  'addListener',
  'prependListener',
  'addEventListener',
]);

/** Requests, and what is made for one of them: their events are part of it. */
export const REQUEST_STREAM_NAMES =
  /^_?(?:req|res|request|response|reply|ctx|raw|stream|readable|writable|child|proc|process)$/i;

/** Packages whose `emit` calls listeners of this process; that of a socket sends to another. */
export const BUSES: ReadonlySet<string> = new Set([
  'events',
  'eventemitter2',
  'eventemitter3',
  'emittery',
  'mitt',
  'tseep',
]);
/** What sockets are called. */
export const SOCKET_NAMES =
  /^(?:io|ws|wss|socket|client|sockets|conn|connection|namespace|nsp|room|broadcast|channel)$/i;
/** Events that streams and sockets have: the same name says nothing. */
export const COMMON_EVENTS: ReadonlySet<string> = new Set(
  'close,connect,connection,data,disconnect,drain,end,error,exit,finish,listening,message,open,ready,request,upgrade'.split(
    ',',
  ),
);

/** Classes whose argument is called at once, and told of results and failures: code that awaits one gets its answer so. */
export const EXECUTORS: ReadonlySet<string> = new Set(['Promise', 'Observable']);

/** Files that no server runs, below the package's folder: what a person starts by hand, or a test. */
export const SCRIPT_PATH =
  /(?:^|\/)(?:scripts?|seeds?|seeders?|tests?|__tests__|examples?|bench)\/|(?:^|\/)seed[^/]*$|\.(?:test|spec)\.[cm]?[jt]sx?$/;
