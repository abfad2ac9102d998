/** What holds a tree, and can do without: it is made again when it is asked for. */
export interface Holder {
  readonly text: string | undefined;
  result?: unknown;
}

/**
 * So much text may have its trees kept, in UTF-16 units: about a thousand files. A tree takes, with its scopes and
 * what is found out of it, about sixty times its text.
 */
const TEXT_KEPT = 2_000_000;
/** So many times more, as long as the heap is small: what is asked of neighbouring packages is asked again and again. */
const WITH_ROOM = 8;
/** Bytes of heap in use up to which there is room for more. */
const ROOMY_HEAP = 500_000_000;

/** Which trees are kept: those that were asked for last, up to a bound. */
export class Trees {
  #mostText = TEXT_KEPT;
  #hasRoom = true;
  /** Least recently asked for first. */
  readonly #holders = new Set<Holder>();
  #kept = 0;

  /** Keeps fewer trees, as this is one of several threads. */
  keepLess(threads: number): void {
    this.#mostText = Math.floor(this.#mostText / threads);
  }

  /** Notes that the tree of `holder` was asked for. Where too many are kept, those go that were not asked for longest. */
  use(holder: Holder): void {
    if (!this.#holders.delete(holder)) {
      this.#kept += sizeOf(holder);
      if (this.#kept > this.#mostText) this.#hasRoom = heapInUse() < ROOMY_HEAP;
    }
    this.#holders.add(holder);
    const most = this.#hasRoom ? this.#mostText * WITH_ROOM : this.#mostText;
    for (const oldest of this.#holders) {
      if (this.#kept <= most || oldest === holder) return;
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

/** Bytes; what waits to be collected counts. In a browser there is always room: all that it has are examples. */
function heapInUse(): number {
  return typeof process === 'undefined' ? 0 : process.memoryUsage().heapUsed;
}
