import { defineEntry } from '../entry.ts';

const JAYSON = [
  'jayson#Server()',
  'new jayson#Server()',
  'jayson#server()',
  'jayson/promise#Server()',
  'new jayson/promise#Server()',
];

export const jsonRpc = defineEntry({
  name: 'JSON-RPC servers',
  docs: 'https://github.com/tedeh/jayson#readme',
  packages: ['jayson', 'json-rpc-2.0', 'rpc-websockets'],
  versions: 'jayson 4; json-rpc-2.0 1; rpc-websockets 9, 10',
  receivers: {
    server: { values: ['new json-rpc-2.0#JSONRPCServer()', 'new json-rpc-2.0#JSONRPCServerAndClient()'] },
    sockets: { values: ['new rpc-websockets#Server()'] },
  },
  registrations: [
    {
      calls: JAYSON,
      handlers: [{ option: '*', argument: 0 }],
      label: 'method {key}',
    },
    { on: 'server', methods: ['addMethod', 'addMethodAdvanced'], handlers: [1], label: 'method {0}' },
    { on: 'sockets', methods: ['register'], handlers: [1], label: 'method {0}' },
    { on: 'sockets', methods: ['on', 'once'], handlers: [1], kind: 'message', label: 'socket {0}' },
  ],
  returned: 'awaited',
});
