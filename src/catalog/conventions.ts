import type { Answers } from './entry.ts';
import { either } from '../syntax/escape.ts';

/**
 * How Node servers name and shape things that no entry of the catalog covers: in a function that a handler calls, in a
 * handler identified by its shape alone, and in code that only follows habits of the language.
 */

/** The key of an object literal under which its methods stand apart from its other functions. */
export const METHODS_APART = 'methods';

/** Methods by which a platform keeps a promise alive after the answer. */
export const PLATFORM_KEEPS: ReadonlySet<string> = new Set(['waitUntil']);

/** Names of parameters that can answer the request. */
export const RESPONDER_NAMES = /^_?(?:res|response|reply|socket|ws|next|cb|callback|done|resolve|reject)$/;

/** The same, but only if the parameter is called: otherwise these words mean other things, too. */
export const CALLED_RESPONDER_NAMES =
  /^(?:verified|verify|ack|nack)$|^(?!.*(?:progress|log|event|update|data)).*[a-z]Callback$/i;

/** The same for what goes through a list: `(item, nextItem) => …`, `(hook, resolveHook) => …`, `(row, rowDone) => …`. */
export const STEP_NAMES = /^(?:resolve|reject|next)[A-Z]\w*$|[a-z](?:Cb|Done)$/;

/** Names of responses, connections and processes, whose `send` and the like are those of a platform or a package. */
export const CONNECTION_NAMES =
  /^_?(?:client|conn(?:ection)?|peer|child|parent|port|worker|ws|\w*socket|res|resp|response|reply)$/i;

/** Those of them that are sockets. */
export const RESPONDING_SOCKETS = /^_?(?:socket|ws)$/;

/** Names of the request parameter. */
export const REQUEST_NAMES = /^_?req(?:uest)?$/;

/** Parameter names of the response. */
export const RESPONSE_NAMES = /^_?(?:res|response|reply)$/;

/** Words in the names of types that can answer: `ServerResponse`, `NextFunction`, `ResponseToolkit`, `DoneCallback`. */
export const ANSWERING_TYPES = /res|reply|next|callback|cb|done|function|context|ctx|toolkit|socket|stream|^[A-Z]$/i;

/** Parameters that a framework or the caller's caller gives: no call in the package says what they are. */
export const GIVEN_BY_OTHERS = either([
  /^(?:_+|_?(?:req|request|res|response|reply|next|ctx|context|c))$/,
  /^(?:e|ev|evt|event|err|error|cb|callback|done|resolve|reject)$/,
]);

/** Names of callbacks that are passed on. */
export const CALLBACK_NAMES = /^(?:cb|callback|done|next)$/;

/** The name of a node-style callback's first parameter. */
export const ERROR_NAMES = /^_?(?:err|error|e)\d*$|^[a-z]\w*Err(?:or)?\d*$/;

/** What a response can do if its framework is unknown: Express's methods, which many others copy. */
export const DEFAULT_ANSWERS: Answers = {
  parameters: [],
  ends: ['json', 'jsonp', 'send', 'sendStatus', 'sendFile', 'end', 'redirect', 'render', 'download'],
  serialises: ['json', 'jsonp', 'send', 'end'],
};

/** Methods that put a value into a collection. */
export const FILLS: ReadonlySet<string> = new Set(['push', 'unshift', 'add', 'set']);

/** Names of functions that stop a request if it may not go on, whatever they do to find out. */
export const ASSERTS = /^_?(?:assert|authori[sz]e|enforce)(?![a-z])/;

/** More names of such functions, which others share: `checkAccess`, but also `checkForUpdates`. */
export const CHECKS = /^_?(?:check|ensure|validate|verify|claim)(?![a-z])/;

/** Words in the name of a check whose result nothing waits for. */
export const CHECKS_AT_LEISURE = /For[A-Z]|Later|Soon|Background|Periodic|Update|Health|Status|Version/;

/** Calls that hold up the code after them until it may go on: `limiter.removeTokens`, `mutex.acquire`. */
export const HOLDS_UP = either([
  /(?:^|\.)(?:removeTokens|acquire(?:Lock|Permit|Slot|Token)?|waitFor[A-Z]\w*)$/,
  /(?:^|\.)\w*(?:[lL]imit(?:er)?|[tT]hrottler?)\.(?:consume|take|wait)$/,
]);

/** Methods that store an object with the changes that were made to it. */
export const SAVES_CHANGES: ReadonlySet<string> = new Set(['save']);

/** Fields that only note a use, which nothing waits for. */
export const NOTES_USE =
  /^_?(?:last|seen|touched|accessed|visited|views?|hits?|uses)|(?:At|_at|Seen|Count|Views|Hits)$/;

/** Methods that check or read an object, and leave what is to be stored as it was. */
export const LEAVES_UNCHANGED =
  /^_?(?:save|get|find|(?:re)?load|refresh|read|populate|validate|check|assert|ensure|verify|is|has|can)(?![a-z])/;

/** Names of methods that set a field of their object. */
export const SETS_FIELD = /^_?set[A-Z]/;

/** Names of methods that fill fields of their object with what they wait for. */
export const LOADS_FIELD = /^#?_?(?:load|init|initiali[sz]e|restore|hydrate)(?![a-z])/;

/** Methods that run a function in a transaction, which ends when the function does. */
export const TRANSACTION = /^\$?(?:transaction|(?:with|in|run|runIn)Transaction)$/i;

/** Names of functions that look something up and change nothing. */
export const LOOKS_UP =
  /^_?(?:get|find|load|read|look_?up|select|count|exists?|has|is|can|may|current)(?![a-z])|[a-z](?:Of|By[A-Z]\w*)$/;

/** Rules of other plugins that report a dropped promise, but none that has an owner. */
export const ABOUT_PROMISES: ReadonlySet<string> = new Set([
  '@typescript-eslint/no-floating-promises',
  'no-floating-promise/no-floating-promise',
  'promise/catch-or-return',
]);

/** The same for a promise behind `void`. */
export const ABOUT_VOID: ReadonlySet<string> = new Set([...ABOUT_PROMISES, 'no-void', 'sonarjs/void-use']);

/** The same for a callback whose promise is dropped. */
export const ABOUT_CALLBACKS: ReadonlySet<string> = new Set(['@typescript-eslint/no-misused-promises']);

/** Methods of loggers, whose `error` ends nothing. */
export const LOG_LEVELS: ReadonlySet<string> = new Set(['debug', 'info', 'log', 'trace', 'verbose', 'warn']);

/** Methods that wait until an object has done all that it was given: `await queue.onIdle()`. */
export const WAITS_FOR_ALL = /^(?:onIdle|drained|waitUntilIdle|whenIdle|allSettled)$/;

/**
 * Classes that call their argument at once and learn of results and failures from it: code that awaits one gets its
 * answer that way.
 */
export const EXECUTORS: ReadonlySet<string> = new Set(['Promise', 'Observable']);

/** Classes of responses, whose `json` creates one. */
export const ANSWER_CLASSES = /^(?:[A-Z]\w*)?Response$/;

/** Names of a handler's parameter, if the handler creates its response with it and returns that. */
export const CONTEXT_NAMES = /^(?:c|ctx|context)$/;

/** Built-in calls that pass on what their argument contains. */
export const PASSES_ON = /^(?:Object\.(?:fromEntries|values|entries|assign)|Array\.from)$/;

/** Methods of collections that pass on what the collection contains. */
export const GIVES_ON: ReadonlySet<string> = new Set(
  'values,entries,slice,concat,reverse,toReversed,flat,toSpliced,with'.split(','),
);

/** Methods of arrays that test or sort by the results of their callback. */
export const ASKS: ReadonlySet<string> = new Set(
  'filter,some,every,find,findIndex,findLast,findLastIndex,sort,toSorted'.split(','),
);

/** Calls that say nothing about the work they are made for: `setTimeout`, `res.on`, `Promise.all`. */
export const UNTELLING = either([
  /^(?:Promise(?:\.\w+)?|import|(?:async )?function|queueMicrotask)$|(?:^|\.)set(?:Timeout|Interval|Immediate)$/,
  /^(?:handler|callback|cb|fn|func|default)$|(?:^|\.)(?:resolve|reject)$/,
  /^process\.nextTick$|\.(?:forEach|map|flatMap|on|once|addListener|addEventListener|then|call|apply|bind)$/,
  // What they are given does the work: `withTimeout(sync(), 500)`, `safely(load)`.
  /(?:^|\.)(?:(?:run|call|execute|wrap)?[wW]ith[A-Z]\w*|safely|trySafe|tryCatch|pRetry|pTimeout|backOff)$/,
]);

/**
 * User interface packages. A package that depends on one, and on nothing that serves requests, is for browsers or
 * phones.
 */
export const BROWSER_PACKAGES = ['react-dom', 'preact', 'vue', 'svelte', 'solid-js', '@angular/core', 'react-native'];

/** Packages that build the page at the top of a package, with all that it loads. */
export const PAGE_BUILDERS = ['vite', 'parcel', '@rsbuild/core'];
export const PAGE = 'index.html';

/** Global types of what only pages talk to. */
export const TYPES_OF_PAGES: ReadonlySet<string> = new Set(['Window', 'Worker', 'SharedWorker', 'ServiceWorker']);

/** An import of a library whose components have state and effects. */
export const UI_MODULE = /['"](?:react|preact(?:\/hooks)?|react-native|solid-js)['"]/;

/** Files that may have JSX, or are named after the one hook in them. */
export const UI_FILE = /\.[jt]sx$|(?:^|[\\/])use[A-Z]\w*\.[jt]s$/;

/** Names of components and hooks. */
export const COMPONENT_NAME = /^(?:[A-Z]|use[A-Z]|default$)/;

/** Names of hooks. */
export const HOOK_NAME = /^use[A-Z]/;

/** Hooks that only work where a component is drawn: state, effects, references to elements, queries that it repeats. */
export const STATEFUL_HOOK = either([
  /^use(?:State|Reducer|Ref|Context|Transition|Optimistic|(?:Layout|Insertion)?Effect|Mutation|Query(?:Client)?|SWR)$/,
  /^(?:create(?:Signal|Effect|Memo|Store)|on(?:Mount|Cleanup))$/,
]);

/** Packages that answer requests in a server and send them in a browser. A dependency on one doesn't show a server. */
export const BOTH_ENDS: ReadonlySet<string> = new Set(['better-auth', 'next-auth', '@trpc/server', 'uploadthing']);

/** Packages that talk to a server, from a browser or from another server. */
export const CLIENT_PACKAGES: ReadonlySet<string> = new Set(['socket.io-client']);

/** Methods of browser drivers, whose function runs in the page. */
export const RUNS_IN_PAGE = /^(?:\$?\$eval|evaluate\w*|waitForFunction|addInitScript|execute(?:Async)?Script)$/;
