import type {
  ClassForm,
  Decorator,
  Directive,
  FileConvention,
  HandlerKind,
  ObjectForm,
  Pattern,
  Receiver,
  Registration,
} from './entry-handlers.ts';
import type {
  Answers,
  Decoration,
  Drop,
  GeneratedModule,
  Extended,
  Hand,
  Lease,
  Mapping,
  NamedParameter,
  Scope,
  Signs,
  Sink,
  Start,
  Store,
  Synchronous,
  Yield,
} from './entry-work.ts';

export { HANDLER_KINDS } from './entry-handlers.ts';
export type * from './entry-handlers.ts';
export { WRAPS } from './entry-work.ts';
export type * from './entry-work.ts';

/**
 * What is known about one framework, platform or library. Only the first three keys are required. `schema.ts` describes
 * the same as data, for entries that users write.
 */
export interface Entry {
  readonly name: string;
  /** The page of its documentation that these facts come from. */
  readonly docs: string;
  /** Names on npm. A package that depends on one of them may use conventions (`files`, `shapes`). */
  readonly packages: readonly string[];
  /** The versions that these facts apply to: `4, 5`. */
  readonly versions?: string;
  /**
   * What happens to work that a handler leaves behind: the process lives on (if left out), is frozen once the response
   * is sent, or the work is cancelled.
   */
  readonly runtime?: 'frozen' | 'cancelled';
  /** The flavour of the helper that passes tasks to this platform, so that they outlive the response. */
  readonly flavour?: 'vercel' | 'cloudflare' | 'netlify' | 'supabase' | 'lambda';
  /** Signs that a package runs on this platform, whatever framework its handlers use. */
  readonly signs?: Signs;
  readonly scopes?: readonly Scope[];
  readonly leases?: readonly Lease[];
  readonly yields?: readonly Yield[];
  readonly hands?: readonly Hand[];
  readonly extended?: readonly Extended[];
  /** How a program starts the server, to find the place for a drain. */
  readonly starts?: readonly Start[];
  /** Calls that close the server on a signal, so that a drain belongs to what they do. */
  readonly shutdowns?: readonly Pattern[];
  readonly receivers?: Readonly<Record<string, Receiver>>;
  readonly registrations?: readonly Registration[];
  readonly files?: readonly FileConvention[];
  /**
   * Prefixes of imports if nothing else is configured, and the folders of the package that they stand for:
   * `{ $lib: ['src/lib'] }`.
   */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly generated?: readonly GeneratedModule[];
  readonly directives?: readonly Directive[];
  readonly objects?: readonly ObjectForm[];
  readonly decorations?: readonly Decoration[];
  readonly stores?: readonly Store[];
  readonly decorators?: readonly Decorator[];
  readonly classes?: readonly ClassForm[];
  /**
   * Functions that get a receiver as a parameter: by their type, or, in a package that depends on the framework, by the
   * names of their parameters.
   */
  readonly plugins?: {
    readonly types?: readonly Pattern[];
    readonly shapes?: readonly (readonly string[])[];
    readonly gives: Readonly<Record<number, string>>;
    /** What `this` is in one without parameters, in a package that depends on the framework. */
    readonly asThis?: string;
  };
  /**
   * Names of unannotated parameters that count as the receiver `app` if the call looks like a route:
   * `app.post('/x', …)`.
   */
  readonly receiverNames?: readonly string[];
  readonly namedParameters?: readonly NamedParameter[];
  /** Types of handlers (`RequestHandler`) and of their parameters (`Request`, `FastifyReply`). */
  readonly types?: {
    readonly handlers?: readonly Pattern[];
    readonly parameters?: readonly Pattern[];
    readonly kind?: HandlerKind;
  };
  /**
   * Parameters that make a function a handler in a package that depends on the framework, each a role of `ROLES` or a
   * name.
   */
  readonly shapes?: readonly (readonly string[])[];
  readonly answers?: Answers;
  /** What the framework does with the promise that a handler returns. */
  readonly returned?: 'awaited' | 'caught' | 'ignored';
  /** Whether what a handler returns is sent as text: a promise inside an object or array becomes `{}`. */
  readonly sendsReturned?: boolean;
  /**
   * The parameter that continues with the next middleware and returns a promise that must be awaited or returned: its
   * index, or its name if it is a property of the first parameter: `({ next }) => next()`, `(ctx) => ctx.next()`.
   */
  readonly continuation?: number | string;
  readonly sinks?: readonly Sink[];
  readonly drops?: readonly Drop[];
  /** Calls that collect the results of a function: lodash's `map`. */
  readonly maps?: readonly Mapping[];
  /** Calls that return what the function in their arguments returns: `startActiveSpan(name, fn)`. */
  readonly forwards?: readonly Pattern[];
  /** Calls that return no promise if an option or a callback asks for that. */
  readonly synchronous?: readonly Synchronous[];
  /** Calls that start work and yield its promise. */
  readonly launches?: readonly Pattern[];
  /** Calls that yield a thenable that starts nothing until it is awaited. */
  readonly lazy?: readonly Pattern[];
  /** Types of such thenables, for code that has types: knex's QueryBuilder. */
  readonly lazyTypes?: readonly Pattern[];
  /** Calls whose promise is an enqueue: losing it loses the job, so awaiting comes first. */
  readonly enqueues?: readonly Pattern[];
  /** Thenable types that need no owner: Fastify's reply. */
  readonly thenables?: readonly Pattern[];
  /** Calls that look asynchronous but need no owner. */
  readonly lookalikes?: readonly Pattern[];
  /** The same, and awaiting them takes no time: what an in-process PubSub publishes. */
  readonly settled?: readonly Pattern[];
}

/** Gives a catalog entry its type. */
export function defineEntry<const Shape extends Entry>(entry: Shape): Shape {
  return entry;
}
