import { defineEntry } from '../entry.ts';

export const vendure = defineEntry({
  name: 'vendure',
  docs: 'https://docs.vendure.io/guides/developer-guide/scheduled-tasks/',
  packages: ['@vendure/core'],
  versions: '2, 3',
  registrations: [
    {
      calls: ['new @vendure/core#ScheduledTask()'],
      handlers: [{ option: 'execute', argument: 0 }],
      kind: 'job',
      label: 'scheduled task {id}',
    },
    {
      calls: ['typed @vendure/core#JobQueueService.createQueue()'],
      handlers: [{ option: 'process', argument: 0 }],
      kind: 'job',
      label: 'job queue {name}',
    },
    {
      calls: ['typed @vendure/core#EventBus.ofType().**.subscribe()'],
      handlers: [0],
      kind: 'message',
      label: 'event',
    },
    {
      calls: ['typed @vendure/core#EventBus.registerBlockingEventHandler()'],
      handlers: [{ option: 'handler', argument: 0 }],
      kind: 'message',
      label: 'event {id}',
    },
  ],
  launches: ['typed @vendure/core#EventBus.publish()'],
  enqueues: ['typed @vendure/core#JobQueue.add()'],
  returned: 'awaited',
});
