import type { Answers } from './entry.ts';
import { either } from '../syntax/escape.ts';

/**
 * How Node servers name and shape things where no entry of the catalog says it: in a function that a handler calls, in
 * a handler known by its shape alone, and in code written after the language's own habits.
 */

/** Parameter names that carry the means to answer the request. */
export const RESPONDER_NAMES = /^_?(?:res|response|reply|socket|ws|next|cb|callback|done|resolve|reject)$/;

/** The same, where they are called: otherwise they are words for other things, too. */
export const CALLED_RESPONDER_NAMES = /^(?:verified|verify|ack|nack)$/;

/** Parameter names of the request. */
export const REQUEST_NAMES = /^_?req(?:uest)?$/;

/** Parameter names of the response. */
export const RESPONSE_NAMES = /^_?(?:res|response|reply)$/;

/** Parameters that a framework or the caller's caller gives: no call in the package says what they are. */
export const GIVEN_BY_OTHERS = either([
  /^(?:_.*|req|request|res|response|reply|next|ctx|context|c)$/,
  /^(?:e|ev|evt|event|err|error|cb|callback|done|resolve|reject)$/,
]);

/** What a callback is called that is given on. */
export const CALLBACK_NAMES = /^(?:cb|callback|done|next)$/;

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

/** What functions are called that stop a request which may not go on, whatever they do to find that out. */
export const ASSERTS = /^_?(?:assert|authori[sz]e|enforce)(?![a-z])/;

/** What such functions are also called, beside others: `checkAccess`, and `checkForUpdates`. */
export const CHECKS = /^_?(?:check|ensure|validate|verify|claim)(?![a-z])/;

/** What says of a check that nobody waits for what it finds out. */
export const CHECKS_AT_LEISURE = /For[A-Z]|Later|Soon|Background|Periodic|Update|Health|Status|Version/;

/** What functions are called that look something up and change nothing. */
export const LOOKS_UP =
  /^_?(?:get|find|load|read|look_?up|select|count|exists?|has|is|can|may|current)(?![a-z])|[a-z](?:Of|By[A-Z]\w*)$/;

/** Methods that end a stream, of whatever library. */
export const STREAM_ENDS: ReadonlySet<string> = new Set(['end', 'done', 'close', 'finish', 'error']);

/** Methods of loggers, whose `error` ends nothing. */
export const LOG_LEVELS: ReadonlySet<string> = new Set(['debug', 'info', 'log', 'trace', 'verbose', 'warn']);

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

/** The method that ends an archive, and those that fill it: other things are finalized, too. */
export const ARCHIVE_ENDS = 'finalize';
export const ARCHIVE_FILLS: ReadonlySet<string> = new Set(['append', 'directory', 'file', 'glob', 'entry', 'pipe']);

/** Functions and methods that write what one stream gives to another one, which they are given. */
export const STREAM_FEEDS: ReadonlySet<string> = new Set(['pipeline', 'pipe', 'pipeTo']);

/** Functions that make a stream for the answer, and give the means to write it to their callback. */
export const STREAM_MAKERS = /^(?:\w*EventStream|eventStream|stream(?:SSE|Text)?|sse|observable|create\w*Stream)$/;

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

/** What a process writes. */
export const OUTPUT_NAMES: ReadonlySet<string> = new Set(['stdout', 'stderr']);

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
export const COMMON_EVENTS: ReadonlySet<string> = new Set([
  ...['close', 'connect', 'connection', 'data', 'disconnect', 'drain', 'end', 'error', 'exit', 'finish', 'listening'],
  ...['message', 'open', 'ready', 'request', 'upgrade'],
]);

/** Classes whose argument is called at once, and told of results and failures: code that awaits one gets its answer so. */
export const EXECUTORS: ReadonlySet<string> = new Set(['Promise', 'Observable']);

/** Classes of answers, whose `json` makes one. */
export const ANSWER_CLASSES = /^(?:[A-Z]\w*)?Response$/;

/** What a handler's only means to answer is called where it makes the answer and returns it. */
export const CONTEXT_NAMES = /^(?:c|ctx|context)$/;

/** Calls of the language that give on what is in their argument. */
export const PASSES_ON = /^(?:Object\.(?:fromEntries|values|entries|assign)|Array\.from)$/;

/** Methods of collections that give on what is in them. */
export const GIVES_ON: ReadonlySet<string> = new Set(
  'values,entries,slice,concat,reverse,toReversed,flat,toSpliced,with'.split(','),
);

/** Methods of arrays that test or order by what their callback gives. */
export const ASKS: ReadonlySet<string> = new Set(
  'filter,some,every,find,findIndex,findLast,findLastIndex,sort,toSorted'.split(','),
);

/** Streams and cursors have methods of arrays, which wait for what their callbacks give. */
export const STREAM_NAMES = /(?:stream|readable|cursor|iterator|iter|query|rx|\$)$/i;

/** Calls that say nothing of the work that they are made for: `setTimeout`, `res.on`, `Promise.all`. */
export const UNTELLING = either([
  /^(?:Promise(?:\.\w+)?|import|(?:async )?function|set(?:Timeout|Interval|Immediate)|queueMicrotask)$/,
  /^(?:handler|callback|cb|fn|func)$/,
  /^process\.nextTick$|\.(?:forEach|map|flatMap|on|once|addListener|addEventListener|then|call|apply|bind)$/,
]);

/** What folders are called whose code the others share. */
export const SHARED_FOLDERS: readonly string[] = ['lib', 'libs', 'utils', 'util', 'shared', 'helpers', 'common'];

/** What folders at the top of a package are called that hold its server, beside one that holds what the browser runs. */
export const SERVER_FOLDERS: ReadonlySet<string> = new Set(['server', 'backend', 'worker', 'workers']);

/** Folders each of whose files a platform or a framework takes for an address. */
export const ADDRESS_FOLDERS: ReadonlySet<string> = new Set([
  'api',
  'pages',
  'functions',
  'edge-functions',
  'netlify',
  'routes',
]);

/** Files that no server runs, below the package's folder: what a person starts by hand, or a test. */
export const SCRIPT_PATH =
  /(?:^|\/)(?:(?:scripts?|seed(?:er)?s?|__tests__|tests?|examples?|bench)\/|seed[^/]*$)|\.(?:test|spec)\.[cm]?[jt]sx?$/;

/** Folders whose code only a browser runs: further in, `public` and `client` are words of servers, too. */
export const BROWSER_FOLDER = /^(?:(?:src|app)\/)?(?:composables|public)\//;

/** Where a package keeps what the browser runs, beside a folder with its server: what it is below, and its name. */
export const CLIENT_FOLDER = /^((?:(?:src|app)\/)?)(client|frontend)\//;

/** Packages that draw on a screen. A package that has one, and nothing that serves requests, is for browsers or phones. */
export const BROWSER_PACKAGES = ['react-dom', 'preact', 'vue', 'svelte', 'solid-js', '@angular/core', 'react-native'];

/** An import of what has components with state and effects. */
export const UI_MODULE = /['"](?:react|preact(?:\/hooks)?|react-native)['"]/;

/** What components and hooks are called. */
export const COMPONENT_NAME = /^(?:[A-Z]|use[A-Z]|default$)/;

/** Hooks that a component has only where it is drawn: state, effects, what an element is. */
export const STATEFUL_HOOK = /^use(?:State|Reducer|Ref|Context|Transition|Optimistic|(?:Layout|Insertion)?Effect)$/;

/** Folders of what people run by hand. */
export const SCRIPT_FOLDER = /(?:^|\/)scripts?\//;

/** Methods of what steers a browser, whose function runs in its page. */
export const RUNS_IN_PAGE = /^(?:\$?\$eval|evaluate\w*|waitForFunction|addInitScript)$/;
