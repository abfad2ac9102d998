import { defineEntry } from '../entry.ts';

export const queues = defineEntry({
  name: 'job queues',
  docs: 'https://docs.bullmq.io/guide/queues',
  packages: ['bullmq', 'bull', 'pg-boss'],
  // The promise is that of the queue taking the job: lost, the job never was.
  enqueues: [
    'new bullmq#Queue|FlowProducer().add|addBulk()',
    'typed bullmq#Queue.add|addBulk()',
    'new bull#default().add|addBulk()',
    'new pg-boss#default|PgBoss().send|publish|insert()',
    'typed inngest#Inngest.send()',
    'new inngest#Inngest().send()',
  ],
});
