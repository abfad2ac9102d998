import { defineConfig } from 'vitest/config';

/** What is held against other tools as npm installs them: needs the registry, so it is no part of `npm test`. */
export default defineConfig({
  test: {
    include: ['tests/installs/**/*.test.ts'],
    globalSetup: ['./tests/installs/support/setup.ts'],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    // Each file installs into a folder of its own, and starts tools that take every processor there is.
    fileParallelism: false,
    reporters: ['default', './tests/support/closing-line.ts'],
  },
});
