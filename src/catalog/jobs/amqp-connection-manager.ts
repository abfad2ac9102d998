import { defineEntry } from '../entry.ts';

const CONNECTION = 'amqp-connection-manager#connect()';
const CHANNEL = `${CONNECTION}.createChannel()`;
const API = 'addSetup|assertExchange|assertQueue|bindQueue|cancel|close|consume|waitForConnect';

export const amqpConnectionManager = defineEntry({
  name: 'amqp-connection-manager',
  docs: 'https://github.com/jwalton/node-amqp-connection-manager#readme',
  packages: ['amqp-connection-manager'],
  versions: '4, 5',
  receivers: { channel: { values: [`${CONNECTION}.createChannel()`, 'typed amqp-connection-manager#ChannelWrapper'] } },
  registrations: [
    { on: 'channel', methods: ['consume'], minimumArguments: 2, handlers: [1], kind: 'message', label: 'consume {0}' },
  ],
  returned: 'ignored',
  enqueues: [CHANNEL, 'typed amqp-connection-manager#ChannelWrapper'].map(
    (channel) => `${channel}.publish|sendToQueue()`,
  ),
  launches: [`${CHANNEL}.${API}()`, `typed amqp-connection-manager#ChannelWrapper.${API}()`, `${CONNECTION}.close()`],
  hands: [{ calls: [`${CONNECTION}.createChannel()`], parameter: 0, is: 'typed amqplib#ConfirmChannel' }],
});
