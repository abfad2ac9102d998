import { defineEntry } from '../entry.ts';

export const connectrpc = defineEntry({
  name: 'connectrpc',
  docs: 'https://connectrpc.com/docs/node/implementing-services',
  packages: ['@connectrpc/connect'],
  versions: '1, 2',
  receivers: { router: { values: ['typed @connectrpc/connect#ConnectRouter'], chains: true } },
  registrations: [
    {
      on: 'router',
      methods: ['service'],
      minimumArguments: 2,
      handlers: [{ option: '*', argument: 1 }],
      label: 'rpc {key}',
    },
    {
      calls: [
        '@connectrpc/connect-node#connectNodeAdapter()',
        '@connectrpc/connect-express#expressConnectMiddleware()',
        '@connectrpc/connect-next#nextJsApiRouter()',
      ],
      handlers: [{ option: 'contextValues', argument: 0 }],
      givesUnder: { routes: { 0: 'router' } },
      label: 'context values',
    },
    { on: 'router', methods: ['rpc'], minimumArguments: 2, handlers: ['last'], label: 'rpc {0}' },
  ],
  plugins: { shapes: [['router']], gives: { 0: 'router' } },
  objects: [{ types: ['@connectrpc/connect#ServiceImpl'], handlers: ['*'], label: 'rpc {key}' }],
  classes: [{ implements: ['@connectrpc/connect#ServiceImpl'], methods: ['*'], label: 'rpc {class}.{name}' }],
  types: {
    handlers: ['@connectrpc/connect#MethodImpl|Interceptor'],
    parameters: ['@connectrpc/connect#HandlerContext'],
  },
  returned: 'awaited',
});
