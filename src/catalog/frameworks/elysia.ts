import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'connect', 'all'];
const HOOKS = ['onRequest', 'onParse', 'onTransform', 'onBeforeHandle', 'onAfterHandle', 'mapResponse', 'onError', 'onAfterResponse', 'derive', 'resolve'];

export const elysia = defineEntry({
  name: 'elysia',
  docs: 'https://elysiajs.com/essential/handler',
  packages: ['elysia'],
  versions: '1',
  receivers: { app: { values: ['new elysia#Elysia()', 'new elysia#default()', 'typed elysia#Elysia'], chains: true } },
  registrations: [
    { methods: VERBS, minimumArguments: 2, handlers: [1], label: '{METHOD} {0}' },
    { methods: HOOKS, handlers: ['last'], label: 'hook {method}' },
    { methods: ['group'], handlers: ['last'], plugin: true, gives: { 0: 'app' }, label: 'group {0}' },
    { methods: ['guard'], handlers: ['last'], plugin: true, gives: { 0: 'app' }, label: 'guard' },
  ],
  returned: 'awaited',
});
