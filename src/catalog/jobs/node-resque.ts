import { defineEntry } from '../entry.ts';

export const nodeResque = defineEntry({
  name: 'node-resque',
  docs: 'https://node-resque.actionherojs.com/',
  packages: ['node-resque'],
  versions: '9',
  registrations: [
    {
      calls: ['new node-resque#Worker|MultiWorker|Scheduler()'],
      handlers: [
        { option: '*', argument: 1 },
        { option: '*.perform', argument: 1 },
      ],
      kind: 'job',
      label: 'job {key}',
    },
  ],
  returned: 'awaited',
  enqueues: ['new node-resque#Queue().enqueue|enqueueAt|enqueueIn()'],
  launches: ['new node-resque#Worker().connect|start|end()', 'new node-resque#Queue().connect|end()'],
});
