/** The platform's types that hold values of one type, with the index of the type argument for it. */
export const HOLDERS: ReadonlyMap<string, number> = new Map([
  ['Array', 0],
  ['Map', 1],
  ['ReadonlyMap', 1],
  ['WeakMap', 1],
  ['Set', 0],
  ['ReadonlySet', 0],
  ['Iterable', 0],
  ['IterableIterator', 0],
  ['Iterator', 0],
  ['Generator', 0],
  ['AsyncIterable', 0],
  ['AsyncIterableIterator', 0],
  ['AsyncGenerator', 0],
]);
