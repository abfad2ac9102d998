import { defineEntry } from '../entry.ts';

export const kafkajs = defineEntry({
  name: 'kafkajs',
  docs: 'https://kafka.js.org/docs/consuming',
  packages: ['kafkajs', '@confluentinc/kafka-javascript'],
  versions: '1, 2',
  receivers: { consumer: { values: ['new kafkajs#Kafka().consumer()', 'typed kafkajs#Consumer'] } },
  registrations: [
    {
      on: 'consumer',
      methods: ['run'],
      handlers: [{ option: 'eachMessage|eachBatch', argument: 0 }],
      kind: 'message',
      label: 'consumer {key}',
    },
  ],
  types: { handlers: ['kafkajs#EachMessageHandler|EachBatchHandler'], kind: 'message' },
  returned: 'awaited',
  enqueues: ['new kafkajs#Kafka().producer().send|sendBatch()', 'typed kafkajs#Producer.send|sendBatch()'],
  launches: [
    'new kafkajs#Kafka().producer|consumer|admin().connect|disconnect|subscribe|run|stop|commitOffsets|createTopics()',
    'typed kafkajs#Producer|Consumer|Admin.connect|disconnect|subscribe|run|stop|commitOffsets|createTopics()',
  ],
});
