import { defineEntry } from '../entry.ts';

export const bull = defineEntry({
  name: 'bull',
  docs: 'https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md',
  packages: ['bull'],
  versions: '4',
  receivers: { app: { values: ['new bull#default()', 'bull#default()', 'typed bull#Queue'] } },
  registrations: [{ methods: ['process'], handlers: ['last'], kind: 'job', label: 'process {0}' }],
  returned: 'awaited',
  enqueues: ['new bull#default().add|addBulk()', 'bull#default().add|addBulk()', 'typed bull#Queue.add|addBulk()'],
});
