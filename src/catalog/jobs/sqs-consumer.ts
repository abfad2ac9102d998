import { defineEntry } from '../entry.ts';

export const sqsConsumer = defineEntry({
  name: 'sqs-consumer',
  docs: 'https://bbc.github.io/sqs-consumer/',
  packages: ['sqs-consumer'],
  versions: '10 to 14',
  registrations: [
    {
      calls: ['sqs-consumer#Consumer.create()', 'new sqs-consumer#Consumer()'],
      handlers: [{ option: 'handleMessage|handleMessageBatch', argument: 0 }],
      kind: 'message',
      label: 'SQS consumer',
    },
  ],
  returned: 'awaited',
});
