import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'connect', 'trace', 'query', 'all'];
const H3 = names(`
  defineEventHandler eventHandler defineHandler defineLazyEventHandler dynamicEventHandler defineMiddleware
  defineRequestMiddleware defineWebSocketHandler defineValidatedHandler defineRoute fromNodeMiddleware
  fromNodeHandler
`);
const NITRO_H3 = names(`
  defineEventHandler eventHandler defineHandler defineLazyEventHandler defineMiddleware defineWebSocketHandler
  defineValidatedHandler
`);
const NITRO = 'defineCachedEventHandler|cachedEventHandler|defineRenderHandler';

const HANDLERS = [
  0,
  { option: 'handler|onRequest|onBeforeResponse', argument: 0 },
  { option: 'open|message|close|error', argument: 0 },
] as const;

/** h3 and what is built on it. Nitro and Nuxt import its functions automatically, so a bare name counts, too. */
export const h3 = defineEntry({
  name: 'h3',
  docs: 'https://h3.dev/guide/basics/handler',
  packages: ['h3', 'nitropack', 'nitro', 'nuxt'],
  versions: '1, 2',
  // Those of Nuxt and Nitro.
  aliases: {
    '~~': [''],
    '@@': [''],
    '~': ['', 'app', 'src'],
    '@': ['', 'app', 'src'],
    '#shared': ['shared'],
    '#server': ['server'],
  },
  receivers: {
    app: { values: ['new h3#H3()', 'h3#createApp()', 'h3#createRouter()', 'new nitro/h3#H3()'], chains: true },
  },
  registrations: [
    {
      calls: [
        `h3#${H3}()`,
        `nitro/h3#${NITRO_H3}()`,
        `nitropack/runtime#${NITRO}()`,
        'nitro/runtime#defineCachedHandler|defineCachedEventHandler()',
      ],
      handlers: HANDLERS,
      label: 'event handler {variable}',
    },
    {
      calls: [`global#${H3}|${NITRO}|defineCachedHandler()`],
      autoImported: true,
      handlers: HANDLERS,
      label: 'event handler {variable}',
    },
    { methods: VERBS, minimumArguments: 2, handlers: [1], label: '{METHOD} {0}' },
    { methods: ['on'], minimumArguments: 3, handlers: [2], label: '{0} {1}' },
    { methods: ['use'], handlers: ['all'], label: 'middleware {0}' },
    {
      calls: ['new h3#H3()', 'h3#createApp()'],
      handlers: [{ option: 'onRequest|onResponse|onBeforeResponse|onAfterResponse|onError', argument: 0 }],
      label: 'hook {key}',
    },
    {
      calls: ['nitropack/runtime#defineTask()', 'nitro/runtime#defineTask()'],
      handlers: [{ option: 'run', argument: 0 }],
      kind: 'job',
      label: 'task {variable}',
    },
    {
      calls: ['global#defineTask()'],
      autoImported: true,
      handlers: [{ option: 'run', argument: 0 }],
      kind: 'job',
      label: 'task {variable}',
    },
    {
      calls: ['nitropack/runtime#defineNitroPlugin()', 'nitro/runtime#defineNitroPlugin()'],
      handlers: [0],
      kind: 'lifecycle',
      label: 'nitro plugin',
    },
    {
      calls: ['global#defineNitroPlugin()'],
      autoImported: true,
      handlers: [0],
      kind: 'lifecycle',
      label: 'nitro plugin',
    },
  ],
  // The path and the method are in the file's name: `server/api/orders/[id].post.ts`.
  files: [
    {
      path: /^(?:server\/)?(?<route>(?:api|routes)\/.*)\.m?[jt]s$/,
      exports: ['default'],
      label: 'event handler /{route}',
    },
    { path: /^(?:server\/)?middleware\/(?<route>.*)\.m?[jt]s$/, exports: ['default'], label: 'middleware /{route}' },
  ],
  types: { handlers: ['h3#EventHandler'], parameters: ['h3#H3Event'] },
  returned: 'awaited',
  // The second parameter of middleware; no other function here has one.
  continuation: 1,
  launches: [
    'global#$fetch()',
    'h3#readBody|readFormData|readMultipartFormData|readRawBody|sendRedirect|sendStream|sendProxy|proxyRequest()',
    'ofetch#$fetch|ofetch()',
  ],
  sinks: [{ values: ['h3#onDispose()'], accepts: 'function', verdict: 'own' }],
  // These are synchronous.
  lookalikes: ['h3#setResponseStatus|setHeader|setResponseHeader|setCookie|deleteCookie|appendHeader()'],
  sendsReturned: true,
});
