import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'connect', 'trace', 'query', 'all'];
const DEFINERS = 'defineEventHandler|eventHandler|defineHandler|defineCachedEventHandler|cachedEventHandler|defineCachedHandler|defineMiddleware|defineRequestMiddleware|defineRenderHandler|defineWebSocketHandler';

/** h3 and what is built on it: Nitro and Nuxt import its functions by themselves, so a bare name counts, too. */
export const h3 = defineEntry({
  name: 'h3',
  docs: 'https://h3.dev/guide/basics/handler',
  packages: ['h3', 'nitropack', 'nitro', 'nuxt'],
  versions: '1, 2',
  receivers: {
    app: { values: ['new h3#H3()', 'h3#createApp()', 'h3#createRouter()'], chains: true },
  },
  registrations: [
    { calls: [`h3#${DEFINERS}()`, `nitro/h3#${DEFINERS}()`, `nitropack/runtime#${DEFINERS}()`, `global#${DEFINERS}()`], handlers: [0, { option: 'handler', argument: 0 }], label: 'event handler {variable}' },
    { methods: VERBS, minimumArguments: 2, handlers: [1], label: '{METHOD} {0}' },
    { methods: ['use'], handlers: ['all'], label: 'middleware {0}' },
    { calls: ['nitropack/runtime#defineTask()', 'nitro#defineTask()', 'global#defineTask()'], handlers: [{ option: 'run', argument: 0 }], kind: 'job', label: 'task {variable}' },
  ],
  returned: 'awaited',
  launches: ['global#$fetch()', 'h3#readBody|readFormData|readMultipartFormData|readRawBody|sendRedirect|sendStream|sendProxy|proxyRequest()', 'ofetch#$fetch|ofetch()'],
});
