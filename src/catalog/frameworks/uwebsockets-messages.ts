import { defineEntry } from '../entry.ts';

/** What a socket calls. It is an entry of its own, because nothing there answers a request. */
export const uwebsocketsMessages = defineEntry({
  name: 'uWebSockets.js sockets',
  docs: 'https://unetworking.github.io/uWebSockets.js/generated/interfaces/WebSocketBehavior.html',
  packages: ['uWebSockets.js'],
  versions: '20',
  receivers: {
    app: { values: ['uWebSockets.js#App|SSLApp()', 'typed uWebSockets.js#TemplatedApp'], chains: true },
  },
  registrations: [
    {
      methods: ['ws'],
      minimumArguments: 2,
      handlers: [{ option: 'open|message|dropped|drain|close|ping|pong|subscription', argument: 1 }],
      kind: 'message',
      label: 'websocket {key}',
    },
  ],
  types: { parameters: ['uWebSockets.js#WebSocket'], kind: 'message' },
  returned: 'ignored',
});
