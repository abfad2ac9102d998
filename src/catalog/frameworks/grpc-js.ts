import { defineEntry } from '../entry.ts';

const HANDLERS = 'handleUnaryCall|handleServerStreamingCall|handleClientStreamingCall|handleBidiStreamingCall';
const CALLS = 'ServerUnaryCall|ServerWritableStream|ServerReadableStream|ServerDuplexStream|sendUnaryData';

export const grpc = defineEntry({
  name: 'grpc',
  docs: 'https://grpc.io/docs/languages/node/basics/#starting-the-server',
  packages: ['@grpc/grpc-js'],
  versions: '1',
  receivers: { server: { values: ['new @grpc/grpc-js#Server()'] } },
  registrations: [
    {
      on: 'server',
      methods: ['addService'],
      minimumArguments: 2,
      handlers: [{ option: '*', argument: 1 }],
      label: 'gRPC {key}',
    },
  ],
  objects: [{ types: ['@grpc/grpc-js#UntypedServiceImplementation'], handlers: ['*'], label: 'gRPC {key}' }],
  types: { handlers: [`@grpc/grpc-js#${HANDLERS}`], parameters: [`@grpc/grpc-js#${CALLS}`] },
  // A unary call answers with its callback.
  answers: { parameters: [1], ends: [] },
  returned: 'ignored',
});
