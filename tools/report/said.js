// Extracts the complaints of type checkers and test runners, as lines that can be compared between two runs.
import { stripVTControlCharacters } from 'node:util';

/** `src/a.ts(3,7): error TS…`, `✕ name (3 ms)`, `FAIL  file > name`, `not ok 3 - name`, `  3) name`, `2 failed`. */
const COMPLAINTS = [
  /\berror\b.*\bTS\d+|\bTS\d+.*\berror\b/i,
  /^\s*(?:[✕×✗✖]|FAIL|not ok \d+ -|\d+\)) +\S|\b[1-9]\d* fail(?:ed|ing|ures?)\b|^(?:#|ℹ) fail [1-9]/i,
];
/**
 * What varies between runs: positions, which shift with edits above them; durations; counts of tests that did not fail.
 */
const VARYING =
  /\(\d+,\d+\)|:\d+:\d+|\(?[\d.]+ ?m?s\)?$|\b\d+ (?:passed|skipped|total|todo)\b|\(\d+\)$|(?<=not ok )\d+|^\s*\d+\)/g;

/** The complaints of a run, repeated as often as they occur. */
export function complaintsIn(output) {
  return stripVTControlCharacters(output)
    .split(/\r?\n/)
    .filter((line) => COMPLAINTS.some((pattern) => pattern.test(line)))
    .map((line) => line.replaceAll(VARYING, '').replaceAll(/\s+/g, ' ').trim());
}

/** How many tests passed, from the runner's summary lines; 0 if there is none. */
export function passedIn(output) {
  const sums = stripVTControlCharacters(output).matchAll(
    /^\s*Tests:?\s.*?\b(\d+) passed|^\s*(\d+) passing\b|^(?:#|ℹ) pass (\d+)$|^(\d+) specs?,/gm,
  );
  return [...sums].reduce((sum, [, ...counts]) => sum + Number(counts.find((count) => count !== undefined)), 0);
}

/** The members of `after` that are not in `before`; repetitions count. */
export function added(before, after) {
  const left = [...before];
  return after.filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
