import { defineEntry } from '../entry.ts';

const LIFECYCLE = ['onPreStart', 'onPostStart', 'onPreStop', 'onPostStop'];
const REQUEST = [
  'onRequest',
  'onPreAuth',
  'onCredentials',
  'onPostAuth',
  'onPreHandler',
  'onPostHandler',
  'onPreResponse',
  'onPostResponse',
];
const BELOW = [
  'handler',
  'options.handler',
  'config.handler',
  'options.pre',
  'options.pre.method',
  'options.validate.failAction',
  'options.response.failAction',
  'options.payload.failAction',
];

export const hapi = defineEntry({
  name: 'hapi',
  docs: 'https://hapi.dev/api/#-serverrouteroute',
  packages: ['@hapi/hapi'],
  versions: '20, 21',
  receivers: {
    server: { values: ['@hapi/hapi#server()', 'new @hapi/hapi#Server()'] },
    auth: { values: ['@hapi/hapi#server().auth', 'new @hapi/hapi#Server().auth'] },
  },
  registrations: [
    { on: 'server', methods: ['route'], handlers: BELOW.map((option) => ({ option })), label: '{method} {path}' },
    { on: 'server', methods: ['ext'], events: REQUEST, minimumArguments: 2, handlers: [1], label: 'extension {0}' },
    {
      on: 'server',
      methods: ['ext'],
      events: LIFECYCLE,
      minimumArguments: 2,
      handlers: [1],
      kind: 'lifecycle',
      label: 'extension {0}',
    },
    { on: 'server', methods: ['ext'], handlers: [{ option: 'method', argument: 0 }], label: 'extension {type}' },
    {
      on: 'auth',
      methods: ['scheme'],
      minimumArguments: 2,
      handlers: [{ option: 'authenticate|payload|response|verify', argument: 1 }],
      label: 'authentication {0}',
    },
    {
      on: 'server',
      methods: ['register'],
      handlers: [],
      givesUnder: { register: { 0: 'server' } },
      plugin: true,
      label: 'plugin',
    },
    { on: 'server', methods: ['method'], minimumArguments: 2, handlers: [1], label: 'server method {0}' },
    {
      calls: ['@hapi/hapi#server()', 'new @hapi/hapi#Server()'],
      handlers: [{ option: 'routes.validate.failAction', argument: 0 }],
      label: 'failAction',
    },
  ],
  objects: [{ types: ['@hapi/hapi#ServerRoute'], handlers: BELOW, label: '{method} {path}' }],
  plugins: { shapes: [['server'], ['server', 'options'], ['server', '_options']], gives: { 0: 'server' } },
  types: { handlers: ['@hapi/hapi#Lifecycle.Method'], parameters: ['@hapi/hapi#ResponseToolkit'] },
  returned: 'awaited',
  // A hapi handler answers with its return value.
  answers: { parameters: [], ends: [] },
  sendsReturned: true,
});
