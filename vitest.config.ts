import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // What is made from other files is made before any test reads it.
    globalSetup: ['./tests/support/prepare.ts'],
    exclude: ['tests/**/cases/**', 'tests/projects/**', 'tests/**/fixtures/**'],
    // The tests of the command, the package and the demo start real processes.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: ['default', './tests/support/closing-line.ts'],
  },
});
