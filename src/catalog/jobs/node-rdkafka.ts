import { defineEntry } from '../entry.ts';

export const nodeRdkafka = defineEntry({
  name: 'node-rdkafka',
  docs: 'https://blizzard.github.io/node-rdkafka/current/KafkaConsumer.html',
  packages: ['node-rdkafka'],
  versions: '3',
  receivers: {
    consumer: {
      values: ['new node-rdkafka#KafkaConsumer()', 'node-rdkafka#KafkaConsumer.createReadStream()'],
      chains: true,
    },
  },
  registrations: [
    {
      on: 'consumer',
      methods: ['on', 'once'],
      events: ['data', 'rebalance', 'event.error', 'offset.commit'],
      handlers: [1],
      kind: 'message',
      label: 'consumer {0}',
    },
    { on: 'consumer', methods: ['consume'], handlers: ['last'], kind: 'message', label: 'consume' },
  ],
  returned: 'ignored',
});
