import { defineEntry } from '../entry.ts';

export const nodeSchedule = defineEntry({
  name: 'node-schedule',
  docs: 'https://github.com/node-schedule/node-schedule#readme',
  packages: ['node-schedule'],
  versions: '2',
  registrations: [
    {
      calls: ['node-schedule#scheduleJob()', 'new node-schedule#Job()'],
      minimumArguments: 2,
      handlers: ['last'],
      kind: 'job',
      label: 'schedule {0}',
    },
  ],
  returned: 'caught',
});
