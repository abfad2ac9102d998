import { defineEntry } from '../entry.ts';

export const bullmq = defineEntry({
  name: 'bullmq',
  docs: 'https://docs.bullmq.io/guide/workers',
  packages: ['bullmq'],
  versions: '4, 5',
  receivers: { worker: { values: ['new bullmq#Worker()', 'typed bullmq#Worker'] } },
  registrations: [{ calls: ['new bullmq#Worker()'], handlers: [1], kind: 'job', label: 'worker {0}' }],
  types: { handlers: ['bullmq#Processor'], kind: 'job' },
  returned: 'awaited',
  // The promise is that of the queue taking the job: lost, the job never was.
  enqueues: ['new bullmq#Queue|FlowProducer().add|addBulk()', 'typed bullmq#Queue|FlowProducer.add|addBulk()'],
  launches: [
    'new bullmq#Queue().close|pause|resume|drain|obliterate|clean|getJob|getJobs|getJobCounts|remove|retryJobs|upsertJobScheduler|removeJobScheduler()',
    'typed bullmq#Queue.close|pause|resume|drain|obliterate|clean|getJob|getJobs|getJobCounts|remove|retryJobs|upsertJobScheduler|removeJobScheduler()',
    'typed bullmq#Job.updateProgress|updateData|log|remove|retry|moveToFailed|moveToDelayed|promote()',
    'new bullmq#Worker().close|pause()',
  ],
});
