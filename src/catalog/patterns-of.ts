import type { Entry, Pattern } from './entry.ts';

/** Every pattern of an entry, of all its facets; those of types with the word `typed`. */
export function patternsOf(entry: Entry): Pattern[] {
  const types = [
    ...(entry.types?.handlers ?? []),
    ...(entry.types?.parameters ?? []),
    ...(entry.plugins?.types ?? []),
    ...(entry.objects ?? []).flatMap((form) => form.types ?? []),
    ...(entry.thenables ?? []),
    ...(entry.lazyTypes ?? []),
  ];
  const values = [
    ...Object.values(entry.receivers ?? {}).flatMap((receiver) => receiver.values ?? []),
    ...(entry.registrations ?? []).flatMap(({ calls }) => calls ?? []),
    ...(entry.decorators ?? []).flatMap(({ names, on }) => (on === undefined ? names : [...names, on])),
    ...(entry.classes ?? []).flatMap((form) => [
      ...(form.implements ?? []),
      ...(form.extends ?? []),
      ...(form.decorated ?? []),
    ]),
    ...[...(entry.sinks ?? []), ...(entry.drops ?? [])].flatMap((api) => api.values ?? []),
    ...(entry.starts ?? []).flatMap(({ calls }) => calls),
    ...(entry.scopes ?? []).flatMap(({ calls }) => calls ?? []),
    ...(entry.leases ?? []).flatMap(({ calls }) => calls),
    ...(entry.shutdowns ?? []),
    ...(entry.launches ?? []),
    ...(entry.lazy ?? []),
    ...(entry.enqueues ?? []),
    ...(entry.lookalikes ?? []),
  ];
  return [...new Set([...values, ...types.map((pattern) => `typed ${pattern}`)])];
}
