import { defineEntry } from '../entry.ts';

export const inngest = defineEntry({
  name: 'inngest',
  docs: 'https://www.inngest.com/docs/reference/functions/create',
  packages: ['inngest'],
  versions: '3, 4',
  receivers: { app: { values: ['new inngest#Inngest()'] } },
  registrations: [
    { methods: ['createFunction'], handlers: ['last'], kind: 'job', label: 'function {id}' },
    { methods: ['endpoint'], handlers: ['last'], label: 'endpoint' },
  ],
  returned: 'awaited',
  enqueues: ['new inngest#Inngest().send()'],
});
