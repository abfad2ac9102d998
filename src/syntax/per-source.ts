import type { Source } from './source.ts';

const FACTS = Symbol('what was found out about a source');

/**
 * Remembers a result about a source on the source itself, so that both are freed together. A WeakMap would keep trees
 * for long, because the garbage collection of young objects treats its values as live.
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
  // Not enumerable: a copy of a source, with another text or tree, must not get these facts.
  Object.defineProperty(source, FACTS, { value: facts, enumerable: false });
  return facts;
}
