import { defineEntry } from '../entry.ts';

const PER_JOB = [
  'active',
  'completed',
  'delayed',
  'failed',
  'progress',
  'removed',
  'stalled',
  'waiting',
  'waiting-children',
];

export const bullmqEvents = defineEntry({
  name: 'bullmq events',
  docs: 'https://docs.bullmq.io/guide/events',
  packages: ['bullmq'],
  versions: '4, 5',
  receivers: {
    worker: { values: ['new bullmq#Worker()'] },
    events: { values: ['new bullmq#QueueEvents()'] },
  },
  registrations: [
    {
      on: 'worker',
      methods: ['on', 'once'],
      events: PER_JOB,
      handlers: [1],
      kind: 'job',
      label: 'worker event {0}',
    },
    {
      on: 'events',
      methods: ['on', 'once'],
      events: PER_JOB,
      handlers: [1],
      kind: 'job',
      label: 'queue event {0}',
    },
  ],
  // They emit an event and don't wait.
  returned: 'ignored',
});
