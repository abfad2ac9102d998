import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const QUEUE = names(`
  close pause resume drain obliterate clean getJob getJobs getJobCounts remove retryJobs upsertJobScheduler
  removeJobScheduler
`);

export const bullmq = defineEntry({
  name: 'bullmq',
  docs: 'https://docs.bullmq.io/guide/workers',
  packages: ['bullmq'],
  versions: '4, 5',
  receivers: { worker: { values: ['new bullmq#Worker()'] } },
  registrations: [{ calls: ['new bullmq#Worker()'], handlers: [1, { file: 1 }], kind: 'job', label: 'worker {0}' }],
  types: { handlers: ['bullmq#Processor'], kind: 'job' },
  namedParameters: [{ names: ['job'], is: 'typed bullmq#Job' }],
  returned: 'awaited',
  // The promise tells that the queue took the job. If it is lost, the job may be, too.
  enqueues: ['new bullmq#Queue|FlowProducer().add|addBulk()'],
  launches: [
    `new bullmq#Queue().${QUEUE}()`,
    'typed bullmq#Job.updateProgress|updateData|log|remove|retry|moveToFailed|moveToDelayed|promote()',
    'new bullmq#Worker().close|pause()',
  ],
});
