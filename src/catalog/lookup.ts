import type {
  ClassForm,
  Decoration,
  Decorator,
  Drop,
  Entry,
  Lease,
  ObjectForm,
  Pattern,
  Registration,
  Scope,
  Sink,
  Start,
} from './entry.ts';
import type { CompiledPattern } from './pattern.ts';
import { compilePattern, matchesModule, matchesSteps } from './pattern.ts';
import { takesHandlers } from './takes-handlers.ts';

/** A value by the way it was reached; see `ExternalValue`. */
interface Steps {
  readonly module: string;
  readonly steps: readonly string[];
  readonly awaited?: number;
}

/** A set of patterns, found by module, each with what it stands for. */
class PatternIndex<Item> {
  readonly #exact = new Map<string, { pattern: CompiledPattern; item: Item }[]>();
  readonly #prefixed: { pattern: CompiledPattern; item: Item }[] = [];

  add(pattern: Pattern, item: Item): void {
    const row = { pattern: compilePattern(pattern), item };
    const { module } = row.pattern;
    if (module.endsWith('*')) this.#prefixed.push(row);
    else {
      const rows = this.#exact.get(module);
      if (rows === undefined) this.#exact.set(module, [row]);
      else rows.push(row);
    }
  }

  /** What the first matching pattern stands for. */
  find(value: Steps): Item | undefined {
    return this.findAll(value)[0];
  }

  findAll(value: Steps): Item[] {
    const rows = this.#exact.get(value.module) ?? [];
    const all =
      this.#prefixed.length === 0
        ? rows
        : [...rows, ...this.#prefixed.filter(({ pattern }) => matchesModule(value.module, pattern.module))];
    return all.filter(({ pattern }) => matchesSteps(value.steps, pattern.steps, value.awaited)).map(({ item }) => item);
  }

  /** Whether anything of this module is known. */
  knows(module: string): boolean {
    return this.#exact.has(module) || this.#prefixed.some(({ pattern }) => matchesModule(module, pattern.module));
  }
}

/** An entry with one of its facets. */
export interface Of<Facet> {
  readonly entry: Entry;
  readonly facet: Facet;
}

export type LaunchKind = 'promise' | 'lazy' | 'no';

/** The catalog by what the engine asks for. Built once for a list of entries. */
export interface Catalog {
  readonly entries: readonly Entry[];
  /** Modules that the user's settings describe; they may be code of the user's own. */
  readonly described: ReadonlySet<string>;
  /**
   * The same without the sinks that settings and options name: who runs what does not depend on them, so that
   * configurations which differ in them alone share it.
   */
  readonly forHandlers: Catalog;
  /** Packages that an entry is about. */
  readonly packageNames: ReadonlySet<string>;
  /** Those of them that take handlers: who depends on one may be a server. */
  readonly serverPackages: ReadonlySet<string>;
  /** What imports may begin with in packages that depend on some others. */
  readonly aliases: readonly {
    readonly alias: string;
    readonly folders: readonly string[];
    readonly packages: readonly string[];
  }[];
  readonly receivers: PatternIndex<{ entry: Entry; receiver: string }>;
  readonly starts: PatternIndex<Start>;
  readonly scopes: PatternIndex<Scope>;
  readonly scopeMethods: ReadonlyMap<string, Scope>;
  readonly leases: PatternIndex<Lease>;
  readonly shutdowns: PatternIndex<Entry>;
  readonly registrationsByMethod: ReadonlyMap<string, readonly Of<Registration>[]>;
  readonly registeringCalls: PatternIndex<Of<Registration>>;
  readonly decorators: PatternIndex<Of<Decorator>>;
  readonly objectTypes: PatternIndex<Of<ObjectForm>>;
  readonly objectsByTypeName: ReadonlyMap<string, readonly Of<ObjectForm>[]>;
  readonly objectsByVariable: ReadonlyMap<string, readonly Of<ObjectForm>[]>;
  readonly interfaces: PatternIndex<Of<ClassForm>>;
  readonly baseClasses: PatternIndex<Of<ClassForm>>;
  readonly classDecorators: PatternIndex<Of<ClassForm>>;
  readonly decorationsByMethod: ReadonlyMap<string, readonly Of<Decoration>[]>;
  readonly decorationsByProperty: ReadonlyMap<string, readonly Of<Decoration>[]>;
  readonly handlerTypes: PatternIndex<Entry>;
  readonly pluginTypes: PatternIndex<Entry>;
  readonly thenables: PatternIndex<Entry>;
  readonly lazyTypes: PatternIndex<Entry>;
  readonly parameterTypes: PatternIndex<Entry>;
  readonly dropMethods: ReadonlyMap<string, Drop>;
  readonly drops: PatternIndex<Drop>;
  readonly sinkMethods: ReadonlyMap<string, Sink>;
  readonly sinks: PatternIndex<Sink>;
  readonly launches: PatternIndex<{ entry: Entry; launch: LaunchKind; enqueue: boolean }>;
}

/**
 * @param described - modules that the user's settings describe
 * @param forHandlers - the same without the sinks that settings and options name; the catalog itself when left out
 */
export function buildCatalog(
  entries: readonly Entry[],
  described: ReadonlySet<string> = new Set(),
  forHandlers?: Catalog,
): Catalog {
  const registrationsByMethod = new Map<string, Of<Registration>[]>();
  const objectsByTypeName = new Map<string, Of<ObjectForm>[]>();
  const objectsByVariable = new Map<string, Of<ObjectForm>[]>();
  const decorationsByMethod = new Map<string, Of<Decoration>[]>();
  const decorationsByProperty = new Map<string, Of<Decoration>[]>();
  const scopeMethods = new Map<string, Scope>();
  const dropMethods = new Map<string, Drop>();
  const sinkMethods = new Map<string, Sink>();
  const catalog: Catalog & Record<'entries', unknown> = {
    entries,
    described,
    get forHandlers(): Catalog {
      return forHandlers ?? catalog;
    },
    packageNames: new Set(entries.flatMap(({ packages }) => packages)),
    serverPackages: new Set(entries.filter(takesHandlers).flatMap(({ packages }) => packages)),
    aliases: entries.flatMap(({ aliases = {}, packages }) =>
      Object.entries(aliases).map(([alias, folders]) => ({ alias, folders, packages })),
    ),
    receivers: new PatternIndex<{ entry: Entry; receiver: string }>(),
    starts: new PatternIndex<Start>(),
    scopes: new PatternIndex<Scope>(),
    scopeMethods,
    leases: new PatternIndex<Lease>(),
    shutdowns: new PatternIndex<Entry>(),
    registrationsByMethod,
    registeringCalls: new PatternIndex<Of<Registration>>(),
    decorators: new PatternIndex<Of<Decorator>>(),
    objectTypes: new PatternIndex<Of<ObjectForm>>(),
    objectsByTypeName,
    objectsByVariable,
    interfaces: new PatternIndex<Of<ClassForm>>(),
    baseClasses: new PatternIndex<Of<ClassForm>>(),
    classDecorators: new PatternIndex<Of<ClassForm>>(),
    decorationsByMethod,
    decorationsByProperty,
    handlerTypes: new PatternIndex<Entry>(),
    pluginTypes: new PatternIndex<Entry>(),
    thenables: new PatternIndex<Entry>(),
    lazyTypes: new PatternIndex<Entry>(),
    parameterTypes: new PatternIndex<Entry>(),
    dropMethods,
    drops: new PatternIndex<Drop>(),
    sinkMethods,
    sinks: new PatternIndex<Sink>(),
    launches: new PatternIndex<{ entry: Entry; launch: LaunchKind; enqueue: boolean }>(),
  } satisfies Catalog;
  for (const entry of entries) {
    addHandlers(entry);
    addWork(entry);
  }
  return catalog;

  function addHandlers(entry: Entry): void {
    for (const [receiver, { values }] of Object.entries(entry.receivers ?? {})) {
      for (const pattern of values ?? []) catalog.receivers.add(pattern, { entry, receiver });
    }
    for (const start of entry.starts ?? []) for (const pattern of start.calls) catalog.starts.add(pattern, start);
    for (const pattern of entry.shutdowns ?? []) catalog.shutdowns.add(pattern, entry);
    for (const facet of entry.registrations ?? []) {
      for (const method of facet.methods ?? []) append(registrationsByMethod, method, { entry, facet });
      for (const pattern of facet.calls ?? []) catalog.registeringCalls.add(pattern, { entry, facet });
    }
    for (const facet of entry.decorators ?? [])
      for (const pattern of facet.names) catalog.decorators.add(pattern, { entry, facet });
    for (const facet of entry.objects ?? []) {
      for (const pattern of facet.types ?? []) catalog.objectTypes.add(`typed ${pattern}`, { entry, facet });
      for (const name of facet.typeNames ?? []) append(objectsByTypeName, name, { entry, facet });
      for (const name of facet.variables ?? []) append(objectsByVariable, name, { entry, facet });
    }
    for (const facet of entry.classes ?? []) {
      for (const pattern of facet.implements ?? []) catalog.interfaces.add(pattern, { entry, facet });
      for (const pattern of facet.extends ?? []) catalog.baseClasses.add(pattern, { entry, facet });
      for (const pattern of facet.decorated ?? []) catalog.classDecorators.add(pattern, { entry, facet });
    }
    for (const facet of entry.decorations ?? []) {
      for (const method of facet.methods ?? []) append(decorationsByMethod, method, { entry, facet });
      if (facet.property !== undefined) append(decorationsByProperty, facet.property, { entry, facet });
    }
    for (const pattern of entry.types?.handlers ?? []) catalog.handlerTypes.add(`typed ${pattern}`, entry);
    for (const pattern of entry.types?.parameters ?? []) catalog.parameterTypes.add(`typed ${pattern}`, entry);
    for (const pattern of entry.plugins?.types ?? []) catalog.pluginTypes.add(`typed ${pattern}`, entry);
  }

  function addWork(entry: Entry): void {
    for (const scope of entry.scopes ?? []) {
      if (scope.method !== undefined) scopeMethods.set(scope.method, scope);
      for (const pattern of scope.calls ?? []) catalog.scopes.add(pattern, scope);
    }
    for (const lease of entry.leases ?? []) for (const pattern of lease.calls) catalog.leases.add(pattern, lease);
    for (const pattern of entry.thenables ?? []) catalog.thenables.add(`typed ${pattern}`, entry);
    for (const pattern of entry.lazyTypes ?? []) catalog.lazyTypes.add(`typed ${pattern}`, entry);
    for (const drop of entry.drops ?? []) {
      if (drop.method !== undefined) dropMethods.set(drop.method, drop);
      for (const pattern of drop.values ?? []) catalog.drops.add(pattern, drop);
    }
    for (const sink of entry.sinks ?? []) {
      if (sink.method !== undefined) sinkMethods.set(sink.method, sink);
      for (const pattern of sink.values ?? []) {
        catalog.sinks.add(pattern, sink);
        // What a sink gives back is nothing to await.
        catalog.launches.add(pattern, { entry, launch: 'no', enqueue: false });
      }
    }
    // What is known not to be a launch wins over a wider pattern, and a call that starts a lazy chain (`exec()`) over
    // the chain.
    for (const pattern of entry.lookalikes ?? [])
      catalog.launches.add(pattern, { entry, launch: 'no', enqueue: false });
    for (const pattern of entry.enqueues ?? [])
      catalog.launches.add(pattern, { entry, launch: 'promise', enqueue: true });
    for (const pattern of entry.launches ?? [])
      catalog.launches.add(pattern, { entry, launch: 'promise', enqueue: false });
    for (const pattern of entry.lazy ?? []) catalog.launches.add(pattern, { entry, launch: 'lazy', enqueue: false });
  }
}

function append<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const items = map.get(key);
  if (items === undefined) map.set(key, [item]);
  else items.push(item);
}
