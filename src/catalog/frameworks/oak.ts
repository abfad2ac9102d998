import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all'];

export const oak = defineEntry({
  name: 'oak',
  docs: 'https://oakserver.org/',
  packages: ['@oak/oak'],
  versions: '16, 17',
  receivers: {
    app: { values: ['new @oak/oak#Application()'], chains: true },
    router: { values: ['new @oak/oak#Router()'], chains: true },
  },
  registrations: [
    { methods: ['use'], handlers: ['all'], label: 'middleware' },
    { on: 'router', methods: VERBS, minimumArguments: 2, handlers: ['rest'], label: '{METHOD} {0}' },
    { on: 'router', methods: ['use'], handlers: ['all'], label: 'middleware {0}' },
  ],
  types: { handlers: ['@oak/oak#Middleware|RouterMiddleware'], parameters: ['@oak/oak#Context|RouterContext'] },
  returned: 'awaited',
  continuation: 1,
});
