import { readFileSync, statSync } from 'node:fs';

/** Beyond so many bytes a JavaScript file is not written by hand. */
const LARGEST = 1_500_000;
/** Smaller files cost little, whatever they are. */
const WORTH_A_LOOK = 50_000;
const LONGEST_LINES = 5_000;

/** Whether a file is a bundle: too large, or of lines too long, to be anybody's source. */
export function isBundle(path: string): boolean {
  if (!/\.[cm]?js$/.test(path)) return false;
  const { size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
  if (size < WORTH_A_LOOK) return false;
  if (size > LARGEST) return true;
  try {
    const text = readFileSync(path, 'utf8');
    return text.length / text.split('\n').length > LONGEST_LINES;
  } catch {
    return false;
  }
}
