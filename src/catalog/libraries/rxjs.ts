import { defineEntry } from '../entry.ts';

export const rxjs = defineEntry({
  name: 'rxjs',
  docs: 'https://rxjs.dev/guide/subject',
  packages: ['rxjs'],
  versions: '6, 7',
  // A subject is an event bus in the process. Other observables end, or count time.
  registrations: [
    {
      calls: ['new rxjs#Subject|ReplaySubject|BehaviorSubject().**.subscribe()', 'typed rxjs#Subject.**.subscribe()'],
      handlers: [0, { option: 'next', argument: 0 }],
      kind: 'message',
      label: 'subscription',
    },
  ],
  returned: 'ignored',
});
