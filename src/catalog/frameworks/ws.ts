import { defineEntry } from '../entry.ts';

export const ws = defineEntry({
  name: 'ws',
  docs: 'https://github.com/websockets/ws/blob/master/doc/ws.md',
  packages: ['ws'],
  versions: '8',
  receivers: {
    app: { values: ['new ws#WebSocketServer()', 'new ws#Server()'] },
    socket: { values: ['typed ws#WebSocket', 'typed ws#default'] },
  },
  registrations: [
    {
      methods: ['on', 'once'],
      events: ['connection', 'headers'],
      handlers: [1],
      kind: 'message',
      gives: { 0: 'socket' },
      label: 'websocket {0}',
    },
    {
      on: 'socket',
      methods: ['on', 'once'],
      events: ['message', 'close', 'error', 'ping', 'pong', 'open'],
      handlers: [1],
      kind: 'message',
      label: 'websocket {0}',
    },
  ],
  returned: 'ignored',
});
