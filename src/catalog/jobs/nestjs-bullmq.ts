import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const QUEUE_EVENTS = names(`
  OnQueueActive OnQueueCompleted OnQueueFailed OnQueueProgress OnQueueError OnQueueStalled OnQueueDrained
  OnGlobalQueueCompleted OnGlobalQueueFailed
`);

export const nestjsBullmq = defineEntry({
  name: 'nestjs queues',
  docs: 'https://docs.nestjs.com/techniques/queues',
  packages: ['@nestjs/bullmq', '@nestjs/bull'],
  versions: '10, 11',
  decorators: [
    { names: ['@nestjs/bullmq#OnWorkerEvent|OnQueueEvent()'], kind: 'job', label: 'queue event {name}' },
    { names: ['@nestjs/bull#Process()'], kind: 'job', label: 'process {name}' },
    {
      names: [`@nestjs/bull#${QUEUE_EVENTS}()`],
      kind: 'job',
      label: 'queue event {name}',
    },
  ],
  classes: [{ extends: ['@nestjs/bullmq#WorkerHost'], methods: ['process'], kind: 'job', label: 'worker {class}' }],
  returned: 'awaited',
});
