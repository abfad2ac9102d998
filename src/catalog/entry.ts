/**
 * Once per HTTP request, RPC or server action; per socket message or event; per queued or scheduled job; at start-up
 * and shutdown; each time that a timer runs which startup code sets.
 */
export const HANDLER_KINDS = ['request', 'message', 'job', 'lifecycle', 'timer'] as const;
export type HandlerKind = (typeof HANDLER_KINDS)[number];

/**
 * A value that a package gives, written the way it is reached in code:
 * `express#default()` (its default export, called), `express#Router()`, `new hono#Hono()`, `typed
 * fastify#FastifyInstance`,
 * `axios#get|post()`, `new pg#Pool().query()`, `knex#default()().**()`.
 *
 * `module#export`, then `.name`, `()` and `` `…` `` as in code. `a|b` is either name, `*` any one name, `**` any steps.
 * `new M#X()` and `typed M#X` both mean an instance of X. The module `global` holds the globals; a module may end in
 * `*`.
 */
export type Pattern = string;

/**
 * A way down into a value, key by key: `handler`, `options.handler`, `find|get`, `*` for every key, `fields**` for that
 * key any number of
 * times, one in another, with anything between (`fields**.hooks`: the hooks of fields at every depth).
 * The value may be an object literal, a class or an instance of one (its public methods), a function that returns such
 * a thing,
 * or an array of them; names, spreads and imports are followed.
 */
export type KeyPath = string;

/**
 * Where in a call a handler stands: an argument's index, the `last` function, `all` arguments (arrays flattened),
 * `rest` after a leading path,
 * below an argument (of every argument when `argument` is left out), an `action` that names its class and method:
 * `[UsersController, 'index']`, or the default export of a `file` that an argument names.
 */
export type Position =
  | number
  | 'last'
  | 'all'
  | 'rest'
  | { readonly option: KeyPath; readonly argument?: number }
  | { readonly action: number }
  | { readonly file: number };

/** An object that handlers are registered on. */
export interface Receiver {
  readonly values?: readonly Pattern[];
  /** The result of `method` on another receiver of the entry: `app.route('/x')`. */
  readonly from?: { readonly receiver: string; readonly method: string };
  /** Every method returns the receiver again. */
  readonly chains?: boolean;
  /** Properties that are the receiver again: `t.list.nonNull`. */
  readonly through?: readonly string[];
}

/**
 * A call that takes handlers. Names in `label` are filled in: `{METHOD}`/`{method}` the method called, `{0}` the text
 * of an argument,
 * `{url}` that of a property of an options object, `{receiver}` the path given to the receiver's own call
 * (`app.route('/x')`),
 * `{variable}` the name of the variable that holds the result, `{key}` the keys that a `*` or `a|b` of a key path stood
 * for (`Mutation.pay`).
 */
export interface Registration {
  /** The receiver's name in `receivers`; `app` when left out. Ignored with `calls`. */
  readonly on?: string;
  readonly methods?: readonly string[];
  /** What `{METHOD}` is for methods that are not called as their verb: `{ del: 'DELETE' }`. */
  readonly verbs?: Readonly<Record<string, string>>;
  /** Functions that take a handler by being called: `h3#defineEventHandler`. */
  readonly calls?: readonly Pattern[];
  readonly handlers: readonly Position[];
  readonly kind?: HandlerKind;
  readonly label: string;
  /** Texts that the first argument must have: event names. */
  readonly events?: readonly string[];
  readonly minimumArguments?: number;
  /** The names in `calls` are imported by the framework's compiler: they count only in a package that depends on it. */
  readonly autoImported?: boolean;
  /**
   * Parameters of the function given that are receivers themselves, by index: `app.register((instance) => …)`. Such a
   * function is no handler with `plugin`.
   */
  readonly gives?: Readonly<Record<number, string>>;
  /** The same for functions under a key of an options object: `queryType({ fields: (t) => … })`, by the last key. */
  readonly givesUnder?: Readonly<Record<string, Readonly<Record<number, string>>>>;
  readonly plugin?: boolean;
}

/** Files of settings that name handlers by their file and export: `handler: src/orders.create`. */
export interface NamedIn {
  /** Below the root of the package, or of one above it in a workspace; `infra/*` is each file of that folder. */
  readonly files: readonly string[];
  /** What names one: the groups `file`, without its ending, and `name`. */
  readonly says: RegExp;
  /** What says that the files are below a folder: the group `folder`. */
  readonly below?: RegExp;
}

/** Files that the framework loads by their place. */
export interface FileConvention {
  /** Matched against the path below the package's root, with `/`. The group `route` becomes the label's `{route}`. */
  readonly path: RegExp;
  /** Removed from the route: groups, slots, `index`. */
  readonly omit?: RegExp;
  /** Exported names that are handlers; `*` every exported function. `default` is `module.exports` in CommonJS. */
  readonly exports: readonly string[];
  /** Ways down from the exported value: `export default { fetch }` has `fetch`, a class its methods. */
  readonly keys?: readonly KeyPath[];
  /**
   * The handlers are these properties, assigned to a component or static in its class: `Page.getInitialProps = async
   * (ctx) => …`.
   */
  readonly properties?: readonly string[];
  /** The exported function runs once, at start-up, and returns the handler. */
  readonly factory?: boolean;
  /** The file, below the package's root, that must name this one: `app/routes.ts` with `route('/x', './x.tsx')`. */
  readonly listedIn?: string;
  /** Settings that name the file and its exports, which are the handlers then. */
  readonly namedIn?: NamedIn;
  /** A directive that takes a file out: `use client`. */
  readonly unless?: string;
  readonly kind?: HandlerKind;
  /** `{export}` is the exported name, `{EXPORT}` in capitals. */
  readonly label: string;
}

/**
 * Object literals that hold handlers: known by the type they are written with, or, in a package that depends on the
 * framework, by the name
 * of that type (generated types have no package) or of their variable. In `label`, `{key}`, `{variable}` and texts
 * beside the handler.
 */
export interface ObjectForm {
  readonly types?: readonly Pattern[];
  readonly typeNames?: readonly string[];
  readonly variables?: readonly string[];
  readonly handlers: readonly KeyPath[];
  /**
   * Parameters of the handlers whose type is an argument of the written type, both by index: `{ 1: 0 }` for
   * `fetch(request, env)` in `ExportedHandler<Env>`.
   */
  readonly parameters?: Readonly<Record<number, number>>;
  readonly kind?: HandlerKind;
  readonly label: string;
}

/** A directive that makes functions callable from outside: `'use server'`. */
export interface Directive {
  readonly text: string;
  readonly label: string;
  readonly kind?: HandlerKind;
}

/**
 * Decorated methods. In `label`, `{METHOD}` is the decorator's name, `{0}` its argument, `{path}` that below the class
 * decorator's, `{class}` the class, `{name}` class and method.
 */
export interface Decorator {
  readonly names: readonly Pattern[];
  /** The decorator that the class must have. */
  readonly on?: Pattern;
  readonly kind?: HandlerKind;
  readonly label: string;
}

/** Methods of classes that implement or extend something of the framework, or carry its decorator. */
export interface ClassForm {
  readonly implements?: readonly Pattern[];
  readonly extends?: readonly Pattern[];
  readonly decorated?: readonly Pattern[];
  /** `*` is every public method but the constructor. */
  readonly methods: readonly string[];
  readonly kind?: HandlerKind;
  readonly label: string;
}

/** What a handler answers with, by position of its parameters. */
export interface Answers {
  /** Parameters that carry the means to answer: the response, the reply, `next`, a callback. */
  readonly parameters: readonly number[];
  /** The same for a function with one parameter more: Express's error handlers. */
  readonly withError?: readonly number[];
  /** Methods that end the response: `json`, `end`. */
  readonly ends: readonly string[];
  /** Of these, the ones that turn their argument into text: a promise given to them becomes `{}`. */
  readonly serialises?: readonly string[];
  /** Properties whose assignment answers: Koa's `ctx.body`. */
  readonly assigns?: readonly string[];
}

/**
 * How far a sink's ownership goes: `own` keeps the work alive and reports its rejection, `keep` keeps it alive but
 * leaves the rejection to the
 * caller, `process` holds it only as long as the process lives.
 */
export type SinkVerdict = 'own' | 'keep' | 'process';

/**
 * An API that takes ownership of a promise or of an async function. What it returns is nothing to await. A durable
 * hand-off, whose own promise must be awaited, is an `enqueue`.
 */
export interface Sink {
  /** The call: `next/server#after()`. */
  readonly values?: readonly Pattern[];
  /** Any method of this name on any object. */
  readonly method?: string;
  /** Variables on which such a method is something else: `cy`, `page`. */
  readonly notOn?: readonly string[];
  /** For docs/frameworks.md alone, as is `verdict`: whatever a sink is given, it owns. Both when left out. */
  readonly accepts?: 'promise' | 'function' | 'both';
  /** `own` when left out. */
  readonly verdict?: SinkVerdict;
}

/**
 * Calls and assignments that put a function on an object that the framework hands to handlers: `app.decorate('audit',
 * fn)`, Koa's `app.context.audit = fn`.
 */
export interface Decoration {
  /** The receiver's name; `app` when left out. */
  readonly on?: string;
  /** Methods that take the name and the function. */
  readonly methods?: readonly string[];
  /** The receiver's property to which names are assigned. */
  readonly property?: string;
}

/** An API that calls a function and throws its promise away. */
export interface Drop {
  readonly values?: readonly Pattern[];
  readonly method?: string;
  /** Which argument is the function. */
  readonly callback: number;
}

/** Calls that launch, but give no promise where their arguments say so. */
export interface Synchronous {
  readonly values: readonly Pattern[];
  /** A property of an argument that makes them do all at once where it is true: `sync`. */
  readonly option?: string;
  /** Whether they tell a callback, where the last argument is one. */
  readonly callback?: boolean;
}

/** A call that collects in a list what a function gives for each of something. */
export interface Mapping {
  readonly values: readonly Pattern[];
  /** Which argument is the function. */
  readonly callback: number;
}

/** Calls that give a callback something which is good only until it returns: a transaction's handle. */
export interface Scope {
  readonly calls?: readonly Pattern[];
  /** Or a method, on whatever object: for names that mean nothing else. */
  readonly method?: string;
  /** Which parameter of the callback; the first when left out. */
  readonly parameter?: number;
}

/** Calls that lend something which is to be given back: a client of a pool. */
export interface Lease {
  readonly calls: readonly Pattern[];
  /** Methods that give it back: `release|end`. */
  readonly release: string;
}

/** Calls that yield, awaited, something whose methods the entry knows: a query gives documents that save themselves. */
export interface Yield {
  readonly calls: readonly Pattern[];
  /** Of these, the ones that give something else: plain data, a number. */
  readonly except?: readonly Pattern[];
  /**
   * What is yielded: a value of a package (`typed mongoose#Document`). Where the calls are static methods of a class of
   * the user's own, it is an instance of that class.
   */
  readonly gives: Pattern;
  /** Where in what is yielded it stands, key by key, with `*` for each of a list: `*`, `0`, `rows.*`. */
  readonly at?: string;
}

/** Calls that give the functions in their arguments something whose methods the entry knows: a context, a step. */
export interface Hand {
  readonly calls: readonly Pattern[];
  readonly parameter: number;
  /** What the parameter is: `typed inngest#Context`. */
  readonly is: Pattern;
  /** Where in the parameter it stands, as in `Yield`. */
  readonly at?: string;
}

/** Code that a tool writes into the user's package, and that stands for a module: Prisma's client. */
export interface GeneratedModule {
  /** The module: `@prisma/client`. */
  readonly as: string;
  /** Folders of the package whose files with this ending say where it is written. */
  readonly folders: readonly string[];
  readonly ending: string;
  /** What says so in such a file: the group `folder`, seen from the file's own folder. */
  readonly says: RegExp;
}

/** By what a package is known to run on a platform. */
export interface Signs {
  /** What it depends on: the platform's tools, the adapter of a framework. */
  readonly packages?: readonly string[];
  /** Files beside its package.json. */
  readonly files?: readonly string[];
  /** Modules by whose import a file says that its own handlers run there: `hono/aws-lambda`. */
  readonly imports?: readonly string[];
}

/** Calls that start a server. */
export interface Start {
  readonly calls: readonly Pattern[];
  /** What is closed at shutdown: what the call gives (once awaited, where it is a promise), or what it is called on. */
  readonly closable: 'result' | 'receiver';
  /** The result is a promise of the server. */
  readonly promised?: boolean;
}

/**
 * All that is known of one framework, platform or library. Only the first three are needed. `schema.ts` says the same
 * as data, for entries that users write.
 */
export interface Entry {
  readonly name: string;
  /** The page of its documentation that the facts come from. */
  readonly docs: string;
  /** Names on npm. A package that depends on one of them may use conventions (`files`, `shapes`). */
  readonly packages: readonly string[];
  /** Versions that the facts hold for: `4, 5`. */
  readonly versions?: string;
  /**
   * What becomes of the work that a handler leaves behind: the process lives on (when left out), is frozen once the
   * answer is sent, or is cancelled.
   */
  readonly runtime?: 'frozen' | 'cancelled';
  /** The flavour of the helper that hands tasks to this platform, so that they outlive the answer. */
  readonly flavour?: 'vercel' | 'cloudflare' | 'netlify' | 'supabase' | 'lambda';
  /** By what a package is known to run on this platform, whatever framework its handlers are of. */
  readonly signs?: Signs;
  readonly scopes?: readonly Scope[];
  readonly leases?: readonly Lease[];
  readonly yields?: readonly Yield[];
  readonly hands?: readonly Hand[];
  /** How a program starts the server, for the drain at its shutdown. */
  readonly starts?: readonly Start[];
  /** Calls that close the server at a signal, so that a drain has its place among what they do. */
  readonly shutdowns?: readonly Pattern[];
  readonly receivers?: Readonly<Record<string, Receiver>>;
  readonly registrations?: readonly Registration[];
  readonly files?: readonly FileConvention[];
  /**
   * What imports may begin with where nothing else is configured, and the folders of the package that it stands for:
   * `{ $lib: ['src/lib'] }`.
   */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly generated?: readonly GeneratedModule[];
  readonly directives?: readonly Directive[];
  readonly objects?: readonly ObjectForm[];
  readonly decorations?: readonly Decoration[];
  readonly decorators?: readonly Decorator[];
  readonly classes?: readonly ClassForm[];
  /**
   * Functions that get a receiver as a parameter: by the type they are written with, or by their parameters' names in a
   * package that depends on the framework.
   */
  readonly plugins?: {
    readonly types?: readonly Pattern[];
    readonly shapes?: readonly (readonly string[])[];
    readonly gives: Readonly<Record<number, string>>;
  };
  /**
   * Names by which an unannotated parameter is taken for the receiver `app`, when the call reads like a route:
   * `app.post('/x', …)`.
   */
  readonly receiverNames?: readonly string[];
  /** Types of handlers (`RequestHandler`) and of their parameters (`Request`, `FastifyReply`). */
  readonly types?: {
    readonly handlers?: readonly Pattern[];
    readonly parameters?: readonly Pattern[];
    readonly kind?: HandlerKind;
  };
  /**
   * Parameters by which a function is a handler in a package that depends on the framework, each a role of `ROLES` or a
   * name.
   */
  readonly shapes?: readonly (readonly string[])[];
  readonly answers?: Answers;
  /** What the framework does with the promise a handler returns. */
  readonly returned?: 'awaited' | 'caught' | 'ignored';
  /**
   * The parameter that continues with the next middleware and returns a promise that must be awaited or returned; by
   * name when it is a property of the first parameter: `({ next }) => next()`, `(ctx) => ctx.next()`.
   */
  readonly continuation?: number | string;
  readonly sinks?: readonly Sink[];
  readonly drops?: readonly Drop[];
  /** Calls that collect what a function gives: lodash's `map`. */
  readonly maps?: readonly Mapping[];
  /** Calls that give no promise where an option or a callback says so. */
  readonly synchronous?: readonly Synchronous[];
  /** Calls that start work and yield its promise. */
  readonly launches?: readonly Pattern[];
  /** Calls that yield a thenable which starts nothing until it is awaited. */
  readonly lazy?: readonly Pattern[];
  /** Types of such thenables, for code that has types: knex's QueryBuilder. */
  readonly lazyTypes?: readonly Pattern[];
  /** Calls whose promise is an enqueue: losing it loses the job, so awaiting comes first. */
  readonly enqueues?: readonly Pattern[];
  /** Types that are thenable and not ours to report: Fastify's reply. */
  readonly thenables?: readonly Pattern[];
  /** Calls that look asynchronous and are not ours to report. */
  readonly lookalikes?: readonly Pattern[];
}

/** Gives a catalog entry its type. */
export function defineEntry<const Shape extends Entry>(entry: Shape): Shape {
  return entry;
}
