import { defineEntry } from '../entry.ts';

export const niceGrpc = defineEntry({
  name: 'nice-grpc',
  docs: 'https://github.com/deeplay-io/nice-grpc/tree/master/packages/nice-grpc#readme',
  packages: ['nice-grpc'],
  versions: '2',
  receivers: { app: { values: ['nice-grpc#createServer()'], chains: true } },
  registrations: [
    { methods: ['add'], minimumArguments: 2, handlers: [{ option: '*', argument: 1 }], label: 'gRPC {key}' },
    { methods: ['use'], handlers: [0], label: 'gRPC middleware' },
  ],
  types: { parameters: ['nice-grpc#CallContext', 'nice-grpc-common#CallContext'] },
  returned: 'awaited',
});
