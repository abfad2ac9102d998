import { defineEntry } from '../entry.ts';

export const cron = defineEntry({
  name: 'cron',
  docs: 'https://github.com/kelektiv/node-cron#readme',
  packages: ['cron'],
  versions: '3, 4',
  registrations: [
    { calls: ['new cron#CronJob()'], handlers: [1, 2], kind: 'job', label: 'cron {0}' },
    {
      calls: ['cron#CronJob.from()'],
      handlers: [{ option: 'onTick|onComplete', argument: 0 }],
      kind: 'job',
      label: 'cron {cronTime}',
    },
  ],
  // It waits only with the option waitForCompletion.
  returned: 'caught',
});
