import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const CHANNEL = names(`
  assertQueue assertExchange bindQueue checkQueue deleteQueue purgeQueue consume cancel get prefetch
  waitForConfirms close
`);

export const amqplib = defineEntry({
  name: 'amqplib',
  docs: 'https://amqp-node.github.io/amqplib/channel_api.html',
  packages: ['amqplib'],
  versions: '0',
  receivers: {
    channel: {
      values: [
        'amqplib#connect().createChannel|createConfirmChannel()',
        'typed amqplib#Channel|ConfirmChannel|ChannelModel.createChannel()',
        'typed amqplib#Channel|ConfirmChannel',
        'typed amqplib/callback_api#Channel',
      ],
    },
  },
  registrations: [
    { on: 'channel', methods: ['consume'], minimumArguments: 2, handlers: [1], kind: 'message', label: 'consume {0}' },
  ],
  returned: 'ignored',
  launches: [
    'amqplib#connect()',
    'amqplib#connect().createChannel|createConfirmChannel|close()',
    `amqplib#connect().createChannel|createConfirmChannel().${CHANNEL}()`,
    `typed amqplib#Channel|ConfirmChannel.${CHANNEL}()`,
  ],
  hands: [
    { calls: ['amqplib/callback_api#connect()'], parameter: 1, is: 'typed amqplib/callback_api#Connection' },
    {
      calls: ['typed amqplib/callback_api#Connection.createChannel|createConfirmChannel()'],
      parameter: 1,
      is: 'typed amqplib/callback_api#Channel',
    },
  ],
  // These return booleans or nothing: they write to the socket's buffer.
  lookalikes: [
    'amqplib#connect().createChannel|createConfirmChannel().publish|sendToQueue|ack|ackAll|nack|nackAll|reject()',
    'typed amqplib#Channel|ConfirmChannel.publish|sendToQueue|ack|ackAll|nack|nackAll|reject()',
  ],
});
