import { setTimeout } from 'node:timers';
import { watchThread } from './watch.ts';
import { observedBy } from './report.ts';
import { Unit } from './unit.ts';

/** Importing this file starts watching the thread. */
const watch = watchThread();

/** The options of `expectNothingLost`. */
export interface ExpectOptions {
  /** How long to wait for requests that are still being answered; a second by default. */
  readonly timeoutMs?: number;
}

/**
 * Runs a unit of work other than a request, such as a job or a message. What it launches should be over when the unit
 * is.
 *
 * @param name - the name under which losses are reported: the kind of the unit, not its id
 * @param run - called at once; its result is returned. The unit ends when the result settles
 */
export function observe<Result>(name: string, run: () => Result): Result {
  return watch === undefined ? run() : watch.detector.run(new Unit(() => name), run);
}

/**
 * Resolves if nothing was lost since the last call, else rejects with the places. Waits for the requests that are still
 * being answered.
 */
export async function expectNothingLost({ timeoutMs = 1000 }: ExpectOptions = {}): Promise<void> {
  if (watch === undefined) return;
  const { detector, ends } = watch;
  ends.isSilent = true;
  if (!detector.isQuiet)
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        leave();
        resolve();
      };
      const timer = setTimeout(done, timeoutMs);
      const leave = detector.listen(() => {
        if (detector.isQuiet) done();
      });
    });
  const { sites } = observedBy(detector, process.cwd());
  const fresh = sites.flatMap((site) => {
    const key = `${site.file}:${site.line}:${site.column}`;
    const count = site.count - (ends.told.get(key) ?? 0);
    ends.told.set(key, site.count);
    return count <= 0
      ? []
      : [`  ${key}  ${site.callee}  (${site.units.map(({ name }) => name).join(', ')}), ${count} times`];
  });
  if (fresh.length > 0) throw new Error(`Promises outlived the request that launched them:\n${fresh.join('\n')}`);
}
