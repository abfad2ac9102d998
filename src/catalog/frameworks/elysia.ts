import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'connect', 'all'];
const METHODS = [
  'onRequest',
  'onParse',
  'onTransform',
  'onBeforeHandle',
  'onAfterHandle',
  'mapResponse',
  'onError',
  'onAfterResponse',
  'derive',
  'resolve',
  'mapDerive',
  'mapResolve',
  'trace',
];
/** The same in the options object of a route, a guard, a group or a macro. */
const HOOKS = 'parse|transform|beforeHandle|afterHandle|mapResponse|afterResponse|error|derive|resolve|trace';
const SOCKET = 'open|message|close|drain|ping|pong|upgrade';

export const elysia = defineEntry({
  name: 'elysia',
  docs: 'https://elysiajs.com/essential/handler',
  packages: ['elysia'],
  versions: '1',
  receivers: { app: { values: ['new elysia#Elysia()', 'new elysia#default()'], chains: true } },
  registrations: [
    { methods: VERBS, minimumArguments: 2, handlers: [1, { option: HOOKS, argument: 2 }], label: '{METHOD} {0}' },
    { methods: ['route'], minimumArguments: 3, handlers: [2, { option: HOOKS, argument: 3 }], label: '{0} {1}' },
    {
      methods: ['ws'],
      minimumArguments: 2,
      handlers: [{ option: `${SOCKET}|${HOOKS}`, argument: 1 }],
      kind: 'message',
      label: 'WS {0} {key}',
    },
    { methods: METHODS, handlers: ['last'], label: 'hook {method}' },
    { methods: ['onStart', 'onStop'], handlers: [0], kind: 'lifecycle', label: 'hook {method}' },
    { methods: ['group', 'guard'], handlers: [{ option: HOOKS }], label: 'hook {key}' },
    { methods: ['macro'], handlers: [{ option: HOOKS }, { option: `*.${HOOKS}` }], label: 'macro {key}' },
    { methods: ['mount'], handlers: ['last'], label: 'mount {0}' },
    { methods: ['group', 'guard'], handlers: ['last'], plugin: true, gives: { 0: 'app' }, label: 'group {0}' },
    { methods: ['use'], handlers: [0], plugin: true, gives: { 0: 'app' }, label: 'plugin' },
  ],
  decorations: [{ methods: ['decorate'] }],
  types: { handlers: ['elysia#Handler|InlineHandler'], parameters: ['elysia#Context'] },
  returned: 'awaited',
  sendsReturned: true,
});
