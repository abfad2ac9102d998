import { defineEntry } from '../entry.ts';

const SERVERS = ['net#createServer()', 'new net#Server()', 'tls#createServer()', 'new tls#Server()'];

export const nodeSockets = defineEntry({
  name: 'node sockets',
  docs: 'https://nodejs.org/docs/latest/api/net.html',
  packages: [],
  receivers: {
    server: { values: SERVERS },
    connection: { values: [] },
    datagrams: { values: ['dgram#createSocket()'] },
  },
  registrations: [
    { calls: SERVERS, handlers: ['last'], kind: 'message', gives: { 0: 'connection' }, label: 'connection' },
    {
      on: 'server',
      methods: ['on', 'once', 'addListener'],
      events: ['connection', 'secureConnection'],
      handlers: [1],
      kind: 'message',
      gives: { 0: 'connection' },
      label: '{0}',
    },
    {
      on: 'connection',
      methods: ['on', 'once', 'addListener'],
      events: ['data', 'end', 'close', 'error', 'timeout', 'readable'],
      handlers: [1],
      kind: 'message',
      label: 'connection {0}',
    },
    {
      on: 'datagrams',
      methods: ['on', 'once', 'addListener'],
      events: ['message'],
      handlers: [1],
      kind: 'message',
      label: 'datagram {0}',
    },
    { calls: ['dgram#createSocket()'], handlers: [1], kind: 'message', label: 'datagram message' },
  ],
  returned: 'ignored',
});
