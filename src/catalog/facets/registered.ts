import type {
  Decoration,
  Directive,
  FileConvention,
  GeneratedModule,
  NamedIn,
  FilePosition,
  Position,
  Receiver,
  Registration,
  Store,
} from '../entry.ts';
import { WRAPS } from '../entry.ts';
import type { FacetsOf } from './facet.ts';
import {
  choice,
  either,
  flag,
  kind,
  list,
  maybe,
  number,
  patterns,
  record,
  regularExpression,
  row,
  text,
  texts,
} from './shape.ts';

type Below = Extract<Position, { option: string }>;

const position = either<[number, 'last' | 'all' | 'rest', Below, { action: number }, FilePosition]>(
  number,
  choice('last', 'all', 'rest'),
  row<Below>({ option: text, argument: maybe(number) }),
  row({ action: number }),
  row<FilePosition>({ file: number, under: maybe(text), each: maybe(flag), named: maybe(text) }),
);

/** Handlers that code registers with a call, and those that a framework loads because of their path. */
export const REGISTERED: FacetsOf<
  | 'receivers'
  | 'receiverNames'
  | 'registrations'
  | 'decorations'
  | 'stores'
  | 'files'
  | 'aliases'
  | 'generated'
  | 'directives'
  | 'shapes'
> = {
  receivers: {
    holds: record(
      row<Receiver>({
        values: maybe(patterns),
        from: maybe(row({ receiver: text, method: text })),
        chains: maybe(flag),
        through: maybe(texts),
      }),
    ),
    findsHandlers: true,
    index(receivers, entry, into) {
      for (const [receiver, { values }] of Object.entries(receivers))
        into.receivers.addAll(values, { entry, receiver });
    },
  },
  receiverNames: { holds: texts, findsHandlers: false },
  aliases: { holds: record(texts), findsHandlers: false },
  generated: {
    holds: list(row<GeneratedModule>({ as: text, folders: texts, ending: text, says: regularExpression })),
    findsHandlers: false,
  },
  registrations: {
    holds: list(
      row<Registration>({
        on: maybe(text),
        methods: maybe(texts),
        verbs: maybe(record(text)),
        calls: maybe(patterns),
        handlers: list(position),
        kind: maybe(kind),
        label: text,
        events: maybe(texts),
        minimumArguments: maybe(number),
        autoImported: maybe(flag),
        gives: maybe(record(text)),
        givesUnder: maybe(record(record(text))),
        plugin: maybe(flag),
        drops: maybe(flag),
      }),
    ),
    findsHandlers: true,
    index(registrations, entry, into) {
      for (const facet of registrations) {
        into.registrationsByMethod.addAll(facet.methods, { entry, facet });
        into.registeringCalls.addAll(facet.calls, { entry, facet });
      }
    },
  },
  decorations: {
    holds: list(row<Decoration>({ on: maybe(text), methods: maybe(texts), property: maybe(text) })),
    findsHandlers: false,
    index(decorations, entry, into) {
      for (const facet of decorations) {
        into.decorationsByMethod.addAll(facet.methods, { entry, facet });
        if (facet.property !== undefined) into.decorationsByProperty.addAll([facet.property], { entry, facet });
      }
    },
  },
  stores: {
    holds: list(
      row<Store>({
        sets: maybe(texts),
        gets: maybe(texts),
        under: maybe(texts),
        itself: maybe(flag),
        through: maybe(texts),
        of: maybe(patterns),
        wraps: maybe(record(choice(...WRAPS))),
      }),
    ),
    findsHandlers: false,
    index(stores, entry, into) {
      for (const store of stores) {
        into.storing.addAll(store.of, entry);
        for (const method of store.gets ?? []) into.keyedReads.add(method);
      }
    },
  },
  files: {
    holds: list(
      row<FileConvention>({
        path: regularExpression,
        omit: maybe(regularExpression),
        exports: texts,
        keys: maybe(texts),
        properties: maybe(texts),
        factory: maybe(flag),
        listedIn: maybe(text),
        namedIn: maybe(row<NamedIn>({ files: texts, says: regularExpression, below: maybe(regularExpression) })),
        unless: maybe(text),
        kind: maybe(kind),
        label: text,
      }),
    ),
    findsHandlers: true,
  },
  directives: { holds: list(row<Directive>({ text, label: text, kind: maybe(kind) })), findsHandlers: true },
  shapes: { holds: list(texts), findsHandlers: true },
};
