import { defineEntry } from '../entry.ts';

const EVENTS = ['fetch', 'scheduled', 'queue', 'email', 'tail', 'trace'];

export const cloudflare = defineEntry({
  name: 'cloudflare workers',
  docs: 'https://developers.cloudflare.com/workers/runtime-apis/handlers/',
  packages: ['@cloudflare/workers-types', 'wrangler', '@cloudflare/vitest-pool-workers'],
  runtime: 'cancelled',
  files: [
    { path: /^(?:src\/)?(?:index|worker|main)\.[jt]s$/, exports: ['default'], keys: EVENTS, label: 'worker' },
    { path: /^functions\/(?<route>.*)\.[jt]sx?$/, exports: ['onRequest', 'onRequestGet', 'onRequestPost', 'onRequestPut', 'onRequestPatch', 'onRequestDelete'], label: '{export} /{route}' },
  ],
  classes: [
    { extends: ['cloudflare:workers#DurableObject'], methods: ['fetch', 'alarm', 'webSocketMessage', 'webSocketClose', 'webSocketError'], label: 'durable object {class}.{name}' },
    { extends: ['cloudflare:workers#WorkerEntrypoint'], methods: EVENTS, label: 'worker {class}.{name}' },
  ],
  types: { handlers: ['@cloudflare/workers-types#ExportedHandlerFetchHandler|PagesFunction', 'global#PagesFunction'] },
  returned: 'awaited',
  sinks: [{ values: ['cloudflare:workers#waitUntil()'], accepts: 'promise', verdict: 'keep' }],
});
