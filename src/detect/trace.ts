/** How deep the stacks are of which the launch site is found out: a server's code lies beneath its libraries' own. */
const DEPTH = 40;

/** Where a promise was made. V8 keeps the frames as they are; what they say is only found out where it is asked for. */
export interface Trace {
  stack?: unknown;
}

/** @param above - the function whose callers are noted */
export function traceAbove(above: (...args: never[]) => unknown): Trace {
  const trace: Trace = {};
  const limit = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit');
  // Where a program has frozen its globals, an assignment would throw.
  Reflect.set(Error, 'stackTraceLimit', DEPTH);
  Error.captureStackTrace(trace, above);
  if (limit === undefined) Reflect.deleteProperty(Error, 'stackTraceLimit');
  else Reflect.set(Error, 'stackTraceLimit', limit.value);
  return trace;
}

/** What the program's own `Error.prepareStackTrace` makes of frames, where there is one: ts-node and vitest map by it. */
export type Formatter = (error: Error, sites: NodeJS.CallSite[]) => unknown;

/**
 * The frames of a trace, innermost first, as far as they ran in one piece: what waits for them was not running then.
 * Can be asked once.
 */
export function callSitesOf(trace: Trace): {
  readonly sites: readonly NodeJS.CallSite[];
  readonly formatter: Formatter | undefined;
} {
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
    // Reading it has V8 make the frames.
    if (trace.stack === undefined) return { sites, formatter: undefined };
  } finally {
    if (before === undefined) Reflect.deleteProperty(Error, 'prepareStackTrace');
    else Reflect.defineProperty(Error, 'prepareStackTrace', before);
  }
  const formatter: unknown = before?.value;
  const waiting = sites.findIndex((site) => (site as { isAsync?: () => boolean }).isAsync?.() === true);
  return {
    sites: waiting === -1 ? sites : sites.slice(0, waiting),
    formatter: typeof formatter === 'function' ? (formatter as Formatter) : undefined,
  };
}
