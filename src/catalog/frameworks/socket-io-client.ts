import { defineEntry } from '../entry.ts';

export const socketIoClient = defineEntry({
  name: 'socket.io-client',
  docs: 'https://socket.io/docs/v4/client-api/',
  packages: ['socket.io-client'],
  versions: '4',
  receivers: {
    socket: {
      values: [
        'socket.io-client#io|connect|default()',
        'socket.io-client#default.connect()',
        'typed socket.io-client#Socket',
      ],
    },
  },
  registrations: [
    {
      on: 'socket',
      methods: ['on', 'once', 'onAny'],
      handlers: ['last'],
      kind: 'message',
      label: 'socket event {0}',
    },
  ],
  returned: 'ignored',
});
