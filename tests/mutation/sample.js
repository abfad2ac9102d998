// Which mutants a sample holds: by a hash of each, so that every run draws the same, and a larger sample holds the
// smaller one.
import { createHash } from 'node:crypto';

/**
 * A name for a mutant that does not depend on the others. @param location - with lines and columns that both begin at 1
 */
export function keyOf(file, { start, end }, replacement) {
  return `${file}:${start.line - 1}:${start.column - 1}-${end.line - 1}:${end.column - 1} ${replacement}`;
}

/** @param seed - another one draws other mutants; without any, those of the figures in docs/maintainers/quality.md */
export function isDrawn(key, rate, seed = '') {
  return createHash('sha256').update(`${seed}${key}`).digest().readUInt32BE() < rate * 2 ** 32;
}
