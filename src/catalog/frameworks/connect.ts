import { defineEntry } from '../entry.ts';

export const connect = defineEntry({
  name: 'connect',
  docs: 'https://github.com/senchalabs/connect#readme',
  packages: ['connect'],
  versions: '3',
  receivers: { app: { values: ['connect#default()'], chains: true } },
  registrations: [{ methods: ['use'], handlers: ['all'], label: 'middleware {0}' }],
  answers: { parameters: [1, 2], withError: [2, 3], ends: ['end'], serialises: ['end'] },
  returned: 'ignored',
});
