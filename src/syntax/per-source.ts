import type { Source } from './source.ts';

const FACTS = Symbol('what was found out about a source');

/**
 * Remembers what is found out about a source, with the source itself: both go away together. A WeakMap would keep trees
 * for long,
 * as the collector of young objects takes its values for alive.
 */
export function perSource<Fact>(find: (source: Source) => Fact): (source: Source) => Fact {
  return (source) => {
    const facts = factsOf(source);
    if (!facts.has(find)) facts.set(find, find(source));
    return facts.get(find) as Fact;
  };
}

function factsOf(source: Source & { [FACTS]?: Map<unknown, unknown> }): Map<unknown, unknown> {
  const known = source[FACTS];
  if (known !== undefined) return known;
  const facts = new Map();
  // A copy of a source, with another text or tree, is to get facts of its own.
  Object.defineProperty(source, FACTS, { value: facts, enumerable: false });
  return facts;
}
