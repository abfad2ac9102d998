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
const ROOMY_HEAP = 700_000_000;
/** The heap is looked at so often while as much text is parsed as may always be kept. */
const LOOKS = 20;

/** Which trees are kept: those that were asked for last, up to a bound. */
export class Trees {
  #mostText = TEXT_KEPT;
  #hasRoom = true;
  #sinceLook = 0;
  /** Least recently asked for first. */
  readonly #holders = new Set<Holder>();
  #kept = 0;
  readonly #heapInUse: () => number;

  /** @param heapInUse - bytes; what waits to be collected counts */
  constructor(heapInUse = usedHeap) {
    this.#heapInUse = heapInUse;
  }

  /** Keeps fewer trees, as this is one of several threads. */
  keepLess(threads: number): void {
    this.#mostText = Math.floor(this.#mostText / threads);
  }

  /** Notes that the tree of `holder` was asked for. Where too many are kept, those go that were not asked for longest. */
  use(holder: Holder): void {
    if (!this.#holders.delete(holder)) {
      const size = sizeOf(holder);
      this.#kept += size;
      this.#look(size);
    }
    this.#holders.add(holder);
    const most = this.#hasRoom ? this.#mostText * WITH_ROOM : this.#mostText;
    for (const oldest of this.#holders) {
      if (this.#kept <= most || oldest === holder) return;
      this.drop(oldest);
    }
  }

  #look(added: number): void {
    this.#sinceLook += added;
    if (this.#sinceLook < this.#mostText / LOOKS) return;
    this.#sinceLook = 0;
    this.#hasRoom = this.#heapInUse() < ROOMY_HEAP;
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

/** In a browser there is always room: all that it has are examples. */
function usedHeap(): number {
  return typeof process === 'undefined' ? 0 : process.memoryUsage().heapUsed;
}
