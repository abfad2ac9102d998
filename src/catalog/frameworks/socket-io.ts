import { defineEntry } from '../entry.ts';

export const socketIo = defineEntry({
  name: 'socket.io',
  docs: 'https://socket.io/docs/v4/server-api/',
  packages: ['socket.io'],
  versions: '4',
  receivers: {
    app: {
      values: ['new socket.io#Server()', 'socket.io#default()', 'new socket.io#default()', 'typed socket.io#Namespace'],
    },
    namespace: { from: { receiver: 'app', method: 'of' } },
    socket: { values: ['typed socket.io#Socket'] },
  },
  registrations: [
    {
      methods: ['on', 'once'],
      events: ['connection', 'connect'],
      handlers: [1],
      kind: 'message',
      gives: { 0: 'socket' },
      label: 'socket {0}',
    },
    {
      on: 'namespace',
      methods: ['on', 'once'],
      events: ['connection', 'connect'],
      handlers: [1],
      kind: 'message',
      gives: { 0: 'socket' },
      label: 'socket {0}',
    },
    { on: 'socket', methods: ['on', 'once', 'onAny'], handlers: ['last'], kind: 'message', label: 'socket event {0}' },
    { methods: ['use'], handlers: [0], kind: 'message', label: 'socket middleware' },
  ],
  returned: 'ignored',
  // join and leave return promises only with some adapters, and code usually ignores them.
  lookalikes: ['typed socket.io#Socket.join|leave|emit|disconnect()'],
});
