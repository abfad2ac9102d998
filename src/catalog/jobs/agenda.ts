import { defineEntry } from '../entry.ts';

export const agenda = defineEntry({
  name: 'agenda',
  docs: 'https://github.com/agenda/agenda#defining-job-processors',
  packages: ['agenda', '@hokify/agenda'],
  versions: '4, 5',
  receivers: {
    app: {
      values: ['new agenda#Agenda()', 'new agenda#default()', 'new @hokify/agenda#Agenda()'],
    },
  },
  registrations: [{ methods: ['define'], minimumArguments: 2, handlers: [1, 2], kind: 'job', label: 'job {0}' }],
  // Agenda waits for the promise, and for `done` if the function takes it.
  returned: 'awaited',
  enqueues: ['new agenda#Agenda|default().now|schedule|every()'],
  launches: ['new agenda#Agenda|default().start|stop|cancel|purge()'],
});
