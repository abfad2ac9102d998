import type {
  Drop,
  Lease,
  Scope,
  Sink,
  Hand,
  Mapping,
  NamedParameter,
  Extended,
  Synchronous,
  Yield,
} from '../entry.ts';
import type { FacetsOf } from './facet.ts';
import { typed } from './facet.ts';
import { choice, flag, list, maybe, number, onePattern, patterns, row, text, texts, types } from './shape.ts';

/** A sink. Users may also write one outside an entry. */
export const sink = row<Sink>({
  values: maybe(patterns),
  method: maybe(text),
  notOn: maybe(texts),
  accepts: maybe(choice('promise', 'function', 'both')),
  verdict: maybe(choice('own', 'keep', 'process')),
});

/**
 * Calls that start work, and APIs that take it. The order matters for the index of launches, where the first match
 * counts: a call known not to launch wins over a wider pattern, and a call that starts a lazy chain (`exec()`) over the
 * chain.
 */
export const WORK: FacetsOf<
  | 'sinks'
  | 'drops'
  | 'lookalikes'
  | 'settled'
  | 'enqueues'
  | 'launches'
  | 'lazy'
  | 'lazyTypes'
  | 'thenables'
  | 'scopes'
  | 'leases'
  | 'yields'
  | 'hands'
  | 'namedParameters'
  | 'extended'
  | 'maps'
  | 'forwards'
  | 'synchronous'
> = {
  sinks: {
    holds: list(sink),
    findsHandlers: false,
    index(sinks, entry, into) {
      for (const each of sinks) {
        if (each.method !== undefined) into.sinkMethods.set(each.method, each);
        into.sinks.addAll(each.values, each);
        // A sink's result needs no `await`.
        into.launches.addAll(each.values, { entry, launch: 'no', enqueue: false });
      }
    },
  },
  drops: {
    holds: list(row<Drop>({ values: maybe(patterns), method: maybe(text), callback: number })),
    findsHandlers: false,
    index(drops, _, into) {
      for (const drop of drops) {
        if (drop.method !== undefined) into.dropMethods.set(drop.method, drop);
        into.drops.addAll(drop.values, drop);
      }
    },
  },
  lookalikes: {
    holds: patterns,
    findsHandlers: false,
    index(lookalikes, entry, into) {
      into.launches.addAll(lookalikes, { entry, launch: 'no', enqueue: false });
    },
  },
  settled: {
    holds: patterns,
    findsHandlers: false,
    index(settled, entry, into) {
      into.launches.addAll(settled, { entry, launch: 'no', enqueue: false, quiet: true });
    },
  },
  enqueues: {
    holds: patterns,
    findsHandlers: false,
    index(enqueues, entry, into) {
      into.launches.addAll(enqueues, { entry, launch: 'promise', enqueue: true });
    },
  },
  launches: {
    holds: patterns,
    findsHandlers: false,
    index(launches, entry, into) {
      into.launches.addAll(launches, { entry, launch: 'promise', enqueue: false });
    },
  },
  lazy: {
    holds: patterns,
    findsHandlers: false,
    index(lazy, entry, into) {
      into.launches.addAll(lazy, { entry, launch: 'lazy', enqueue: false });
    },
  },
  lazyTypes: {
    holds: types,
    findsHandlers: false,
    index(lazyTypes, entry, into) {
      into.lazyTypes.addAll(typed(lazyTypes), entry);
    },
  },
  thenables: {
    holds: types,
    findsHandlers: false,
    index(thenables, entry, into) {
      into.thenables.addAll(typed(thenables), entry);
    },
  },
  scopes: {
    holds: list(row<Scope>({ calls: maybe(patterns), method: maybe(text), parameter: maybe(number) })),
    findsHandlers: false,
    index(scopes, _, into) {
      for (const scope of scopes) {
        if (scope.method !== undefined) into.scopeMethods.set(scope.method, scope);
        into.scopes.addAll(scope.calls, scope);
      }
    },
  },
  leases: {
    holds: list(row<Lease>({ calls: patterns, release: text })),
    findsHandlers: false,
    index(leases, _, into) {
      for (const lease of leases) into.leases.addAll(lease.calls, lease);
    },
  },
  yields: {
    holds: list(row<Yield>({ calls: patterns, except: maybe(patterns), gives: onePattern, at: maybe(text) })),
    findsHandlers: false,
    index(yields, entry, into) {
      for (const facet of yields) {
        // The first match counts.
        into.yields.addAll(facet.except, undefined);
        into.yields.addAll(facet.calls, { entry, facet });
      }
    },
  },
  hands: {
    holds: list(
      row<Hand>({ calls: patterns, events: maybe(texts), parameter: number, is: onePattern, at: maybe(text) }),
    ),
    findsHandlers: false,
    index(hands, _, into) {
      for (const hand of hands) into.hands.addAll(hand.calls, hand);
    },
  },
  namedParameters: {
    holds: list(row<NamedParameter>({ names: texts, is: onePattern })),
    findsHandlers: false,
    index(named, entry, into) {
      for (const facet of named) into.namedParameters.addAll(facet.names, { entry, facet });
    },
  },
  extended: {
    holds: list(
      row<Extended>({
        values: patterns,
        under: texts,
        methods: maybe(texts),
        classes: maybe(texts),
        isStatic: maybe(flag),
      }),
    ),
    findsHandlers: false,
    index(extended, _, into) {
      for (const each of extended) into.extended.addAll(each.values, each);
    },
  },
  maps: {
    holds: list(row<Mapping>({ values: patterns, callback: number })),
    findsHandlers: false,
    index(maps, _, into) {
      for (const map of maps) into.maps.addAll(map.values, map);
    },
  },
  forwards: {
    holds: patterns,
    findsHandlers: false,
    index(forwards, entry, into) {
      into.forwards.addAll(forwards, entry);
    },
  },
  synchronous: {
    holds: list(row<Synchronous>({ values: patterns, option: maybe(text), callback: maybe(flag) })),
    findsHandlers: false,
    index(synchronous, _, into) {
      for (const each of synchronous) into.synchronous.addAll(each.values, each);
    },
  },
};
