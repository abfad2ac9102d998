import { defineEntry } from '../entry.ts';

export const bull = defineEntry({
  name: 'bull',
  docs: 'https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md',
  packages: ['bull'],
  versions: '4',
  receivers: { app: { values: ['new bull#default()', 'bull#default()', 'typed bull#Queue'] } },
  // A processor may be a file: `process(path)`, `process(name, path)`, `process(name, concurrency, path)`.
  registrations: [
    {
      methods: ['process'],
      handlers: ['last', { file: 0 }, { file: 1 }, { file: 2 }],
      kind: 'job',
      label: 'process {0}',
    },
  ],
  returned: 'awaited',
  enqueues: ['new bull#default().add|addBulk()', 'bull#default().add|addBulk()', 'typed bull#Queue.add|addBulk()'],
});
