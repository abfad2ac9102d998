// Stands in for `vitest` where mutants are tested: keeps each test as a function, to be called as often as there are
// mutants that it covers.
import { createRequire } from 'node:module';
import { format } from 'node:util';

const fromVitest = createRequire(createRequire(import.meta.url).resolve('vitest/package.json'));
const { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } = await import(fromVitest.resolve('@vitest/expect'));
for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

export const { expect } = chai;

/** What a test file registers is put here while it is imported. */
let file = '';
let suite = newSuite('', undefined);
/** @type {Map<string, { id: string, file: string, name: string, suite: object, run: () => unknown }>} */
export const tests = new Map();

function newSuite(name, parent) {
  return { name, parent, beforeAll: [], beforeEach: [], afterEach: [], isStarted: false };
}

/** Imports a test file, and keeps its tests under names that begin with its path. */
export async function collect(path, url) {
  file = path;
  suite = newSuite('', undefined);
  await import(url);
}

export function describe(name, body) {
  const outer = suite;
  suite = newSuite(name, outer);
  try {
    body();
  } finally {
    suite = outer;
  }
}

export function it(name, ...rest) {
  const run = rest.find((part) => typeof part === 'function');
  const names = [name];
  for (let outer = suite; outer.parent !== undefined; outer = outer.parent) names.unshift(outer.name);
  const full = names.join(' ');
  let id = `${file}#${full}`;
  for (let copy = 2; tests.has(id); copy += 1) id = `${file}#${full} ${copy}`;
  tests.set(id, { id, file, name: full, suite, run });
}

/** Titles as vitest writes them, near enough to tell rows apart. */
const each =
  (register) =>
  (rows) =>
  (title, ...rest) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      const body = rest.find((part) => typeof part === 'function');
      const named = title.replace(/\$(\w+)/g, (found, key) =>
        row !== null && typeof row === 'object' && key in row ? String(row[key]) : found,
      );
      register(format(named, ...values.slice(0, (named.match(/%[a-z]/g) ?? []).length)), () => body(...values));
    }
  };
describe.each = each(describe);
it.each = each(it);

export const beforeAll = (run) => void suite.beforeAll.push(run);
export const beforeEach = (run) => void suite.beforeEach.push(run);
export const afterEach = (run) => void suite.afterEach.push(run);
/** What is removed at the end of a file is needed for the next mutant. */
export const afterAll = () => undefined;

/** Runs one test. @returns what it failed with, if it did */
export async function runTest({ suite: own, run }) {
  const suites = [];
  for (let each = own; each !== undefined; each = each.parent) suites.unshift(each);
  const failures = [];
  const attempt = async (step) => {
    try {
      await step();
    } catch (error) {
      failures.push(error ?? new Error('undefined was thrown'));
    }
  };
  await attempt(async () => {
    for (const each of suites) {
      if (each.isStarted) continue;
      each.isStarted = true;
      for (const hook of each.beforeAll) await hook();
    }
    for (const hook of suites.flatMap(({ beforeEach }) => beforeEach)) await hook();
    await run();
  });
  for (const hook of suites.toReversed().flatMap(({ afterEach }) => afterEach)) await attempt(hook);
  return failures[0];
}
