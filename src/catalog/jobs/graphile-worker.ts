import { defineEntry } from '../entry.ts';

export const graphileWorker = defineEntry({
  name: 'graphile-worker',
  docs: 'https://worker.graphile.org/docs/tasks',
  packages: ['graphile-worker'],
  versions: '0',
  registrations: [
    {
      calls: ['graphile-worker#run|runOnce()'],
      handlers: [{ option: 'taskList.*', argument: 0 }],
      kind: 'job',
      label: 'task {key}',
    },
  ],
  objects: [{ types: ['graphile-worker#TaskList'], handlers: ['*'], kind: 'job', label: 'task {key}' }],
  types: { handlers: ['graphile-worker#Task'], kind: 'job' },
  returned: 'awaited',
  enqueues: ['graphile-worker#quickAddJob()', 'typed graphile-worker#WorkerUtils|JobHelpers.addJob|addJobs()'],
});
