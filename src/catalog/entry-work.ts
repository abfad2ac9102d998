import type { Pattern } from './entry-handlers.ts';

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

/**
 * How the user's code keeps values on the objects that a framework passes to handlers, to read them in another place.
 * One way to write and one to read: `app.set('mail', mail)` and `req.app.get('mail')`, `res.locals.mail`, `req.mail`.
 */
export interface Store {
  /** Methods that take a key and the value. */
  readonly sets?: readonly string[];
  /** Methods that take a key and return the value. */
  readonly gets?: readonly string[];
  /** Properties whose members are the values. */
  readonly under?: readonly string[];
  /** Whether values are members of the objects themselves. */
  readonly itself?: boolean;
  /** Properties that lead from one of the framework's objects to another: `app` in `req.app.get('mail')`. */
  readonly through?: readonly string[];
  /** Other values of the package that keep values: a container. What it `gets<T>()` is a T. */
  readonly of?: readonly Pattern[];
  /**
   * Functions, options and methods that say what becomes of a value before it is read: `asClass(Mailer)`, `{ useFactory:
   * makeMailer }`.
   */
  readonly wraps?: Readonly<Record<string, Wrap>>;
}

/** Reading gives what was kept, an instance of it, or its result. */
export const WRAPS = ['value', 'instance', 'result'] as const;
export type Wrap = (typeof WRAPS)[number];

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

/** Values of a package to which the user's code gives methods in another place: a model has those of its schema. */
export interface Extended {
  readonly values: readonly Pattern[];
  /** The names of the objects that the methods are put into: `statics` in `schema.statics.load = …`. */
  readonly under: readonly string[];
  /** Methods that take the name and the function: `schema.static('load', …)`. */
  readonly methods?: readonly string[];
  /** Methods that take a class with such methods: `schema.loadClass(UserClass)`. */
  readonly classes?: readonly string[];
  /** Whether the static methods of such a class are meant, and not those of its instances. */
  readonly isStatic?: boolean;
}

/**
 * What unannotated parameters with these names are, in a package that depends on the framework, where a call on one is
 * otherwise unknown: `{ names: ['ctx'], is: 'typed telegraf#Context' }`.
 */
export interface NamedParameter {
  readonly names: readonly string[];
  readonly is: Pattern;
}

/** Calls that pass the functions in their arguments something whose methods the entry knows: a context, a step. */
export interface Hand {
  readonly calls: readonly Pattern[];
  /** Texts that the first argument must be: the names of events, also written as `Events.MessageCreate`. */
  readonly events?: readonly string[];
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
  /** Hooks that closing the server runs, and in which its parts end what tasks may still need. */
  readonly ends?: readonly string[];
}
