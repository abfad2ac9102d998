import type { Answers, Signs } from '../entry.ts';
import type { FacetsOf } from './facet.ts';
import { choice, either, flag, maybe, number, numbers, row, text, texts } from './shape.ts';

/**
 * What a framework does with a handler, and with what the handler leaves behind. The engine reads these from the
 * handler's entry.
 */
export const ANSWERING: FacetsOf<
  'answers' | 'returned' | 'sendsReturned' | 'continuation' | 'runtime' | 'flavour' | 'signs'
> = {
  answers: {
    holds: row<Answers>({
      parameters: numbers,
      withError: maybe(numbers),
      ends: texts,
      serialises: maybe(texts),
      assigns: maybe(texts),
    }),
    findsHandlers: false,
  },
  returned: { holds: choice('awaited', 'caught', 'ignored'), findsHandlers: false },
  sendsReturned: { holds: flag, findsHandlers: false },
  continuation: { holds: either<[number, string]>(number, text), findsHandlers: false },
  runtime: { holds: choice('frozen', 'cancelled'), findsHandlers: false },
  signs: {
    holds: row<Signs>({ packages: maybe(texts), files: maybe(texts), imports: maybe(texts) }),
    findsHandlers: false,
  },
  flavour: { holds: choice('vercel', 'cloudflare', 'netlify', 'supabase', 'lambda'), findsHandlers: false },
};
