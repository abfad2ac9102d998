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
