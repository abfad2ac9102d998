import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'del', 'head', 'options', 'connect', 'trace', 'any'];
const BEHAVIOR = ['upgrade', 'open', 'message', 'dropped', 'drain', 'close', 'ping', 'pong', 'subscription'];

export const uWebSockets = defineEntry({
  name: 'uWebSockets.js',
  docs: 'https://unetworking.github.io/uWebSockets.js/generated/',
  packages: ['uWebSockets.js'],
  versions: '20',
  receivers: { app: { values: ['uWebSockets.js#App|SSLApp()', 'typed uWebSockets.js#TemplatedApp'], chains: true } },
  registrations: [
    { methods: VERBS, minimumArguments: 2, handlers: ['last'], label: '{METHOD} {0}' },
    {
      methods: ['ws'],
      handlers: BEHAVIOR.map((option) => ({ option, argument: 1 })),
      kind: 'message',
      label: 'websocket {0}',
    },
  ],
  types: { parameters: ['uWebSockets.js#HttpResponse'] },
  answers: { parameters: [0], ends: ['end', 'endWithoutBody', 'close'], serialises: ['end', 'write', 'tryEnd'] },
  returned: 'ignored',
  lookalikes: ['typed uWebSockets.js#WebSocket.send|publish|subscribe|unsubscribe|close|end()'],
});
