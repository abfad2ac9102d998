import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * The slow suites, which `npm test` leaves out and `npm run test:all` runs. The rule: a folder or file is here when most
 * of its tests start processes, servers or browsers, build or install something, compile whole programs, or try
 * hundreds of generated ones.
 */
export const SLOW = [
  'bench',
  'ci',
  'codemods',
  'demo',
  'detect',
  'e2e',
  'editors',
  'site',
  'tools',
  'cli/clean-files.test.ts',
  'cli/interrupted.test.ts',
  'cli/report-in-browser.test.ts',
  'findings/scale.test.ts',
  'guides/detect.test.ts',
  'guides/shutdown.test.ts',
  'package.test.ts',
  'promises/typed-and-untyped.test.ts',
  'rewriting/properties.test.ts',
  'rewriting/types.test.ts',
  'rules/command-line.test.ts',
  'rules/mutated-files.test.ts',
  'rules/oxlint.test.ts',
  'tracker/collected.test.ts',
  'tracker/connections.test.ts',
  'tracker/processes.test.ts',
  'tracker/requests.test.ts',
  'tracker/runtimes.test.ts',
  'tracker/shutdown.test.ts',
  'tracker/types.test.ts',
  'types.test.ts',
];

/**
 * Folders whose tests ask the engine in the process itself: one process loads it once for all of them. Each file has a
 * workspace of its own.
 */
export const TOGETHER = [
  'catalog',
  'findings',
  'handlers',
  'helper',
  'project',
  'promises',
  'reach',
  'rewriting',
  'syntax',
  'values',
];

/** The tests of a folder, or one file. */
const filesOf = (names: readonly string[]): string[] =>
  names.map((name) => (name.endsWith('.ts') ? `tests/${name}` : `tests/${name}/**/*.test.ts`));

/** What needs the network is `npm run test:installs`. */
const NO_TESTS = ['tests/**/cases/**', 'tests/projects/**', 'tests/**/fixtures/**', 'tests/installs/**'];

// Tests that start processes take their time.
const TIMES = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // What is made from other files is made before any test reads it.
    globalSetup: ['./tests/support/prepare.ts'],
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          ...TIMES,
          name: 'together',
          isolate: false,
          setupFiles: ['./tests/support/fresh-workspace.ts'],
          include: filesOf(TOGETHER),
          exclude: [...NO_TESTS, ...filesOf(SLOW)],
        },
      },
      {
        test: {
          ...TIMES,
          name: 'apart',
          include: ['tests/**/*.test.ts'],
          exclude: [...NO_TESTS, ...filesOf(SLOW), ...filesOf(TOGETHER)],
        },
      },
      { test: { ...TIMES, name: 'slow', include: filesOf(SLOW), exclude: NO_TESTS } },
    ],
    reporters: ['default', './tests/support/closing-line.ts'],
  },
});
