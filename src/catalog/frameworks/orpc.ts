import { defineEntry } from '../entry.ts';

export const orpc = defineEntry({
  name: 'orpc',
  docs: 'https://orpc.unnoq.com/docs/procedure',
  packages: ['@orpc/server'],
  versions: '1',
  receivers: { procedure: { values: ['@orpc/server#os', '@orpc/server#implement().**'], chains: true } },
  registrations: [
    { on: 'procedure', methods: ['handler'], handlers: [0], label: 'procedure {variable}' },
    { on: 'procedure', methods: ['use', 'middleware'], handlers: [0], label: 'middleware' },
  ],
  returned: 'awaited',
});
