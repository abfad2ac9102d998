import type { Position, Sources } from './source-map.ts';
import { endOf, offsetOf, unmatched } from './program-text.ts';

/** How many characters before and after a call are read. */
const FARTHEST = 4000;
const PROMISE = /\bnew Promise(?:<[^()]*>)?$/;
/** The names of the functions that an executor is given, in text without white space at its ends. */
const GIVEN = /^(?:async )?(?:function [\w$]*)?\(?([\w$]+)(?::[^,)]*)?(?:, ?([\w$]+))?/;

/**
 * Whether an expression settles the promise around it: `new Promise((resolve) => { run(x).then(resolve); })`. Whoever
 * waits for that promise waits for the expression, as long as it can matter.
 *
 * @param position - where the expression begins
 */
export function settlesPromiseAround(position: Position, sources: Sources): boolean {
  const text = sources.textOf(position.file);
  const begin = text === undefined ? undefined : offsetOf(position, text);
  if (text === undefined || begin === undefined) return false;
  const outwards = (from: number): number | undefined => unmatched(text, from - 1, begin - FARTHEST);
  for (let at = outwards(begin); at !== undefined; at = outwards(at)) {
    if (!PROMISE.test(text.slice(Math.max(0, at - 80), at))) continue;
    const [, ...names] = GIVEN.exec(text.slice(at + 1, begin).trimStart()) ?? [];
    const words: readonly string[] = text.slice(begin, endOf(text, begin, begin + FARTHEST)).match(/[\w$.]+/g) ?? [];
    return names.some((name: string | undefined) => name !== undefined && words.includes(name));
  }
  return false;
}
