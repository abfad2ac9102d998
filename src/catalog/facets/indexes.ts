import type {
  ClassForm,
  Decoration,
  Decorator,
  Drop,
  Entry,
  Extended,
  Lease,
  ObjectForm,
  Registration,
  Scope,
  Sink,
  Hand,
  Mapping,
  NamedParameter,
  Start,
  Synchronous,
  Yield,
} from '../entry.ts';
import { PatternIndex } from '../pattern-index.ts';
import { addTo } from '../../syntax/grouping.ts';

/** An entry with one of its facets. */
export interface Of<Facet> {
  readonly entry: Entry;
  readonly facet: Facet;
}

export type LaunchKind = 'promise' | 'lazy' | 'no';

/** Facets, indexed by a name: a method, a variable, a type. */
class NameIndex<Item> {
  readonly #items = new Map<string, Item[]>();

  addAll(names: readonly string[] | undefined, item: Item): void {
    for (const name of names ?? []) addTo(this.#items, name, item);
  }

  get(name: string): readonly Item[] | undefined {
    return this.#items.get(name);
  }

  get size(): number {
    return this.#items.size;
  }
}

/** All indexes that the engine uses, still empty. Each facet of an entry fills its own. */
export function createIndexes() {
  return {
    receivers: new PatternIndex<{ entry: Entry; receiver: string }>(),
    registrationsByMethod: new NameIndex<Of<Registration>>(),
    registeringCalls: new PatternIndex<Of<Registration>>(),
    decorators: new PatternIndex<Of<Decorator>>(),
    objectTypes: new PatternIndex<Of<ObjectForm>>(),
    objectsByTypeName: new NameIndex<Of<ObjectForm>>(),
    objectsByVariable: new NameIndex<Of<ObjectForm>>(),
    objectsByMember: new NameIndex<Of<ObjectForm>>(),
    interfaces: new PatternIndex<Of<ClassForm>>(),
    baseClasses: new PatternIndex<Of<ClassForm>>(),
    classDecorators: new PatternIndex<Of<ClassForm>>(),
    decorationsByMethod: new NameIndex<Of<Decoration>>(),
    decorationsByProperty: new NameIndex<Of<Decoration>>(),
    handlerTypes: new PatternIndex<Entry>(),
    parameterTypes: new PatternIndex<Entry>(),
    pluginTypes: new PatternIndex<Entry>(),
    starts: new PatternIndex<Start>(),
    shutdowns: new PatternIndex<Entry>(),
    scopes: new PatternIndex<Scope>(),
    scopeMethods: new Map<string, Scope>(),
    leases: new PatternIndex<Lease>(),
    hands: new PatternIndex<Hand>(),
    namedParameters: new NameIndex<Of<NamedParameter>>(),
    extended: new PatternIndex<Extended>(),
    storing: new PatternIndex<Entry>(),
    /** Methods that return a value kept under a key. */
    keyedReads: new Set<string>(),
    maps: new PatternIndex<Mapping>(),
    forwards: new PatternIndex<Entry>(),
    synchronous: new PatternIndex<Synchronous>(),
    yields: new PatternIndex<Of<Yield> | undefined>(),
    drops: new PatternIndex<Drop>(),
    dropMethods: new Map<string, Drop>(),
    sinks: new PatternIndex<Sink>(),
    sinkMethods: new Map<string, Sink>(),
    launches: new PatternIndex<{ entry: Entry; launch: LaunchKind; enqueue: boolean; quiet?: true }>(),
    thenables: new PatternIndex<Entry>(),
    lazyTypes: new PatternIndex<Entry>(),
  };
}

export type Indexes = ReturnType<typeof createIndexes>;
