import { defineEntry } from '../entry.ts';

export const toadScheduler = defineEntry({
  name: 'toad-scheduler',
  docs: 'https://github.com/kibertoad/toad-scheduler#readme',
  packages: ['toad-scheduler'],
  versions: '3, 4',
  registrations: [{ calls: ['new toad-scheduler#Task|AsyncTask()'], handlers: [1, 2], kind: 'job', label: 'task {0}' }],
  returned: 'awaited',
});
