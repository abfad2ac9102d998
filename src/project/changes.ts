/**
 * Records which files changed, and which results depend on them. A *generation* counts the changes. A result from one
 * generation is valid until a file that it depends on changes (`holdsSince`).
 */
export class Changes {
  /** The generation in which files last came or went. Results from before it may depend on that. */
  #allChangedAt = 0;
  #generation = 0;
  /** The generation in which a file, or one that it depends on, last changed. */
  readonly #changedAt = new Map<string, number>();
  /** For each file, the files whose code was followed into it. */
  readonly #readers = new Map<string, Set<string>>();

  /** For each file, the files that depend on its own text only. */
  readonly #lookers = new Map<string, Set<string>>();

  /** Rises whenever a known file changes, or files come or go. While it is the same, every result is valid. */
  get generation(): number {
    return this.#generation;
  }

  /** Records that code of the file `reader` was followed into `path`: results about the first depend on the second. */
  noteRead(reader: string, path: string): void {
    add(this.#readers, path, reader);
  }

  /**
   * Records that `path` was looked at for the file `reader`, for example because `path` calls a function of `reader`.
   * Only a change of its own text matters, not one of the files that it imports. Otherwise, an entry point that calls
   * what all files import would make all of them depend on each other.
   */
  noteLook(reader: string, path: string): void {
    add(this.#lookers, path, reader);
  }

  /**
   * Records that a file changed, which invalidates every result that depends on it; without a path, that files came or
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

  /** Who depends on which file, as plain data: names, and for each name the indexes of its readers and lookers. */
  saved(): SavedChanges {
    const names: string[] = [];
    const indexes = new Map<string, number>();
    const indexOf = (name: string): number => {
      const known = indexes.get(name);
      if (known !== undefined) return known;
      indexes.set(name, names.length);
      return names.push(name) - 1;
    };
    const rowsOf = (map: ReadonlyMap<string, ReadonlySet<string>>): number[][] =>
      [...map].map(([path, dependents]) => [indexOf(path), ...[...dependents].map(indexOf)]);
    return { readers: rowsOf(this.#readers), lookers: rowsOf(this.#lookers), names };
  }

  /** Adds what an earlier process recorded. */
  restore({ names, readers, lookers }: SavedChanges): void {
    const addAll = (map: Map<string, Set<string>>, rows: readonly (readonly number[])[]): void => {
      for (const [path = 0, ...dependents] of rows)
        for (const dependent of dependents) add(map, names[path] ?? '', names[dependent] ?? '');
    };
    addAll(this.#readers, readers);
    addAll(this.#lookers, lookers);
  }

  /**
   * Whether a result about a file from the generation `since` is still valid: since then, neither the file nor one that
   * it was followed into has changed, nor has the text of a file that was looked at for it.
   */
  holdsSince(path: string, since: number): boolean {
    return since === this.#generation || (since >= this.#allChangedAt && since >= (this.#changedAt.get(path) ?? 0));
  }
}

/** See `Changes.saved`. Each row starts with the index of a file, followed by those of its dependents. */
export interface SavedChanges {
  readonly names: readonly string[];
  readonly readers: readonly (readonly number[])[];
  readonly lookers: readonly (readonly number[])[];
}

function add(map: Map<string, Set<string>>, key: string, item: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([item]));
  else known.add(item);
}
