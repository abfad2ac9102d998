import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The forms of the helper are made from its source before any test reads them.
    globalSetup: ['./tests/support/build-tracker.ts'],
    exclude: ['tests/**/cases/**', 'tests/projects/**', 'tests/**/fixtures/**'],
    // The tests of the command, the package and the demo start real processes.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: ['default', './tests/support/closing-line.ts'],
  },
});
