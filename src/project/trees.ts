/** An object with a tree that can be dropped, because it is created again on demand. */
export interface Holder {
  readonly text: string | undefined;
  result?: unknown;
}

/**
 * How much text may keep its trees, in UTF-16 units: about a thousand files. With its scopes and everything derived
 * from it, a tree takes about sixty times as much memory as its text.
 */
const TEXT_KEPT = 2_000_000;
/**
 * How many times more may be kept while the heap is small: the same questions about neighboring packages come up
 * repeatedly.
 */
const WITH_ROOM = 8;
/** There is room for more while the heap in use is smaller than this, in bytes. */
const ROOMY_HEAP = 700_000_000;
/** How many times the heap is measured while that amount of text is parsed. */
const LOOKS = 20;
/**
 * The part of the limit that remains after a look at a large heap. Most of that may be garbage that is about to be
 * collected, and if all trees were dropped, the next edit would parse hundreds of files, whose garbage fills the heap
 * again.
 */
const REMAINS = 0.8;

/** Decides which trees are kept: the most recently used, up to a limit. */
export class Trees {
  #mostText = TEXT_KEPT;
  #mostKept = TEXT_KEPT * WITH_ROOM;
  #sinceLook = 0;
  /** Least recently used first. */
  readonly #holders = new Set<Holder>();
  #kept = 0;
  readonly #heapInUse: () => number;

  /** @param heapInUse - in bytes, including garbage that has not been collected yet */
  constructor(heapInUse = usedHeap) {
    this.#heapInUse = heapInUse;
  }

  /** Keeps fewer trees, because several threads share the memory. */
  keepLess(threads: number): void {
    this.#mostText = Math.floor(this.#mostText / threads);
    this.#mostKept = this.#mostText * WITH_ROOM;
  }

  /** Records that the tree of `holder` was used. If too many trees are kept, the least recently used are dropped. */
  use(holder: Holder): void {
    if (!this.#holders.delete(holder)) {
      const size = sizeOf(holder);
      this.#kept += size;
      this.#look(size);
    }
    this.#holders.add(holder);
    for (const oldest of this.#holders) {
      if (this.#kept <= this.#mostKept || oldest === holder) return;
      this.drop(oldest);
    }
  }

  #look(added: number): void {
    this.#sinceLook += added;
    if (this.#sinceLook < this.#mostText / LOOKS) return;
    this.#sinceLook = 0;
    const wanted = this.#mostKept * (this.#heapInUse() < ROOMY_HEAP ? 1 / REMAINS : REMAINS);
    this.#mostKept = Math.min(Math.max(wanted, this.#mostText), this.#mostText * WITH_ROOM);
  }

  /** Drops the tree of a holder, and forgets the holder. */
  drop(holder: Holder): void {
    if (!this.#holders.delete(holder)) return;
    this.#kept -= sizeOf(holder);
    holder.result = undefined;
  }
}

/**
 * The length of the text that becomes a tree. An inline source map at its end, often longer than the code, does not
 * count.
 */
function sizeOf({ text = '' }: Holder): number {
  const map = text.lastIndexOf('//# sourceMappingURL=data:');
  return map < 0 ? text.length : map;
}

/** A browser always has room: it analyzes only examples. */
function usedHeap(): number {
  return typeof process === 'undefined' ? 0 : process.memoryUsage().heapUsed;
}
