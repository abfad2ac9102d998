import { defineEntry } from '../entry.ts';

export const changeFeeds = defineEntry({
  name: 'change feeds',
  docs: 'https://www.mongodb.com/docs/drivers/node/current/monitoring-and-logging/change-streams/',
  packages: ['mongodb', 'mongoose', 'pg', 'pg-listen'],
  versions: 'mongodb 4 to 7; pg 8; pg-listen 1',
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
    notified: { values: ['new pg#Client()', 'new pg#Pool().connect()', 'typed pg#Client|PoolClient'] },
    listened: { values: ['pg-listen#default().notifications', 'pg-listen#default().events'] },
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
    {
      on: 'notified',
      methods: ['on', 'once', 'addListener'],
      events: ['notification', 'notice'],
      handlers: [1],
      kind: 'message',
      label: 'postgres {0}',
    },
    { on: 'listened', methods: ['on'], handlers: [1], kind: 'message', label: 'postgres {0}' },
  ],
  returned: 'ignored',
});
