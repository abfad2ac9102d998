/** What holds a tree, and can do without: it is made again when it is asked for. */
export interface Holder {
  readonly text: string | undefined;
  result?: unknown;
}

/**
 * So much text may have its trees kept, in UTF-16 units: about a thousand files. A tree takes, with its scopes and what
 * is found out of it, about sixty times its text.
 */
let mostText = 2_000_000;

/** Least recently asked for first. */
const holders = new Set<Holder>();
let kept = 0;

/** Keeps fewer trees, as this is one of several threads. */
export function keepLess(threads: number): void {
  mostText = Math.floor(mostText / threads);
}

/** Notes that the tree of `holder` was asked for. Where too many are kept, those go that were not asked for longest. */
export function useTree(holder: Holder): void {
  if (!holders.delete(holder)) kept += sizeOf(holder);
  holders.add(holder);
  for (const oldest of holders) {
    if (kept <= mostText || oldest === holder) return;
    dropTree(oldest);
  }
}

/** Lets the tree of a holder go, and forgets the holder. */
export function dropTree(holder: Holder): void {
  if (!holders.delete(holder)) return;
  kept -= sizeOf(holder);
  holder.result = undefined;
}

function sizeOf({ text }: Holder): number {
  return text?.length ?? 0;
}
