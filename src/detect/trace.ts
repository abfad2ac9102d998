import { runInThisContext } from 'node:vm';

/** How many frames a trace has. There are many, because a server's code lies below that of its libraries. */
const DEPTH = 40;

/** Where a promise was created. V8 keeps the frames as they are, and formats them only when they are read. */
export interface Trace {
  stack?: unknown;
}

/**
 * `Error` of the process. Code in a context of its own, as in Jest, has another; Node formats its traces with what the
 * process has, unless the context has a formatter.
 */
const ErrorOfProcess = runInThisContext('Error') as typeof Error;

/** @param above - the function whose callers are recorded */
export function traceAbove(above: (...args: never[]) => unknown): Trace {
  const trace: Trace = {};
  const limit = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit');
  // An assignment would throw if the program has frozen its globals.
  Reflect.set(Error, 'stackTraceLimit', DEPTH);
  Error.captureStackTrace(trace, above);
  if (limit === undefined) Reflect.deleteProperty(Error, 'stackTraceLimit');
  else Reflect.set(Error, 'stackTraceLimit', limit.value);
  return trace;
}

/** The program's own `Error.prepareStackTrace`, if it has one: ts-node and vitest map positions with it. */
export type Formatter = (error: Error, sites: NodeJS.CallSite[]) => unknown;

export interface CallSites {
  readonly sites: readonly NodeJS.CallSite[];
  readonly formatter: Formatter | undefined;
}

/**
 * The frames of a trace, innermost first, up to the first asynchronous one: what waits for them was not running then.
 * Works once for each trace.
 */
export function callSitesOf(trace: Trace): CallSites {
  const before = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
  let sites: NodeJS.CallSite[] = [];
  Reflect.defineProperty(Error, 'prepareStackTrace', {
    configurable: true,
    writable: true,
    value: (_: Error, made: NodeJS.CallSite[]) => {
      sites = made;
      return '';
    },
  });
  try {
    // Reading the stack makes V8 build the frames.
    if (trace.stack === undefined) return { sites, formatter: undefined };
  } finally {
    if (before === undefined) Reflect.deleteProperty(Error, 'prepareStackTrace');
    else Reflect.defineProperty(Error, 'prepareStackTrace', before);
  }
  const formatter: unknown =
    before?.value ?? (ErrorOfProcess as { readonly prepareStackTrace?: unknown }).prepareStackTrace;
  const waiting = sites.findIndex((site) => (site as { isAsync?: () => boolean }).isAsync?.() === true);
  return {
    sites: waiting === -1 ? sites : sites.slice(0, waiting),
    formatter: typeof formatter === 'function' ? (formatter as Formatter) : undefined,
  };
}
