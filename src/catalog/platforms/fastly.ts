import { defineEntry } from '../entry.ts';

/** Its handlers are listeners of the fetch event, as in Cloudflare's entry. */
export const fastly = defineEntry({
  name: 'fastly compute',
  docs: 'https://js-compute-reference-docs.edgecompute.app/docs/globals/FetchEvent/',
  packages: ['@fastly/js-compute', '@fastly/hono-fastly-compute'],
  versions: '3',
  runtime: 'cancelled',
  types: { parameters: ['global#FetchEvent'] },
  returned: 'awaited',
  sinks: [{ values: ['typed global#FetchEvent.waitUntil|respondWith()'], accepts: 'promise', verdict: 'keep' }],
  launches: ['new fastly:kv-store#KVStore().get|put|delete|list()', 'new fastly:secret-store#SecretStore().get()'],
});
