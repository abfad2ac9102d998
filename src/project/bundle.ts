import { readFileSync, statSync } from 'node:fs';

/** Beyond so many bytes a JavaScript file is not written by hand. */
const LARGEST = 1_500_000;
/** Smaller files cost little, whatever they are. */
const WORTH_A_LOOK = 50_000;
const LONGEST_LINES = 5_000;
/**
 * A name with the hash of its content, as Rollup, Vite and esbuild (eight characters) and fingerprinted assets (hex)
 * have it: whatever its lines look like, it was emitted.
 */
const HASHED = /[-.](?:([\w-]{8})|[\da-f]{16,64})\.[cm]?js$/;
/** What tells eight characters of a hash from a word of eight letters. */
const ODD = /\d|[A-Z].{0,6}[A-Z].{0,6}[A-Z]/;

/** Whether a file is a bundle: too large, of lines too long, or of a name too odd, to be anybody's source. */
export function isBundle(path: string): boolean {
  if (!/\.[cm]?js$/.test(path)) return false;
  const { size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
  if (size < WORTH_A_LOOK) return false;
  if (size > LARGEST || hasHash(path)) return true;
  try {
    const text = readFileSync(path, 'utf8');
    return text.length / text.split('\n').length > LONGEST_LINES;
  } catch {
    return false;
  }
}

/** Whether the text of a file is so large that no code is followed into it: a bundle that other bundles import. */
export function isTooLargeToFollow(path: string, text: string): boolean {
  return text.length > LARGEST && /\.[cm]?js$/.test(path);
}

function hasHash(path: string): boolean {
  const [found, short] = HASHED.exec(path) ?? [];
  return found !== undefined && (short === undefined || ODD.test(short));
}
