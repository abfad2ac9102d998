// What type-checkers and test runners say, as data.
import { stripVTControlCharacters } from 'node:util';

/** `src/a.ts(3,7): error TS…`, `src/a.ts:3:7 - error TS…`: without the position, which every edit above it moves. */
export function typeErrorsIn(output) {
  return linesOf(output)
    .filter((line) => /\berror\b.*\bTS\d+|\bTS\d+.*\berror\b/i.test(line))
    .map((line) => line.replace(/\(\d+,\d+\)|:\d+:\d+/, '').trim());
}

/** Each way in which a runner sums up; several runs of one command are added. */
const SUMMARIES = [
  // Jest, Vitest: `Tests:  1 failed, 2 skipped, 40 passed, 43 total`, `Tests  1 failed | 40 passed (41)`
  { line: /^\s*Tests:?\s+.*\b(?:passed|failed)\b/, passed: /(\d+) passed/, failed: /(\d+) failed/ },
  // Suites that could not even be loaded, and rejections that no test saw
  { line: /^\s*(?:Test Suites:|Test Files)\s+.*\bfailed\b/, suites: /(\d+) failed/ },
  { line: /^\s*Errors\s+\d+ errors?$/, failed: /(\d+) error/ },
  // Mocha
  { line: /^\s*\d+ passing\b/, passed: /(\d+)/ },
  { line: /^\s*\d+ failing$/, failed: /(\d+)/ },
  // node:test
  { line: /^(?:#|ℹ) pass \d+$/, passed: /(\d+)/ },
  { line: /^(?:#|ℹ) fail \d+$/, failed: /(\d+)/ },
  // Jasmine
  { line: /^\d+ specs?, \d+ failures?/, total: /^(\d+)/, failed: /(\d+) failure/ },
];

/**
 * How many tests passed and failed, how many files of them failed, and which.
 *
 * @returns undefined when no runner that is known has summed up
 */
export function testsIn(output) {
  const lines = linesOf(output);
  const counts = { passed: 0, failed: 0, suites: 0 };
  let isSummed = false;
  for (const line of lines) {
    for (const summary of SUMMARIES) {
      if (!summary.line.test(line)) continue;
      isSummed = true;
      const count = (kind) => Number(summary[kind]?.exec(line)?.[1] ?? 0);
      counts.passed += count('passed') + (summary.total === undefined ? 0 : count('total') - count('failed'));
      counts.failed += count('failed');
      counts.suites += count('suites');
    }
  }
  return isSummed ? { ...counts, failing: failingIn(lines) } : undefined;
}

/** `✕ name (3 ms)`, `FAIL  file > name`, `not ok 3 - name`, `  3) name` */
function failingIn(lines) {
  const names = lines.flatMap(
    (line) => /^\s*(?:[✕×✗✖]|FAIL|not ok \d+ -|\d+\)) +(.+?)(?: +\(?[\d.]+ ?m?s\)?)?$/.exec(line)?.[1] ?? [],
  );
  return [...new Set(names)].sort();
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

/** In one line each, what the tests say that they did not say before. */
export function worseTests(before, after) {
  if (before === undefined) return [];
  const failing = added(before.failing, after.failing).map((name) => `fails: ${name}`);
  if (failing.length > 0) return failing;
  const isWorse =
    after.failed > before.failed ||
    after.passed < before.passed ||
    after.suites > before.suites ||
    (before.code === 0 && after.code !== 0);
  return isWorse
    ? [`tests: ${before.passed} passed and ${before.failed} failed before, ${after.passed} and ${after.failed} now`]
    : [];
}

function linesOf(output) {
  return stripVTControlCharacters(output).split(/\r?\n/);
}
