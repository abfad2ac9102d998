import { defineEntry } from '../entry.ts';

export const croner = defineEntry({
  name: 'croner',
  docs: 'https://croner.56k.guru/usage/basics/',
  packages: ['croner'],
  versions: '8, 9, 10',
  receivers: { job: { values: ['new croner#Cron()', 'croner#Cron()'] } },
  registrations: [
    {
      calls: ['new croner#Cron()', 'croner#Cron()'],
      minimumArguments: 2,
      handlers: ['last'],
      kind: 'job',
      label: 'cron {0}',
    },
    { on: 'job', methods: ['schedule'], handlers: [0], kind: 'job', label: 'cron' },
  ],
  returned: 'awaited',
});
