import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'delete', 'options', 'patch', 'query', 'all'];
const HOOKED = [
  '@hono/zod-validator#zValidator()',
  '@hono/standard-validator#sValidator()',
  '@hono/valibot-validator#vValidator()',
  '@hono/arktype-validator#arktypeValidator()',
  '@hono/typebox-validator#tbValidator()',
  '@hono/effect-validator#effectValidator()',
];

export const hono = defineEntry({
  name: 'hono',
  docs: 'https://hono.dev/docs/api/routing',
  packages: ['hono', '@hono/zod-openapi', '@hono/zod-validator', '@hono/standard-validator', '@hono/node-server'],
  versions: '4',
  starts: [{ calls: ['@hono/node-server#serve()'], closable: 'result' }],
  receivers: {
    app: {
      values: [
        'new hono#Hono()',
        'new hono/tiny#Hono()',
        'new hono/quick#Hono()',
        'new @hono/zod-openapi#OpenAPIHono()',
        'hono/factory#createFactory().createApp()',
        'new hono/factory#Factory().createApp()',
      ],
      chains: true,
    },
    factory: { values: ['hono/factory#createFactory()', 'new hono/factory#Factory()'] },
  },
  registrations: [
    // The path is optional in chains.
    { methods: VERBS, handlers: ['all'], label: '{METHOD} {0}' },
    { methods: ['on'], minimumArguments: 3, handlers: ['all'], label: '{0} {1}' },
    { methods: ['use'], handlers: ['all'], label: 'middleware {0}' },
    { methods: ['onError'], handlers: [0], label: 'error handler' },
    { methods: ['notFound'], handlers: [0], label: 'not found' },
    { methods: ['mount'], minimumArguments: 2, handlers: [1], label: 'mount {0}' },
    { calls: ['@hono/node-server#serve()'], handlers: [1], kind: 'lifecycle', label: 'listen', drops: true },
    { calls: ['hono/mount#mount()'], handlers: [0], label: 'mount' },
    { methods: ['openapi'], minimumArguments: 2, handlers: [1, 2], label: 'route {variable}' },
    { on: 'factory', methods: ['createHandlers', 'createMiddleware'], handlers: ['all'], label: 'handler {variable}' },
    { calls: ['hono/factory#createMiddleware()'], handlers: [0], label: 'middleware {variable}' },
    {
      calls: ['hono/factory#createFactory()', 'new hono/factory#Factory()'],
      handlers: [],
      givesUnder: { initApp: { 0: 'app' } },
      plugin: true,
      label: 'factory',
    },
    { calls: ['hono/validator#validator()'], handlers: [1], label: 'validator {0}' },
    { calls: HOOKED, handlers: [2], label: 'validator {0}' },
    {
      calls: ['new @hono/zod-openapi#OpenAPIHono()'],
      handlers: [{ option: 'defaultHook', argument: 0 }],
      label: 'validation hook',
    },
    { calls: ['hono/combine#some|every|except()'], handlers: ['all'], label: 'middleware {variable}' },
    {
      calls: ['hono/bearer-auth#bearerAuth()', 'hono/basic-auth#basicAuth()'],
      handlers: [{ option: 'verifyToken|verifyUser', argument: 0 }],
      label: 'middleware {key}',
    },
    { calls: ['hono/body-limit#bodyLimit()'], handlers: [{ option: 'onError', argument: 0 }], label: 'error handler' },
  ],
  stores: [{ sets: ['set'], gets: ['get'], under: ['var'] }],
  receiverNames: ['app', 'router', 'api'],
  types: {
    handlers: [
      'hono#Handler|MiddlewareHandler|ErrorHandler|NotFoundHandler',
      'hono/types#Handler|MiddlewareHandler|ErrorHandler|NotFoundHandler',
      '@hono/zod-openapi#RouteHandler|RouteHook|Hook',
    ],
    parameters: ['hono#Context|Next'],
  },
  shapes: [['context', 'next']],
  returned: 'awaited',
  continuation: 1,
  launches: ['typed hono#Context.req.json|text|formData|parseBody|arrayBuffer|blob()'],
  lookalikes: ['typed hono#Context.json|text|html|body|redirect|header|status|set|notFound|newResponse()'],
});
