let still = false;

/**
 * Takes the disk as unchanged from now on, until `refreshProject` is called: for a process that runs one command. An
 * editor's or a watcher's
 * lives on, and looks again.
 */
export function holdStill(): void {
  still = true;
}

/** Whether what was looked at some time ago is taken as unchanged. */
export function isFresh(checkedAt: number, forMs: number): boolean {
  return still || Date.now() - checkedAt < forMs;
}
