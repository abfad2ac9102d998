import { defineEntry } from '../entry.ts';

/** Libraries that close a server on a signal, and let the program do more at that point. */
export const shutdown = defineEntry({
  name: 'shutdown libraries',
  docs: 'https://github.com/godaddy/terminus',
  packages: [
    '@godaddy/terminus',
    'close-with-grace',
    'http-graceful-shutdown',
    'lightship',
    'http-terminator',
    'fastify-graceful-shutdown',
    'async-exit-hook',
    'node-graceful-shutdown',
  ],
  shutdowns: [
    '@godaddy/terminus#createTerminus()',
    'close-with-grace#default()',
    'http-graceful-shutdown#default()',
    'lightship#createLightship()',
    'http-terminator#createHttpTerminator()',
    'async-exit-hook#default()',
    'node-graceful-shutdown#onShutdown()',
  ],
});
