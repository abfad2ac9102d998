/**
 * Which files changed, and what was found out by way of them. A *generation* counts the changes: what was found out in
 * one holds as long as no file that it was found out from is different (`holdsSince`).
 */
export class Changes {
  /** Before this one everything was found out that may have to do with files that came or went. */
  #allChangedAt = 0;
  #generation = 0;
  /** When a file last changed, or one that was looked into for it. */
  readonly #changedAt = new Map<string, number>();
  /** For each file those whose code was followed into it. */
  readonly #readers = new Map<string, Set<string>>();

  /** For each file those that only its own text matters to. */
  readonly #lookers = new Map<string, Set<string>>();

  /** Counts up whenever a known file, or which files there are, turns out to be different; while it is the same, nothing need be asked. */
  get generation(): number {
    return this.#generation;
  }

  /** Says that code of the file `reader` was followed into `path`: what is known of the one depends on the other. */
  noteRead(reader: string, path: string): void {
    add(this.#readers, path, reader);
  }

  /**
   * Says that `path` was looked at for the file `reader`, as a file that calls a function of it is: a change of its own
   * text matters, one of the files that it imports does not. An entry point that calls what all files import would
   * otherwise make all of them depend on all.
   */
  noteLook(reader: string, path: string): void {
    add(this.#lookers, path, reader);
  }

  /**
   * Says that a file is different, and with it all that was found out by way of it; without a path, that files came or
   * went.
   */
  note(path?: string): void {
    this.#generation += 1;
    if (path === undefined) {
      this.#allChangedAt = this.#generation;
      return;
    }
    const pending = [path, ...(this.#lookers.get(path) ?? [])];
    for (const changed of pending) {
      if (this.#changedAt.get(changed) === this.#generation) continue;
      this.#changedAt.set(changed, this.#generation);
      pending.push(...(this.#readers.get(changed) ?? []));
    }
  }

  /**
   * Whether what was found out about a file in the generation `since` still holds: neither it nor a file that it was
   * followed into has changed, nor the own text of one that was looked at for it.
   */
  holdsSince(path: string, since: number): boolean {
    return since === this.#generation || (since >= this.#allChangedAt && since >= (this.#changedAt.get(path) ?? 0));
  }
}

function add(map: Map<string, Set<string>>, key: string, item: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([item]));
  else known.add(item);
}
