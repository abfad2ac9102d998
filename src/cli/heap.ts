import { setFlagsFromString } from 'node:v8';

/** From this many bytes in use, the heap counts as large. */
const LARGE = 250_000_000;

/**
 * Returns a function that gives the bytes of heap in use, for a process that runs only this command. Before V8
 * collects, it lets a large heap grow to twice its live size, so that trees would be dropped to make room for garbage.
 * Once the heap is larger than `large`, V8 is told to collect after 30% growth.
 */
export function heapWatch(large = LARGE, setFlags = setFlagsFromString, heapInUse = heapUsed): () => number {
  let isTold = false;
  return () => {
    const bytes = heapInUse();
    if (!isTold && bytes > large) {
      isTold = true;
      tell(setFlags);
    }
    return bytes;
  };
}

/** Runtimes without V8 may refuse. */
function tell(setFlags: (flags: string) => void): void {
  try {
    setFlags('--heap-growing-percent=30');
  } catch {
    // Their heaps then grow as before.
  }
}

function heapUsed(): number {
  return process.memoryUsage().heapUsed;
}
