import { defineEntry } from '../entry.ts';

export const rpcClients = defineEntry({
  name: 'clients of RPC servers',
  docs: 'https://trpc.io/docs/client/vanilla/setup',
  packages: ['@trpc/client', 'socket.io-client'],
  launches: [
    '@trpc/client#createTRPCClient|createTRPCProxyClient().**.query|mutate()',
    'socket.io-client#io|default().emitWithAck()',
  ],
  lookalikes: ['socket.io-client#io|default().emit()'],
});
