/**
 * How much work the analyses have done in this process. Unlike time, it is the same on every machine. Only tests read
 * it; `tests/bench/operations.test.ts` checks limits.
 */
export const counts = {
  /** Texts parsed by our parser. */
  parsed: 0,
  /** Nodes visited by walks over trees. */
  visited: 0,
  /** Imports that the resolver looked up. */
  resolved: 0,
  /** Expressions evaluated, except those whose value was already known. */
  evaluated: 0,
  /** Files whose summary for the call graph was made. */
  summarised: 0,
  /** Call graphs built for a package. */
  graphed: 0,
  /** Searches of the disk for the files of a package. */
  listed: 0,
};
