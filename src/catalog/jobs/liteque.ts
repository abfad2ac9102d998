import { defineEntry } from '../entry.ts';

export const liteque = defineEntry({
  name: 'liteque',
  docs: 'https://github.com/karakeep-app/liteque',
  packages: ['liteque'],
  versions: '0.3 to 0.8',
  registrations: [
    {
      calls: ['new liteque#Runner()'],
      handlers: [{ option: 'run|onComplete|onError', argument: 1 }],
      kind: 'job',
      label: 'runner {key}',
    },
  ],
  returned: 'awaited',
  enqueues: ['new liteque#SqliteQueue().enqueue()'],
});
