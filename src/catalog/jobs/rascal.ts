import { defineEntry } from '../entry.ts';

const BROKER = 'rascal#BrokerAsPromised.create()';

export const rascal = defineEntry({
  name: 'rascal',
  docs: 'https://onebeyond.github.io/rascal/',
  packages: ['rascal'],
  versions: '17 to 20',
  receivers: { subscription: { values: [`${BROKER}.subscribe()`] } },
  registrations: [
    {
      on: 'subscription',
      methods: ['on'],
      events: ['message', 'invalid_content', 'redeliveries_exceeded', 'error'],
      handlers: [1],
      kind: 'message',
      label: 'subscription {0}',
    },
  ],
  returned: 'ignored',
  enqueues: [`${BROKER}.publish|forward()`],
  launches: ['rascal#BrokerAsPromised.create()', `${BROKER}.subscribe|shutdown()`],
});
