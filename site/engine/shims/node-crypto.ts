/** Used for the hash in a helper's header; the playground writes no helper. */
export function createHash(): never {
  throw new Error('The playground writes no helper.');
}

/** Used for the cache; the playground keeps none. */
export function hash(): never {
  throw new Error('The playground keeps no cache.');
}
