/** What holds a tree, and can do without: it is made again when it is asked for. */
export interface Holder {
  readonly text: string | undefined;
  result?: unknown;
}

/** Which trees are kept: those that were asked for last, up to a bound. */
export class Trees {
  /**
   * So much text may have its trees kept, in UTF-16 units: about a thousand files. A tree takes, with its scopes and
   * what is found out of it, about sixty times its text.
   */
  #mostText = 2_000_000;
  /** Least recently asked for first. */
  readonly #holders = new Set<Holder>();
  #kept = 0;

  /** Keeps fewer trees, as this is one of several threads. */
  keepLess(threads: number): void {
    this.#mostText = Math.floor(this.#mostText / threads);
  }

  /** Notes that the tree of `holder` was asked for. Where too many are kept, those go that were not asked for longest. */
  use(holder: Holder): void {
    if (!this.#holders.delete(holder)) this.#kept += sizeOf(holder);
    this.#holders.add(holder);
    for (const oldest of this.#holders) {
      if (this.#kept <= this.#mostText || oldest === holder) return;
      this.drop(oldest);
    }
  }

  /** Lets the tree of a holder go, and forgets the holder. */
  drop(holder: Holder): void {
    if (!this.#holders.delete(holder)) return;
    this.#kept -= sizeOf(holder);
    holder.result = undefined;
  }
}

/** The text that becomes a tree: a source map at its end, which is often longer than the code, does not. */
function sizeOf({ text = '' }: Holder): number {
  const map = text.lastIndexOf('//# sourceMappingURL=data:');
  return map < 0 ? text.length : map;
}
