import type { Start } from '../entry.ts';
import type { FacetsOf } from './facet.ts';
import { choice, flag, list, maybe, patterns, row, texts } from './shape.ts';

/** How a program starts and ends its server. */
export const SERVING: FacetsOf<'starts' | 'shutdowns'> = {
  starts: {
    holds: list(
      row<Start>({
        calls: patterns,
        closable: choice('result', 'receiver'),
        promised: maybe(flag),
        ends: maybe(texts),
      }),
    ),
    findsHandlers: false,
    index(starts, _, into) {
      for (const start of starts) into.starts.addAll(start.calls, start);
    },
  },
  shutdowns: {
    holds: patterns,
    findsHandlers: false,
    index(shutdowns, entry, into) {
      into.shutdowns.addAll(shutdowns, entry);
    },
  },
};
