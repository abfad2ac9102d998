import { defineEntry } from '../entry.ts';

export const totalJs = defineEntry({
  name: 'Total.js',
  docs: 'https://docs.totaljs.com/total5/',
  packages: ['total4', 'total5', 'total.js'],
  versions: '3, 4, 5',
  registrations: [
    { calls: ['global#ROUTE()'], handlers: [1], label: '{0}', autoImported: true },
    { calls: ['global#MIDDLEWARE()'], handlers: [1], label: 'middleware {0}', autoImported: true },
    { calls: ['global#ON()'], handlers: [1], kind: 'message', label: 'event {0}', autoImported: true },
    {
      calls: ['global#NEWACTION()'],
      handlers: [{ option: 'action', argument: 1 }],
      label: 'action {0}',
      autoImported: true,
    },
  ],
  returned: 'caught',
});
