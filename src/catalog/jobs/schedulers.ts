import { defineEntry } from '../entry.ts';

export const schedulers = defineEntry({
  name: 'schedulers',
  docs: 'https://nodecron.com/api/schedule.html',
  packages: ['node-cron', 'cron', 'croner', 'node-schedule'],
  registrations: [
    { calls: ['node-cron#schedule()'], handlers: [1], kind: 'job', label: 'cron {0}' },
    { calls: ['new cron#CronJob()'], handlers: [1], kind: 'job', label: 'cron {0}' },
    { calls: ['cron#CronJob.from()'], handlers: [{ option: 'onTick', argument: 0 }], kind: 'job', label: 'cron {cronTime}' },
    { calls: ['new croner#Cron()', 'croner#Cron()'], handlers: ['last'], kind: 'job', label: 'cron {0}' },
    { calls: ['node-schedule#scheduleJob()'], handlers: ['last'], kind: 'job', label: 'schedule {0}' },
  ],
  returned: 'awaited',
});
