/**
 * When a handler runs: once per HTTP request, RPC or server action; per socket message or event; per queued or
 * scheduled job; at startup and shutdown; each time that a timer set by startup code fires.
 */
export const HANDLER_KINDS = ['request', 'message', 'job', 'lifecycle', 'timer'] as const;
export type HandlerKind = (typeof HANDLER_KINDS)[number];

/**
 * A value that a package provides, written as code reaches it: `express#default()` (its default export, called),
 * `express#Router()`, `new hono#Hono()`, `typed fastify#FastifyInstance`, `axios#get|post()`, `new pg#Pool().query()`,
 * `knex#default()().**()`.
 *
 * `module#export`, then `.name`, `()` and `` `…` `` as in code. `a|b` is either name, `*` any one name, `**` any steps.
 * `new M#X()` and `typed M#X` both mean an instance of X. The module `global` stands for the globals; a module may end
 * in `*`.
 */
export type Pattern = string;

/**
 * A path into a value, key by key: `handler`, `options.handler`, `find|get`, `*` for every key, `fields**` for that key
 * any number of times, nested, with anything between (`fields**.hooks`: the hooks of fields at every depth). The value
 * may be an object literal, a class or an instance of one (its public methods), a function that returns one of these,
 * or an array of them. Names, spreads and imports are followed.
 */
export type KeyPath = string;

/**
 * Where a handler is in a call: an argument's index, the `last` function, `all` arguments (arrays flattened), `rest`
 * after a leading path, an `option` below an argument (of every argument if `argument` is left out), an `action` that
 * names its class and method: `[UsersController, 'index']`, or the default export of a `file` that an argument names.
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
  /** Properties that return the receiver again: `t.list.nonNull`. */
  readonly through?: readonly string[];
}

/**
 * A call that takes handlers. Placeholders in `label`: `{METHOD}`/`{method}` is the called method, `{0}` the text of an
 * argument, `{url}` that of a property of an options object, `{receiver}` the path given to the receiver's own call
 * (`app.route('/x')`), `{variable}` the name of the variable that holds the result, `{key}` the keys that a `*` or
 * `a|b` of a key path stood for (`Mutation.pay`).
 */
export interface Registration {
  /** The receiver's name in `receivers`; `app` if left out. Ignored with `calls`. */
  readonly on?: string;
  readonly methods?: readonly string[];
  /** `{METHOD}` for methods whose name isn't the verb: `{ del: 'DELETE' }`. */
  readonly verbs?: Readonly<Record<string, string>>;
  /** Functions that take a handler when called: `h3#defineEventHandler`. */
  readonly calls?: readonly Pattern[];
  readonly handlers: readonly Position[];
  readonly kind?: HandlerKind;
  readonly label: string;
  /** Texts that the first argument must have: event names. */
  readonly events?: readonly string[];
  readonly minimumArguments?: number;
  /** The framework's compiler imports the names in `calls`: they count only in a package that depends on it. */
  readonly autoImported?: boolean;
  /**
   * Parameters of the given function that are receivers themselves, by index: `app.register((instance) => …)`. With
   * `plugin`, such a function is no handler.
   */
  readonly gives?: Readonly<Record<number, string>>;
  /** The same for functions under a key of an options object: `queryType({ fields: (t) => … })`, by the last key. */
  readonly givesUnder?: Readonly<Record<string, Readonly<Record<number, string>>>>;
  readonly plugin?: boolean;
}

/** Settings files that name handlers by their file and export: `handler: src/orders.create`. */
export interface NamedIn {
  /**
   * Relative to the root of the package, or of a package above it in a workspace. `infra/*` is each file of that
   * folder.
   */
  readonly files: readonly string[];
  /** Matches a handler: the groups `file`, without its extension, and `name`. */
  readonly says: RegExp;
  /** Matches the folder that contains the files: the group `folder`. */
  readonly below?: RegExp;
}

/** Files that the framework loads because of their path. */
export interface FileConvention {
  /**
   * Matched against the path relative to the package's root, with `/`. The group `route` becomes the label's `{route}`.
   */
  readonly path: RegExp;
  /** Removed from the route: groups, slots, `index`. */
  readonly omit?: RegExp;
  /** Exported names that are handlers; `*` is every exported function. In CommonJS, `default` is `module.exports`. */
  readonly exports: readonly string[];
  /** Paths into the exported value: `fetch` of `export default { fetch }`, methods of a class. */
  readonly keys?: readonly KeyPath[];
  /**
   * The handlers are these properties, assigned to a component or static in its class:
   * `Page.getInitialProps = async (ctx) => …`.
   */
  readonly properties?: readonly string[];
  /** The exported function runs once, at startup, and returns the handler. */
  readonly factory?: boolean;
  /**
   * The file, relative to the package's root, that must name this one: `app/routes.ts` with `route('/x', './x.tsx')`.
   */
  readonly listedIn?: string;
  /** Settings that name the file and its exports. Those are then the handlers. */
  readonly namedIn?: NamedIn;
  /** A directive that excludes a file: `use client`. */
  readonly unless?: string;
  readonly kind?: HandlerKind;
  /** `{export}` is the exported name, `{EXPORT}` the same in capitals, `{file}` the path without its extension. */
  readonly label: string;
}

/**
 * Object literals that contain handlers: identified by their type, or, in a package that depends on the framework, by
 * the name of that type (generated types have no package) or of their variable. In `label`: `{key}`, `{variable}` and
 * the texts of properties next to the handler.
 */
export interface ObjectForm {
  readonly types?: readonly Pattern[];
  readonly typeNames?: readonly string[];
  readonly variables?: readonly string[];
  readonly handlers: readonly KeyPath[];
  /**
   * Parameters of the handlers whose type is an argument of the object's type, both by index: `{ 1: 0 }` for
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
 * Decorated methods. In `label`: `{METHOD}` is the decorator's name, `{0}` its argument, `{path}` the same below the
 * path of the class decorator, `{class}` the class, `{name}` class and method.
 */
export interface Decorator {
  readonly names: readonly Pattern[];
  /** The decorator that the class must have. */
  readonly on?: Pattern;
  readonly kind?: HandlerKind;
  readonly label: string;
}

/** Methods of classes that implement or extend something from the framework, or have its decorator. */
export interface ClassForm {
  readonly implements?: readonly Pattern[];
  readonly extends?: readonly Pattern[];
  readonly decorated?: readonly Pattern[];
  /** `*` is every public method except the constructor. */
  readonly methods: readonly string[];
  readonly kind?: HandlerKind;
  readonly label: string;
}

/** What a handler answers with; parameters by index. */
export interface Answers {
  /** Parameters that can answer: the response, the reply, `next`, a callback. */
  readonly parameters: readonly number[];
  /** The same for a function with one more parameter: Express's error handlers. */
  readonly withError?: readonly number[];
  /** Methods that end the response: `json`, `end`. */
  readonly ends: readonly string[];
  /** Those of `ends` that turn their argument into text: a promise passed to them becomes `{}`. */
  readonly serialises?: readonly string[];
  /** Properties that answer when assigned: Koa's `ctx.body`. */
  readonly assigns?: readonly string[];
}

/**
 * How far a sink's ownership goes: `own` keeps the work alive and reports its rejection, `keep` keeps it alive but
 * leaves the rejection to the caller, `process` keeps it only as long as the process lives.
 */
export type SinkVerdict = 'own' | 'keep' | 'process';

/**
 * An API that takes ownership of a promise or of an async function. Its result needs no `await`. A durable hand-off,
 * whose own promise must be awaited, is an `enqueue`.
 */
export interface Sink {
  /** The call: `next/server#after()`. */
  readonly values?: readonly Pattern[];
  /** Any method of this name on any object. */
  readonly method?: string;
  /** Variables on which a method with this name is something else: `cy`, `page`. */
  readonly notOn?: readonly string[];
  /** Only for docs/frameworks.md, like `verdict`: a sink owns whatever it is given. Both if left out. */
  readonly accepts?: 'promise' | 'function' | 'both';
  /** `own` if left out. */
  readonly verdict?: SinkVerdict;
}

/**
 * Calls and assignments that put a function on an object that the framework passes to handlers:
 * `app.decorate('audit', fn)`, Koa's `app.context.audit = fn`.
 */
export interface Decoration {
  /** The receiver's name; `app` if left out. */
  readonly on?: string;
  /** Methods that take the name and the function. */
  readonly methods?: readonly string[];
  /** The receiver's property to which names are assigned. */
  readonly property?: string;
}

/** An API that calls a function and drops its promise. */
export interface Drop {
  readonly values?: readonly Pattern[];
  readonly method?: string;
  /** Which argument is the function. */
  readonly callback: number;
}

/** Calls that launch, unless their arguments make them synchronous. */
export interface Synchronous {
  readonly values: readonly Pattern[];
  /** A property of an argument that makes them synchronous if it is true: `sync`. */
  readonly option?: string;
  /** Whether they use a callback if the last argument is one. */
  readonly callback?: boolean;
}

/** A call that collects the results of a function in a list. */
export interface Mapping {
  readonly values: readonly Pattern[];
  /** Which argument is the function. */
  readonly callback: number;
}

/** Calls that give a callback something that is valid only until it returns: a transaction's handle. */
export interface Scope {
  readonly calls?: readonly Pattern[];
  /** Or a method on any object, for names that mean nothing else. */
  readonly method?: string;
  /** Which parameter of the callback; the first if left out. */
  readonly parameter?: number;
}

/** Calls that lend something that must be given back: a client of a pool. */
export interface Lease {
  readonly calls: readonly Pattern[];
  /** Methods that give it back: `release|end`. */
  readonly release: string;
}

/** Calls whose awaited result has methods that the entry knows: a query returns documents that save themselves. */
export interface Yield {
  readonly calls: readonly Pattern[];
  /** Those of `calls` that return something else: plain data, a number. */
  readonly except?: readonly Pattern[];
  /**
   * The result: a value of a package (`typed mongoose#Document`). If the calls are static methods of a class in the
   * user's code, it is an instance of that class.
   */
  readonly gives: Pattern;
  /** Where it is in the result, key by key, with `*` for each element of a list: `*`, `0`, `rows.*`. */
  readonly at?: string;
}

/** Calls that pass the functions in their arguments something whose methods the entry knows: a context, a step. */
export interface Hand {
  readonly calls: readonly Pattern[];
  readonly parameter: number;
  /** What the parameter is: `typed inngest#Context`. */
  readonly is: Pattern;
  /** Where it is in the parameter, as in `Yield`. */
  readonly at?: string;
}

/** Code that a tool generates in the user's package, and that stands for a module: Prisma's client. */
export interface GeneratedModule {
  /** The module: `@prisma/client`. */
  readonly as: string;
  /** Folders of the package. Their files with this ending tell where the code is written. */
  readonly folders: readonly string[];
  readonly ending: string;
  /** Matches that place in such a file: the group `folder`, relative to the file's own folder. */
  readonly says: RegExp;
}

/** Signs that a package runs on a platform. */
export interface Signs {
  /** Dependencies: the platform's tools, the adapter of a framework. */
  readonly packages?: readonly string[];
  /** Files next to its package.json. */
  readonly files?: readonly string[];
  /** Modules that a file imports if its own handlers run there: `hono/aws-lambda`. */
  readonly imports?: readonly string[];
}

/** Calls that start a server. */
export interface Start {
  readonly calls: readonly Pattern[];
  /**
   * What to close at shutdown: the call's result (awaited, if it is a promise), or the object that the method is called
   * on.
   */
  readonly closable: 'result' | 'receiver';
  /** The result is a promise of the server. */
  readonly promised?: boolean;
}

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
  };
  /**
   * Names of unannotated parameters that count as the receiver `app` if the call looks like a route:
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
   * Parameters that make a function a handler in a package that depends on the framework, each a role of `ROLES` or a
   * name.
   */
  readonly shapes?: readonly (readonly string[])[];
  readonly answers?: Answers;
  /** What the framework does with the promise that a handler returns. */
  readonly returned?: 'awaited' | 'caught' | 'ignored';
  /**
   * The parameter that continues with the next middleware and returns a promise that must be awaited or returned: its
   * index, or its name if it is a property of the first parameter: `({ next }) => next()`, `(ctx) => ctx.next()`.
   */
  readonly continuation?: number | string;
  readonly sinks?: readonly Sink[];
  readonly drops?: readonly Drop[];
  /** Calls that collect the results of a function: lodash's `map`. */
  readonly maps?: readonly Mapping[];
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
}

/** Gives a catalog entry its type. */
export function defineEntry<const Shape extends Entry>(entry: Shape): Shape {
  return entry;
}
