// What type-checkers and test runners complain of, as lines that can be compared between two runs.
import { stripVTControlCharacters } from 'node:util';

/** `src/a.ts(3,7): error TS…`, `✕ name (3 ms)`, `FAIL  file > name`, `not ok 3 - name`, `  3) name`, `2 failed`. */
const COMPLAINTS = [
  /\berror\b.*\bTS\d+|\bTS\d+.*\berror\b/i,
  /^\s*(?:[✕×✗✖]|FAIL|not ok \d+ -|\d+\)) +\S|\b[1-9]\d* fail(?:ed|ing|ures?)\b|^(?:#|ℹ) fail [1-9]/i,
];
/** Positions, which every edit above them moves; times; what is counted beside the failures. */
const VARYING =
  /\(\d+,\d+\)|:\d+:\d+|\(?[\d.]+ ?m?s\)?$|\b\d+ (?:passed|skipped|total|todo)\b|\(\d+\)$|(?<=not ok )\d+|^\s*\d+\)/g;

/** The complaints of a run, each as often as it is made. */
export function complaintsIn(output) {
  return stripVTControlCharacters(output)
    .split(/\r?\n/)
    .filter((line) => COMPLAINTS.some((pattern) => pattern.test(line)))
    .map((line) => line.replaceAll(VARYING, '').replaceAll(/\s+/g, ' ').trim());
}

/** How many tests passed, by the lines in which a runner sums up; 0 when none did. */
export function passedIn(output) {
  const sums = stripVTControlCharacters(output).matchAll(
    /^\s*Tests:?\s.*?\b(\d+) passed|^\s*(\d+) passing\b|^(?:#|ℹ) pass (\d+)$|^(\d+) specs?,/gm,
  );
  return [...sums].reduce((sum, [, ...counts]) => sum + Number(counts.find((count) => count !== undefined)), 0);
}

/** The members of `after` that `before` has not, each as often as it is more. */
export function added(before, after) {
  const left = [...before];
  return after.filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
