import { defineEntry } from '../entry.ts';

export const pgBoss = defineEntry({
  name: 'pg-boss',
  docs: 'https://github.com/timgit/pg-boss/blob/master/docs/readme.md',
  packages: ['pg-boss'],
  versions: '9, 10, 11, 12',
  receivers: {
    app: { values: ['new pg-boss#default()', 'new pg-boss#PgBoss()'] },
  },
  registrations: [
    { methods: ['work', 'offWork'], minimumArguments: 2, handlers: ['last'], kind: 'job', label: 'work {0}' },
  ],
  returned: 'awaited',
  enqueues: ['new pg-boss#default|PgBoss().send|sendAfter|sendThrottled|sendDebounced|publish|insert|schedule()'],
});
