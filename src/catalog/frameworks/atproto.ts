import { defineEntry } from '../entry.ts';

const SERVER = '@atproto/xrpc-server';
const HANDLERS = [1, { option: 'handler', argument: 1 }];

export const atproto = defineEntry({
  name: 'atproto',
  docs: 'https://github.com/bluesky-social/atproto/tree/main/packages/xrpc-server',
  packages: [SERVER],
  versions: '0.4 to 0.13',
  receivers: {
    server: { values: [`new ${SERVER}#Server()`, `${SERVER}#createServer()`] },
  },
  registrations: [
    {
      on: 'server',
      methods: ['add', 'method', 'addMethod'],
      minimumArguments: 2,
      handlers: HANDLERS,
      label: 'XRPC {0}',
    },
    {
      on: 'server',
      methods: ['streamMethod', 'addStreamMethod'],
      minimumArguments: 2,
      handlers: HANDLERS,
      kind: 'message',
      label: 'XRPC stream {0}',
    },
  ],
  returned: 'awaited',
});
