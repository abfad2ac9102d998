import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'options', 'del', 'patch', 'put', 'head', 'connect', 'trace', 'any'];

export const uwebsockets = defineEntry({
  name: 'uWebSockets.js',
  docs: 'https://unetworking.github.io/uWebSockets.js/generated/interfaces/TemplatedApp.html',
  packages: ['uWebSockets.js'],
  versions: '20',
  receivers: {
    app: { values: ['uWebSockets.js#App|SSLApp()', 'typed uWebSockets.js#TemplatedApp'], chains: true },
  },
  registrations: [
    { methods: VERBS, verbs: { del: 'DELETE' }, minimumArguments: 2, handlers: [1], label: '{METHOD} {0}' },
    { methods: ['ws'], handlers: [{ option: 'upgrade', argument: 1 }], label: 'websocket upgrade' },
    { methods: ['listen'], handlers: ['last'], kind: 'lifecycle', label: 'listen' },
  ],
  types: { parameters: ['uWebSockets.js#HttpResponse'] },
  answers: { parameters: [0], ends: ['end', 'tryEnd', 'endWithoutBody', 'upgrade', 'close'] },
  returned: 'ignored',
  lookalikes: ['typed uWebSockets.js#WebSocket.send|publish|subscribe|unsubscribe|close|end()'],
});
