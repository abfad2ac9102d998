import { readFileSync } from 'node:fs';
import { statOf } from './stat.ts';

const JAVASCRIPT = /\.[cm]?js$/;
/** A JavaScript file of more bytes than this is not written by hand. */
const LARGEST = 1_500_000;
/** Smaller files cost little, whether or not they are bundles. */
const WORTH_A_LOOK = 50_000;
const LONGEST_LINES = 5_000;
/**
 * A name with a hash of the content, as in Rollup, Vite and esbuild (eight characters) and fingerprinted assets (hex).
 * Such a file was generated, whatever its lines look like.
 */
const HASHED = /[-.](?:([\w-]{8})|[\da-f]{16,64})\.[cm]?js$/;
/** A word, a version or a date, not part of a hash: `handlers`, `profile2`, `V2Client`, `20240131`. */
const WORD = /^(?:\d{0,8}|(?:[a-z]{2,8})?(?:[A-Z](?:[a-z]+|\d))*\d{0,2})$/;
/** The pieces of such a name: `users` and `API`, `k8s` and `Route`, `v2` and `Routes`. A hash has more. */
const PIECES = /[a-z]\d+[a-z](?=[A-Z]|$)|[A-Z]{1,8}(?![a-z])\d*|[A-Z]?[a-z]{1,8}\d*|[A-Z]?\d+/g;
const MOST_PIECES = 2;

/** Whether a file is a bundle: its size, its line length or its name rule out that somebody wrote it. */
export function isBundle(path: string): boolean {
  if (!JAVASCRIPT.test(path)) return false;
  const { size = 0 } = statOf(path) ?? {};
  if (size < WORTH_A_LOOK) return false;
  if (size > LARGEST || hasHash(path)) return true;
  try {
    const text = readFileSync(path, 'utf8');
    return text.length / text.split('\n').length > LONGEST_LINES;
  } catch {
    return false;
  }
}

/** Whether a file is too large to follow code into it: a bundle that other bundles import. */
export function isTooLargeToFollow(path: string, text: string): boolean {
  return text.length > LARGEST && JAVASCRIPT.test(path);
}

function hasHash(path: string): boolean {
  const [found, short] = HASHED.exec(path) ?? [];
  return found !== undefined && !short?.split(/[-_]/).every(isWord);
}

function isWord(part: string): boolean {
  const pieces = part.match(PIECES) ?? [];
  return WORD.test(part) || (pieces.length <= MOST_PIECES && !pieces.some((piece) => /^[A-Z].*\d/.test(piece)));
}
