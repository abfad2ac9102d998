import { defineEntry } from '../entry.ts';

export const nodeCron = defineEntry({
  name: 'node-cron',
  docs: 'https://nodecron.com/api/schedule.html',
  packages: ['node-cron'],
  versions: '3, 4',
  registrations: [{ calls: ['node-cron#schedule|createTask()'], handlers: [1], kind: 'job', label: 'cron {0}' }],
  returned: 'awaited',
});
