import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'del', 'head', 'options', 'all', 'link', 'unlink'];

/** Properties of the context and the application that lead to one of these, or to the request. */
const OBJECTS = ['app', 'context', 'ctx', 'req', 'request', 'res', 'response'];

export const koa = defineEntry({
  name: 'koa',
  docs: 'https://koajs.com/#application',
  packages: ['koa', '@koa/router', 'koa-router', 'koa-compose', 'koa-mount', 'koa-websocket'],
  versions: '2, 3',
  starts: [{ calls: ['new koa#default().**.listen()', 'koa-websocket#default().listen()'], closable: 'result' }],
  receivers: {
    // `websockify(new Koa())` gives the application back.
    app: { values: ['new koa#default()', 'koa-websocket#default()'], chains: true },
    router: {
      values: [
        'new @koa/router#default()',
        'new @koa/router#Router()',
        '@koa/router#default()',
        '@koa/router#Router()',
        'new koa-router#default()',
        'new koa-router#Router()',
        'koa-router#default()',
        'koa-router#Router()',
      ],
      chains: true,
    },
  },
  registrations: [
    { methods: ['use'], handlers: ['all'], label: 'middleware' },
    { methods: ['listen'], handlers: ['last'], kind: 'lifecycle', label: 'listen', drops: true },
    { methods: ['on'], events: ['error'], handlers: [1], label: 'error handler' },
    {
      on: 'router',
      methods: VERBS,
      verbs: { del: 'DELETE' },
      minimumArguments: 2,
      handlers: ['rest'],
      label: '{METHOD} {0}',
    },
    { on: 'router', methods: ['use'], handlers: ['all'], label: 'middleware {0}' },
    { on: 'router', methods: ['param'], minimumArguments: 2, handlers: [1], label: 'parameter {0}' },
    { on: 'router', methods: ['register'], minimumArguments: 3, handlers: [2], label: 'route {0}' },
    { calls: ['koa-compose#default()'], handlers: ['all'], label: 'middleware' },
    { calls: ['koa-mount#default()'], handlers: ['all'], label: 'middleware {0}' },
  ],
  // `app.context` is the prototype of every `ctx`.
  decorations: [{ property: 'context' }],
  stores: [
    { under: ['state'], through: OBJECTS },
    { itself: true, through: OBJECTS },
  ],
  receiverNames: ['app', 'router'],
  types: {
    handlers: [
      'koa#Middleware',
      '@koa/router#Middleware|RouterMiddleware|RouterParameterMiddleware',
      'koa-router#Middleware|RouterMiddleware|RouterParameterMiddleware|IMiddleware|IParamMiddleware',
      'koa-compose#Middleware',
    ],
    parameters: [
      'koa#Context|ParameterizedContext|Next',
      '@koa/router#RouterContext',
      'koa-router#RouterContext|IRouterContext',
    ],
  },
  shapes: [['context', 'next']],
  answers: { parameters: [0], ends: ['redirect', 'throw'], serialises: [], assigns: ['body', 'status'] },
  returned: 'awaited',
  continuation: 1,
  lookalikes: ['typed koa#Context.throw|assert|redirect|attachment|set()'],
});
