// Stryker's test runner for this project. Stryker's own for vitest starts a worker and imports some three hundred files
// for each mutant and test file;
// this one imports the tests once, and calls those that cover a mutant with the mutant switched on.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { isDrawn, keyOf } from './sample.js';

const SUCCESS = 0;
const FAILED = 1;

class WarmRunner {
  #asked;
  #state = (globalThis.__stryker__ ??= {});
  #tests;
  #runTest;
  /** How long each test takes, as measured in the first run. */
  #times = {};
  /** How many mutants each test has killed here: neighbours often fall to the same test. */
  #kills = new Map();
  #mutantsSeen = 0;
  /**
   * What is known of mutants already: by an earlier run that was cut off, or by a process that a mutant kept busy for
   * ever.
   */
  #known;
  #watch;
  #isPoisoned = false;

  constructor({ warm }) {
    this.#asked = warm;
  }

  /**
   * A mutant in code that also runs while a file is loaded is tried in what runs later, so nothing needs to be loaded
   * anew.
   */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    register('./hooks.js', import.meta.url);
    const { collect, runTest, tests } = await import('./test-api.js');
    for (const file of this.#asked.tests) await collect(file, pathToFileURL(join(process.cwd(), file)).href);
    for (const { id, name } of tests.values())
      if (this.#asked.leftOut.some((title) => name.endsWith(title))) tests.delete(id);
    this.#tests = tests;
    this.#runTest = runTest;
    const { log, limit } = this.#asked;
    const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').filter(Boolean) : [];
    this.#known = new Map(
      lines
        .map((line) => JSON.parse(line))
        .filter(({ status }) => status !== undefined)
        .map((line) => [line.key, line]),
    );
    this.#watch = new Worker(new URL('./watch.js', import.meta.url), { workerData: { log, limit: limit + 15 } });
    this.#watch.unref();
  }

  async dispose() {
    await this.#watch?.terminate();
  }

  async dryRun() {
    const results = [];
    const times = {};
    for (const test of this.#tests.values()) {
      this.#state.currentTestId = test.id;
      const start = performance.now();
      const failure = await this.#runTest(test);
      const timeSpentMs = performance.now() - start;
      times[test.id] = timeSpentMs;
      const told = { id: test.id, name: test.name, timeSpentMs, fileName: join(process.cwd(), test.file) };
      results.push(
        failure === undefined
          ? { ...told, status: SUCCESS }
          : { ...told, status: FAILED, failureMessage: failure.stack ?? String(failure) },
      );
    }
    this.#state.currentTestId = undefined;
    writeFileSync(this.#asked.times, JSON.stringify(times));
    return { status: 'complete', tests: results, mutantCoverage: this.#state.mutantCoverage };
  }

  async mutantRun(options) {
    const key = nameOf(options.activeMutant);
    // Errors do not count in the score.
    if (!this.#isAskedFor(key)) return { status: 'error', errorMessage: 'not in the sample' };
    const known = this.#known.get(key);
    if (known !== undefined)
      return { status: known.status, killedBy: [known.by], failureMessage: '', reason: '', nrOfTests: 0 };
    // A process in which a mutant has left something behind is replaced: Stryker does so when a run is rejected, and
    // asks again.
    if (this.#isPoisoned) throw new Error('Something of an earlier mutant is left in this process.');
    const start = process.cpuUsage();
    this.#watch.postMessage(key);
    const result = await this.#fateOf(options).finally(() => {
      this.#watch.postMessage(undefined);
    });
    appendFileSync(
      this.#asked.log,
      `${JSON.stringify({ key, status: result.status, seconds: secondsSince(start), by: result.killedBy?.[0], left: result.left })}\n`,
    );
    return result;
  }

  #isAskedFor(key) {
    const { only, rate, seed } = this.#asked;
    return only === undefined ? isDrawn(key, rate, seed) : only.includes(key);
  }

  async #fateOf({ activeMutant, testFilter, hitLimit }) {
    if (this.#mutantsSeen === 0) this.#times = JSON.parse(readFileSync(this.#asked.times, 'utf8'));
    this.#mutantsSeen += 1;
    const state = this.#state;
    const start = process.cpuUsage();
    let nrOfTests = 0;
    const tests = this.#ordered(testFilter ?? [...this.#tests.keys()], layerOf(activeMutant.fileName));
    for (const test of tests) {
      // What is not noticed by then counts as not noticed.
      if (nrOfTests > 0 && secondsSince(start) > this.#asked.limit) break;
      nrOfTests += 1;
      Object.assign(state, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
      const failure = await this.#runTest(test);
      const { hitCount } = state;
      Object.assign(state, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
      if (hitLimit !== undefined && hitCount > hitLimit) {
        this.#isPoisoned = true;
        return { status: 'timeout', reason: `${hitCount} hits` };
      }
      if (failure === undefined) continue;
      // It must pass without the mutant. Where it does not, something of this mutant or of one before it is left.
      if ((await this.#runTest(test)) !== undefined) {
        this.#isPoisoned = true;
        if (this.#mutantsSeen > 1) throw new Error('A test fails without a mutant.');
      }
      this.#kills.set(test.id, (this.#kills.get(test.id) ?? 0) + 1);
      return { status: 'killed', killedBy: [test.id], failureMessage: String(failure.message ?? failure), nrOfTests };
    }
    return { status: 'survived', nrOfTests, left: tests.length - nrOfTests };
  }

  /**
   * Those that killed much in little time; then those of the mutant's own layer, which ask it directly; then of each
   * file the quickest, of each file the next, and so on: the tests of one file are much alike.
   */
  #ordered(ids, layer) {
    const time = (id) => 1 + (this.#times[id] ?? 0);
    const isOwn = ({ file }) => file.startsWith(`tests/${layer}/`);
    const places = new Map();
    const ranked = [...ids]
      .sort((a, b) => time(a) - time(b))
      .map((id) => {
        const test = this.#tests.get(id);
        const place = places.get(test.file) ?? 0;
        places.set(test.file, place + 1);
        return { test, kills: (this.#kills.get(id) ?? 0) / time(id), isLater: isOwn(test) ? 0 : 1, place };
      });
    return ranked
      .sort((a, b) => b.kills - a.kills || a.isLater - b.isLater || a.place - b.place)
      .map(({ test }) => test);
  }
}

/** Of the processor: the machine may have other things to do. */
function secondsSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** `values` for a file of `src/values`. */
function layerOf(fileName) {
  return /[\\/]src[\\/](\w+)/.exec(fileName)?.[1];
}

/** As in the report: by the path in the project. Stryker counts from 0 here, and from 1 there. */
function nameOf({ fileName, location: { start, end }, replacement }) {
  const oneBased = ({ line, column }) => ({ line: line + 1, column: column + 1 });
  return keyOf(
    fileName.replaceAll('\\', '/').replace(/^.*\/(?=src\/)/, ''),
    { start: oneBased(start), end: oneBased(end) },
    replacement,
  );
}

const factory = (options) => new WarmRunner(options);
factory.inject = ['options'];

export const strykerPlugins = [{ kind: 'TestRunner', name: 'warm', factory }];
