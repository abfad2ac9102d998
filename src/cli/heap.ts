import { setFlagsFromString } from 'node:v8';

/** Bytes of heap in use from which on it is large. */
const LARGE = 250_000_000;

/**
 * Gives a function that tells the bytes of heap in use, for a process of the command's own. V8 lets a large heap grow to
 * twice what lives in it before it collects, so that most of it is garbage, for which trees would have to go. From
 * `large` on it is told to collect after a growth of three tenths.
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

/** A runtime without V8 may refuse. */
function tell(setFlags: (flags: string) => void): void {
  try {
    setFlags('--heap-growing-percent=30');
  } catch {
    // Then its heap grows as it likes.
  }
}

function heapUsed(): number {
  return process.memoryUsage().heapUsed;
}
