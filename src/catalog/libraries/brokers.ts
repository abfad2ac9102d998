import { defineEntry } from '../entry.ts';

const NATS = [
  'nats#connect()',
  'nats.ws#connect()',
  '@nats-io/transport-node#connect()',
  '@nats-io/nats-core#wsconnect()',
];

export const brokers = defineEntry({
  name: 'message brokers',
  docs: 'https://docs.nats.io/using-nats/developer',
  packages: ['nats', '@nats-io/transport-node', 'mqtt'],
  receivers: { mqtt: { values: ['mqtt#connect()', 'mqtt#connectAsync()', 'typed mqtt#MqttClient'] } },
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
      calls: NATS.map((connection) => `${connection}.subscribe()`),
      handlers: [{ option: 'callback', argument: 1 }],
      kind: 'message',
      label: 'subject {0}',
    },
  ],
  returned: 'ignored',
  enqueues: ['nats#connect().jetstream().publish()'],
  launches: [
    ...NATS,
    ...NATS.map((connection) => `${connection}.request|flush|drain|close()`),
    'mqtt#connectAsync()',
    'mqtt#connect().publishAsync|subscribeAsync|unsubscribeAsync|endAsync()',
    'mqtt#connectAsync().publishAsync|subscribeAsync|unsubscribeAsync|endAsync()',
    'typed mqtt#MqttClient.publishAsync|subscribeAsync|unsubscribeAsync|endAsync()',
  ],
  lookalikes: [
    ...NATS.map((connection) => `${connection}.publish()`),
    'mqtt#connect().publish|subscribe()',
    'typed mqtt#MqttClient.publish|subscribe()',
  ],
});
