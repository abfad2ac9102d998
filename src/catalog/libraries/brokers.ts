import { defineEntry } from '../entry.ts';

export const brokers = defineEntry({
  name: 'message brokers',
  docs: 'https://docs.nats.io/using-nats/developer',
  packages: ['nats', '@nats-io/transport-node', 'mqtt'],
  enqueues: ['nats#connect().jetstream().publish()'],
  launches: [
    'nats#connect()',
    'nats#connect().request|flush|drain|close()',
    '@nats-io/transport-node#connect()',
    '@nats-io/transport-node#connect().request|flush|drain|close()',
    'mqtt#connectAsync()',
    'mqtt#connect().publishAsync|subscribeAsync|unsubscribeAsync|endAsync()',
    'mqtt#connectAsync().publishAsync|subscribeAsync|unsubscribeAsync|endAsync()',
  ],
  lookalikes: [
    'nats#connect().publish()',
    '@nats-io/transport-node#connect().publish()',
    'mqtt#connect().publish|subscribe()',
  ],
});
