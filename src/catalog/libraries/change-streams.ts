import { defineEntry } from '../entry.ts';

/** A notification of Postgres is none of these: it only wakes a reader, and what it reads stays in its table. */
export const changeStreams = defineEntry({
  name: 'change streams',
  docs: 'https://www.mongodb.com/docs/drivers/node/current/monitoring-and-logging/change-streams/',
  packages: ['mongodb', 'mongoose'],
  versions: '4 to 7',
  receivers: {
    changes: {
      values: [
        'new mongodb#MongoClient().watch()',
        'new mongodb#MongoClient().db().watch()',
        'new mongodb#MongoClient().db().collection().watch()',
        'typed mongodb#Collection|Db|MongoClient.watch()',
        'typed mongodb#ChangeStream',
        'mongoose#model().watch()',
        'mongoose#connection.watch()',
      ],
    },
  },
  registrations: [
    {
      on: 'changes',
      methods: ['on', 'once', 'addListener'],
      events: ['change', 'error', 'close', 'end'],
      handlers: [1],
      kind: 'message',
      label: 'change stream {0}',
    },
  ],
  returned: 'ignored',
});
