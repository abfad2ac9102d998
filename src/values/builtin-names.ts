/** Methods that emitters, streams, sockets, processes, requests and responses of Node and of the web have. */
const OF_THE_PLATFORM =
  'abort addAbortListener addEventListener addListener addTrailers address alloc allocUnsafe ' +
  'allocUnsafeSlow append appendHeader arrayBuffer asIndexedPairs assignSocket attribute blob body ' +
  'bodyUsed bufferSize bytes bytesRead bytesWritten cache canParse cancel captureRejectionSymbol ' +
  'captureRejections clearTimeout clone close closed compare compose connect connection copy copyBytesFrom ' +
  'cork createObjectURL credentials defaultMaxListeners destination destroy destroySoon destroyed ' +
  'detachSocket dispatchEvent drop duplex emit end equals error errorMonitor errored eventNames ' +
  'flushHeaders formData fromWeb getAll getEventListeners getHeader getHeaderNames getHeaders ' +
  'getMaxListeners getRawHeaderNames getReader getSetCookie getWriter hasHeader hash headers ' +
  'headersDistinct headersSent host hostname href init inspect integrity isBuffer isEncoding ' +
  'isHistoryNavigation isPaused isReloadNavigation json kMaxEventTargetListeners ' +
  'kMaxEventTargetListenersWarned keepalive kill listenerCount listeners localAddress localFamily localPort ' +
  'locked method mode off offset onSocket once origin parent password pathname pause pending pipe ' +
  'pipeThrough pipeTo poolSize port postMessage prependListener prependOnceListener protocol rawListeners read ' +
  'readable readableAborted readableBuffer readableDidRead readableEncoding readableEnded readableFlowing ' +
  'readableHighWaterMark readableLength readableObjectMode readyState redirect redirected ref referrer ' +
  'referrerPolicy remoteAddress remoteFamily remotePort removeAllListeners removeEventListener ' +
  'removeHeader removeListener resetAndDestroy resume revokeObjectURL searchParams setDefaultEncoding ' +
  'setEncoding setHeader setHeaders setKeepAlive setMaxListeners setNoDelay setSocketKeepAlive setTimeout ' +
  'signal status statusCode statusMessage statusText swap16 swap32 swap64 take tee terminate text toArray toWeb ' +
  'trailers trailersDistinct type uncork unpipe unref url username usingDomains wrap writable ' +
  'writableBuffer writableCorked writableEnded writableFinished writableHighWaterMark writableLength ' +
  'writableNeedDrain writableObjectMode write ';

/** Methods that responses, loggers, routers and queries of most libraries have. */
const EVERYWHERE =
  'all body child cookie count cors data debug del done error exec expect fail fatal fetch from head ' +
  'header info json limit listen log next option options order parse patch plugin post put redirect render ' +
  'required route safeParse select status success trace type use validate warn where ';

/** Verbs that many libraries use too. They count as the user's function only if just one has the name. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'build call callback commit connect create decode disconnect dispatch download encode execute exists ' +
    'find findAll findFirst findMany findOne findUnique flush generate handle handler init insert invoke ' +
    'list load process publish query refresh register reload remove request reset resolve rollback run save ' +
    'send serialize setup sign start stop subscribe sync track transaction transform update upload upsert ' +
    'verify '
  ).split(' '),
);

const LANGUAGE = [
  Array,
  BigInt,
  Boolean,
  Date,
  Error,
  Function,
  Map,
  Number,
  Object,
  Promise,
  RegExp,
  Set,
  String,
  Symbol,
];

/** Methods of built-in and platform values. A call on an unknown value most likely means one of these. */
const BUILTIN: ReadonlySet<string> = new Set([
  ...LANGUAGE.flatMap(namesOf),
  ...OF_THE_PLATFORM.split(' '),
  ...EVERYWHERE.split(' '),
]);

/** Whether built-in and platform values, or those of most libraries, have a member with this name. */
export function isBuiltinName(name: string): boolean {
  return BUILTIN.has(name);
}

/** How many functions of the user's code may share a name, so that a call on an unknown value may mean any of them. */
export function mostDefinitions(name: string): number {
  if (name.length < 3 || BUILTIN.has(name)) return 0;
  return COMMON.has(name) ? 1 : 5;
}

function namesOf(constructor: { readonly prototype: object }): string[] {
  const names = Object.getOwnPropertyNames(constructor);
  for (let at: object | null = constructor.prototype; at !== null; at = Object.getPrototypeOf(at) as object | null)
    names.push(...Object.getOwnPropertyNames(at));
  return names;
}
