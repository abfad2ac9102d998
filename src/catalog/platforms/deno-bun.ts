import { defineEntry } from '../entry.ts';

export const denoBun = defineEntry({
  name: 'deno and bun',
  docs: 'https://docs.deno.com/api/deno/~/Deno.serve',
  packages: ['bun', '@types/bun', 'bun-types', '@types/deno'],
  registrations: [
    { calls: ['global#Deno.serve()'], handlers: ['last', { option: 'handler' }], label: 'Deno.serve' },
    { calls: ['global#Bun.serve()', 'bun#serve()'], handlers: [{ option: 'fetch', argument: 0 }, { option: 'error', argument: 0 }, { option: 'routes.*', argument: 0 }, { option: 'routes.*.*', argument: 0 }], label: 'Bun.serve' },
    { calls: ['global#Deno.cron()'], handlers: ['last'], kind: 'job', label: 'cron {0}' },
  ],
  sinks: [{ values: ['global#EdgeRuntime.waitUntil()'], accepts: 'promise', verdict: 'keep' }],
  returned: 'awaited',
});
