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
