/**
 * How much work the analyses have done in this process. Unlike time, it is the same on every machine:
 * `tests/bench/operations.test.ts` holds it to bounds.
 * Nothing else reads it.
 */
export const counts = {
  /** Texts parsed by our parser. */
  parsed: 0,
  /** Nodes that walks over trees have come by. */
  visited: 0,
  /** Imports that the resolver was asked for. */
  resolved: 0,
  /** Expressions that were evaluated, and not known yet. */
  evaluated: 0,
  /** Files whose part in the call graph was found out. */
  summarised: 0,
  /** Call graphs that were made of a package. */
  graphed: 0,
};
