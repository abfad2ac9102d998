import { defineEntry } from '../entry.ts';

/** Middleware with options that are functions: they run for each request. */
export const expressMiddleware = defineEntry({
  name: 'middleware of express',
  docs: 'https://express-rate-limit.mintlify.app/reference/configuration',
  packages: ['express-rate-limit', 'express-slow-down', 'cors', 'morgan'],
  registrations: [
    {
      calls: ['express-rate-limit#default|rateLimit()', 'express-slow-down#default|slowDown()'],
      handlers: [
        { option: 'handler|keyGenerator|skip|limit|max|delayMs|requestWasSuccessful|onLimitReached', argument: 0 },
      ],
      label: 'rate limit {key}',
    },
    { calls: ['cors#default()'], handlers: [0, { option: 'origin', argument: 0 }], label: 'cors' },
    {
      calls: ['morgan#default()'],
      handlers: [0, { option: 'skip', argument: 1 }, { option: 'stream.write', argument: 1 }],
      label: 'request log',
    },
    { calls: ['morgan#token|format()'], handlers: [1], label: 'request log {0}' },
  ],
  returned: 'awaited',
});
