import { statOf } from './stat.ts';

/** When folders and files last changed, by path; undefined if that is too recent to rely on. */
export type Traces = ReadonlyMap<string, number | undefined>;

/** The coarsest clock of a file system: two changes within this time may look like one. */
const COARSEST_MS = 2_000;

/** The time by the clock of the machine, in milliseconds. */
export function realTime(): number {
  return performance.timeOrigin + performance.now();
}

/**
 * Looks up when folders and files last changed; a missing one counts, too. The time of a folder tells whether something
 * came or went directly in it.
 *
 * @param since - the `realTime` before they were read
 */
export function tracesOf(paths: Iterable<string>, since: number): Traces {
  return new Map(
    [...paths].map((path) => {
      const time = timeOf(path);
      return [path, time < since - COARSEST_MS ? time : undefined];
    }),
  );
}

/** Whether a folder or file may have changed since. */
export function hasChanged(traces: Traces): boolean {
  for (const [path, time] of traces) if (time === undefined || timeOf(path) !== time) return true;
  return false;
}

function timeOf(path: string): number {
  return statOf(path)?.mtimeMs ?? 0;
}
