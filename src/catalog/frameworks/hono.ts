import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'delete', 'options', 'patch', 'query', 'all'];

export const hono = defineEntry({
  name: 'hono',
  docs: 'https://hono.dev/docs/api/routing',
  packages: ['hono'],
  versions: '4',
  receivers: {
    app: {
      values: [
        'new hono#Hono()', 'new hono/tiny#Hono()', 'new hono/quick#Hono()', 'new @hono/zod-openapi#OpenAPIHono()',
        'hono/factory#createFactory().createApp()',
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
    { methods: ['openapi'], minimumArguments: 2, handlers: [1], label: 'route {variable}' },
    { on: 'factory', methods: ['createHandlers', 'createMiddleware'], handlers: ['all'], label: 'handler {variable}' },
    { calls: ['hono/factory#createMiddleware()'], handlers: [0], label: 'middleware {variable}' },
  ],
  receiverNames: ['app', 'router', 'api'],
  types: {
    handlers: ['hono#Handler|MiddlewareHandler|ErrorHandler|NotFoundHandler'],
    parameters: ['hono#Context|Next'],
  },
  shapes: [['c', 'next']],
  returned: 'awaited',
  continuation: 1,
  lookalikes: ['typed hono#Context.json|text|html|body|redirect|header|status|set|newResponse()'],
});
