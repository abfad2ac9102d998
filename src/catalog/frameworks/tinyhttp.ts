import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all'];

export const tinyhttp = defineEntry({
  name: 'tinyhttp',
  docs: 'https://tinyhttp.v1rtl.site/docs',
  packages: ['@tinyhttp/app'],
  versions: '2, 3',
  receivers: {
    app: { values: ['new @tinyhttp/app#App()'], chains: true },
    route: { from: { receiver: 'app', method: 'route' }, chains: true },
  },
  registrations: [
    { on: 'route', methods: VERBS, handlers: ['all'], label: '{METHOD} {receiver}' },
    { methods: VERBS, minimumArguments: 2, handlers: ['rest'], label: '{METHOD} {0}' },
    { methods: ['use'], handlers: ['all'], label: 'middleware {0}' },
    {
      calls: ['new @tinyhttp/app#App()'],
      handlers: [{ option: 'onError|noMatchHandler', argument: 0 }],
      label: '{key}',
    },
  ],
  types: {
    handlers: ['@tinyhttp/app#Handler|AsyncHandler|SyncHandler'],
    parameters: ['@tinyhttp/app#Request|Response'],
  },
  answers: {
    parameters: [1, 2],
    ends: ['json', 'send', 'sendStatus', 'end', 'redirect'],
    serialises: ['json', 'send', 'end'],
  },
  returned: 'caught',
});
