/** Used for the hash in a helper's header; the playground writes no helper. */
export function createHash(): never {
  throw new Error('The playground writes no helper.');
}
