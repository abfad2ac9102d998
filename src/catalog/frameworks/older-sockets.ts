import { defineEntry } from '../entry.ts';

export const olderSockets = defineEntry({
  name: 'older socket servers',
  docs: 'https://github.com/sockjs/sockjs-node#readme',
  packages: ['sockjs', 'primus', 'websocket', 'faye-websocket', 'engine.io'],
  versions: 'sockjs 0; primus 8; websocket 1; faye-websocket 0; engine.io 6',
  receivers: {
    server: {
      values: [
        'sockjs#createServer()',
        'new primus#default()',
        'new engine.io#Server()',
        'engine.io#attach()',
        'engine.io#listen()',
      ],
    },
    requests: { values: ['new websocket#server()'] },
    connection: { values: ['typed websocket#connection'], from: { receiver: 'request', method: 'accept' } },
    request: { values: ['typed websocket#request'] },
    faye: { values: ['new faye-websocket#default()'] },
  },
  registrations: [
    {
      on: 'server',
      methods: ['on', 'once'],
      events: ['connection', 'disconnection'],
      handlers: [1],
      kind: 'message',
      gives: { 0: 'connection' },
      label: 'socket {0}',
    },
    {
      on: 'requests',
      methods: ['on', 'once'],
      events: ['request', 'connect', 'close'],
      handlers: [1],
      kind: 'message',
      gives: { 0: 'request' },
      label: 'socket {0}',
    },
    {
      on: 'connection',
      methods: ['on', 'once'],
      events: ['data', 'message', 'close', 'end', 'error', 'heartbeat'],
      handlers: [1],
      kind: 'message',
      label: 'socket event {0}',
    },
    {
      on: 'faye',
      methods: ['on', 'once'],
      events: ['message', 'close', 'open', 'error'],
      handlers: [1],
      kind: 'message',
      label: 'socket event {0}',
    },
  ],
  returned: 'ignored',
});
