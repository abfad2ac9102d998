/** In milliseconds; see `freshFor`. */
const LEAST = 2_000;
const TIMES_ITS_COST = 100;

/**
 * How long the result of a disk search counts as unchanged, in milliseconds. After an expensive search, this is long
 * enough that searching takes at most one percent of the time.
 */
export function freshFor(costMs: number): number {
  return Math.max(LEAST, costMs * TIMES_ITS_COST);
}

/** How long data read from the disk counts as unchanged. */
export class Freshness {
  #isFrozen = false;

  /**
   * The disk counts as unchanged from now on. For a process that runs one command; an editor's or a watcher's process
   * continues to check.
   */
  freeze(): void {
    this.#isFrozen = true;
  }

  /** Whether data of this age still counts as unchanged. */
  isFresh(checkedAt: number, forMs: number): boolean {
    return this.#isFrozen || Date.now() - checkedAt < forMs;
  }
}
