import { defineEntry } from '../entry.ts';

export const hapi = defineEntry({
  name: 'hapi',
  docs: 'https://hapi.dev/api/#-serverrouteroute',
  packages: ['@hapi/hapi'],
  versions: '20, 21',
  receivers: { server: { values: ['@hapi/hapi#server()', 'new @hapi/hapi#Server()', '@hapi/hapi#Server()', 'typed @hapi/hapi#Server'] } },
  registrations: [
    { on: 'server', methods: ['route'], handlers: [{ option: 'handler' }, { option: 'options.handler' }, { option: 'config.handler' }], label: '{method} {path}' },
    { on: 'server', methods: ['ext'], minimumArguments: 2, handlers: [1], label: 'extension {0}' },
  ],
  types: { handlers: ['@hapi/hapi#Lifecycle.Method'], parameters: ['@hapi/hapi#ResponseToolkit'] },
  returned: 'awaited',
  // A hapi handler answers by what it returns.
  answers: { parameters: [], ends: [] },
});
