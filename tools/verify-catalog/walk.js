// Follows the steps of a pattern through typings: from a module's export, through names and calls.
import { callSpots, instanceSpots, memberSpots, namesOf } from './spots.js';

/**
 * @typedef {object} Outcome
 * @property {'present' | 'wildcard' | 'unknown' | 'missing'} state
 * @property {number} [at] The number of steps before it stopped.
 * @property {string} [reason]
 * @property {readonly string[]} [near] The nearest existing names.
 */

/**
 * @param {import('typescript').TypeChecker} checker
 * @param {import('./spots.js').Spot} root A module, or the globals.
 * @param {readonly string[]} steps
 * @param {boolean} typed
 * @returns {Outcome}
 */
export function walk(checker, root, steps, typed) {
  let spots = [root];
  for (const [at, step] of steps.entries()) {
    if (step === '*' || step === '**') return { state: 'wildcard', at, reason: 'not checked past a wildcard' };
    const { next, lack, near = [] } = stepFrom(checker, spots, step, typed);
    if (next.spots.length === 0 && next.open !== undefined) return { state: 'unknown', at, reason: next.open };
    if (next.spots.length === 0) return { state: 'missing', at, reason: next.missing ?? lack, near };
    spots = next.spots;
  }
  return { state: 'present' };
}

/** @returns the places one step further, and the reason to give if there are none */
function stepFrom(checker, spots, step, typed) {
  if (step === 'new') return { next: instanceSpots(checker, spots, typed), lack: 'there is no instance of it' };
  if (step === '()' || step === '`…`') return { next: callSpots(checker, spots), lack: 'it is no function' };
  const next = memberSpots(checker, spots, step);
  const near = next.spots.length === 0 ? nearest(step, namesOf(checker, spots)) : [];
  return { next, lack: `there is no "${step}"`, near };
}

/** Up to three names by edit distance, ignoring case. */
export function nearest(name, names) {
  return [...new Set(names)]
    .map((other) => ({ other, distance: distance(name.toLowerCase(), other.toLowerCase()) }))
    .filter((row) => row.distance <= Math.max(2, name.length / 2))
    .sort((one, two) => one.distance - two.distance || one.other.localeCompare(two.other))
    .slice(0, 3)
    .map(({ other }) => other);
}

function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1)
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[other.length];
}
