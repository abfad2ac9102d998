/** In milliseconds; see `freshFor`. */
const LEAST = 2_000;
const TIMES_ITS_COST = 100;

/**
 * How long what is looked for on the disk as a whole is taken as unchanged, in milliseconds; where there is much of it
 * so long that looking takes no more than one part in a hundred of the time.
 */
export function freshFor(costMs: number): number {
  return Math.max(LEAST, costMs * TIMES_ITS_COST);
}

/** How long what was read from the disk is taken as unchanged. */
export class Freshness {
  #isFrozen = false;

  /**
   * Takes the disk as unchanged from now on: for a process that runs one command. An editor's or a watcher's lives on,
   * and looks again.
   */
  freeze(): void {
    this.#isFrozen = true;
  }

  /** Whether what was looked at some time ago is taken as unchanged. */
  isFresh(checkedAt: number, forMs: number): boolean {
    return this.#isFrozen || Date.now() - checkedAt < forMs;
  }
}
