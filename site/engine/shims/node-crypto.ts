/** What the header of an injected helper is signed with; the playground injects none. */
export function createHash(): never {
  throw new Error('The playground writes no helper.');
}
