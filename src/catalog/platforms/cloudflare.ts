import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';
import { namedWorkers as named, typedWorkers as typed } from '../workers-types.ts';

const HANDLER_TYPES = names(`
  ExportedHandlerFetchHandler ExportedHandlerConnectHandler ExportedHandlerTailHandler ExportedHandlerTraceHandler
  ExportedHandlerTailStreamHandler ExportedHandlerScheduledHandler ExportedHandlerQueueHandler
  EmailExportedHandler
`);

const ENTRYPOINTS = ['fetch', 'connect', 'tail', 'trace', 'tailStream'];
const PAGES = [
  'onRequest',
  'onRequestGet',
  'onRequestPost',
  'onRequestPut',
  'onRequestPatch',
  'onRequestDelete',
  'onRequestHead',
  'onRequestOptions',
];

/** `{ … } satisfies ExportedHandler<Env>`: the second parameter contains the bindings. */
const EXPORTED = { types: named('ExportedHandler'), typeNames: ['ExportedHandler'], parameters: { 1: 0 } };

export const cloudflare = defineEntry({
  name: 'cloudflare workers',
  docs: 'https://developers.cloudflare.com/workers/runtime-apis/handlers/',
  packages: ['@cloudflare/workers-types', 'wrangler', '@cloudflare/vitest-pool-workers', '@cloudflare/vite-plugin'],
  runtime: 'cancelled',
  flavour: 'cloudflare',
  signs: {
    packages: [
      'wrangler',
      '@cloudflare/workers-types',
      '@cloudflare/vitest-pool-workers',
      '@cloudflare/vite-plugin',
      '@sveltejs/adapter-cloudflare',
      '@astrojs/cloudflare',
      'nitro-cloudflare-dev',
      '@opennextjs/cloudflare',
    ],
    files: ['wrangler.toml', 'wrangler.json', 'wrangler.jsonc'],
    imports: ['hono/cloudflare-workers', 'hono/cloudflare-pages'],
  },
  files: [
    { path: /\.[cm]?[jt]sx?$/, exports: ['default'], keys: ['fetch'], label: 'worker' },
    // Other default-exported objects have these keys, too, so they count only where workers start.
    {
      path: /^(?:src\/|worker\/|workers\/)?(?:index|worker|main|entry|server)\.[cm]?[jt]sx?$/,
      exports: ['default'],
      keys: ['connect|tail|trace|tailStream'],
      label: 'worker {key}',
    },
    {
      path: /^(?:src\/|worker\/|workers\/)?(?:index|worker|main|entry|server)\.[cm]?[jt]sx?$/,
      exports: ['default'],
      keys: ['scheduled|queue'],
      kind: 'job',
      label: 'worker {key}',
    },
    {
      path: /^(?:src\/|worker\/|workers\/)?(?:index|worker|main|entry|server)\.[cm]?[jt]sx?$/,
      exports: ['default'],
      keys: ['email'],
      kind: 'message',
      label: 'worker email',
    },
    {
      path: /^functions(?<route>\/.*)\.[cm]?[jt]sx?$/,
      omit: /\/(?:index|_middleware)$/,
      exports: PAGES,
      label: '{export} {route}',
    },
  ],
  objects: [
    { ...EXPORTED, handlers: ['fetch|connect|tail|trace|tailStream'], label: 'worker {key}' },
    { ...EXPORTED, handlers: ['scheduled|queue'], kind: 'job', label: 'worker {key}' },
    { ...EXPORTED, handlers: ['email|test'], kind: 'message', label: 'worker {key}' },
  ],
  registrations: [
    // Workers before modules, and those of Fastly. In browsers, a service worker calls `self.addEventListener`.
    { calls: ['global#addEventListener()'], events: ['fetch'], handlers: [1], label: 'fetch event' },
    {
      calls: ['global#addEventListener()'],
      events: ['scheduled', 'queue'],
      handlers: [1],
      kind: 'job',
      label: '{0} event',
    },
  ],
  classes: [
    {
      extends: ['cloudflare:workers#WorkerEntrypoint'],
      methods: ['scheduled', 'queue'],
      kind: 'job',
      label: 'worker {class}.{name}',
    },
    {
      extends: ['cloudflare:workers#WorkerEntrypoint'],
      methods: ['email'],
      kind: 'message',
      label: 'worker {class}.{name}',
    },
    { extends: ['cloudflare:workers#WorkflowEntrypoint'], methods: ['run'], kind: 'job', label: 'workflow {class}' },
    // Every public method can be called from another worker.
    {
      extends: ['cloudflare:workers#WorkerEntrypoint'],
      methods: [...ENTRYPOINTS, '*'],
      label: 'worker {class}.{name}',
    },
    { extends: ['cloudflare:workers#RpcTarget'], methods: ['*'], label: 'RPC {class}.{name}' },
  ],
  types: {
    handlers: [...named(HANDLER_TYPES), ...named('PagesFunction|PagesPluginFunction')],
    parameters: named('ExecutionContext|EventContext|ScheduledController|MessageBatch|ForwardableEmailMessage'),
  },
  returned: 'awaited',
  sinks: [
    { values: ['cloudflare:workers#waitUntil()'], accepts: 'promise', verdict: 'keep' },
    // The promise of the response itself.
    { method: 'respondWith', accepts: 'promise', verdict: 'own' },
  ],
  launches: [
    ...typed('KVNamespace.get|getWithMetadata|put|delete|list()'),
    ...typed('R2Bucket.get|head|put|delete|list|createMultipartUpload()'),
    ...typed('R2MultipartUpload.uploadPart|complete|abort()'),
    ...typed('D1Database.exec|batch|dump()'),
    ...typed('D1Database.prepare().**.run|first|all|raw()'),
    ...typed('D1Database.withSession().prepare().**.run|first|all|raw()'),
    ...typed('D1PreparedStatement.**.run|first|all|raw()'),
    ...typed('Fetcher|Service.fetch()'),
    ...typed('DurableObjectNamespace.get|getByName().*()'),
    ...typed('DurableObjectStub.*()'),
    ...typed('Ai.run()'),
    ...typed('VectorizeIndex|Vectorize.insert|upsert|query|getByIds|deleteByIds|describe()'),
    ...typed('SendEmail.send()'),
    ...typed('SecretsStoreSecret.get()'),
    'typed cloudflare:workers#WorkflowStep.do|sleep|sleepUntil|waitForEvent()',
  ],
  enqueues: [...typed('Queue.send|sendBatch()'), ...typed('Workflow.create|createBatch()')],
  lookalikes: [
    ...typed('AnalyticsEngineDataset.writeDataPoint()'),
    ...typed('DurableObjectNamespace.get|getByName|newUniqueId|idFromName|idFromString|jurisdiction()'),
    ...typed('ExecutionContext.waitUntil|passThroughOnException()'),
  ],
});
