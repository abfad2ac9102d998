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
  | FilePosition;

/**
 * An argument that names a file, or has such a name `under` a key. The handler is its default export, `each` export, or
 * the one that another key of the argument names; without that key, it has the key's own name.
 */
export interface FilePosition {
  readonly file: number;
  readonly under?: string;
  readonly each?: boolean;
  readonly named?: string;
}

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
  /** The call drops what the handler returns, and nothing else waits for it: `app.listen(3000, () => warmUp())`. */
  readonly drops?: boolean;
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
 * the name of that type (generated types have no package), of their variable, or of a member that is an object literal,
 * too. In `label`: `{key}`, `{variable}` and the texts of properties next to the handler.
 */
export interface ObjectForm {
  readonly types?: readonly Pattern[];
  readonly typeNames?: readonly string[];
  readonly variables?: readonly string[];
  readonly members?: readonly string[];
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
