import { defineEntry } from '../entry.ts';

export const beeQueue = defineEntry({
  name: 'bee-queue',
  docs: 'https://github.com/bee-queue/bee-queue#queueprocessconcurrency-handlerjob-done',
  packages: ['bee-queue'],
  versions: '1, 2',
  receivers: { app: { values: ['new bee-queue#default()'] } },
  registrations: [{ methods: ['process'], handlers: ['last'], kind: 'job', label: 'process job' }],
  returned: 'awaited',
  enqueues: ['new bee-queue#default().createJob().**.save()'],
});
