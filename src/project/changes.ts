/** Counts up whenever a known file, or which files there are, turns out to be different. */
let generation = 0;
/** Before this one everything was found out that may have to do with files that came or went. */
let allChangedAt = 0;
/** When a file last changed, or one that was looked into for it. */
const changedAt = new Map<string, number>();
/** For each file those whose code was followed into it. */
const readers = new Map<string, Set<string>>();

/** Changes with every change; as long as it is the same, nothing need be asked. */
export function currentGeneration(): number {
  return generation;
}

/** Says that code of the file `reader` was followed into `path`: what is known of the one depends on the other. */
export function noteRead(reader: string, path: string): void {
  const known = readers.get(path);
  if (known === undefined) readers.set(path, new Set([reader]));
  else known.add(reader);
}

/**
 * Says that a file is different, and with it all that was found out by way of it; without a path, that files came or
 * went.
 */
export function noteChange(path?: string): void {
  generation += 1;
  if (path === undefined) {
    allChangedAt = generation;
    return;
  }
  const pending = [path];
  for (const changed of pending) {
    if (changedAt.get(changed) === generation) continue;
    changedAt.set(changed, generation);
    pending.push(...(readers.get(changed) ?? []));
  }
}

/**
 * Whether what was found out about a file in the generation `since` still holds: neither it nor a file that it was
 * followed into has changed.
 */
export function holdsSince(path: string, since: number): boolean {
  return since === generation || (since >= allChangedAt && since >= (changedAt.get(path) ?? 0));
}
