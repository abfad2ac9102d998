import { defineEntry } from '../entry.ts';

const NATS = ['nats', '@nats-io/transport-node', '@nats-io/nats-core', 'nats.ws'];

export const brokers = defineEntry({
  name: 'message brokers',
  docs: 'https://docs.nats.io/using-nats/developer',
  packages: ['nats', '@nats-io/transport-node', 'mqtt'],
  receivers: { mqtt: { values: ['mqtt#connect()', 'mqtt#connectAsync()'] } },
  registrations: [
    {
      on: 'mqtt',
      methods: ['on', 'once'],
      events: ['message', 'connect', 'reconnect', 'packetreceive'],
      minimumArguments: 2,
      handlers: [1],
      kind: 'message',
      label: 'mqtt {0}',
    },
    {
      calls: NATS.map((module) => `${module}#connect().subscribe()`),
      handlers: [{ option: 'callback', argument: 1 }],
      kind: 'message',
      label: 'subject {0}',
    },
  ],
  returned: 'ignored',
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
