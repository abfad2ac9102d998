import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // What is made from other files is made before any test reads it.
    globalSetup: ['./tests/support/prepare.ts'],
    // What needs the network is `npm run test:installs`.
    exclude: ['tests/**/cases/**', 'tests/projects/**', 'tests/**/fixtures/**', 'tests/installs/**'],
    // The tests of the command, the package and the demo start real processes.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: ['default', './tests/support/closing-line.ts'],
  },
});
