import { defineEntry } from '../entry.ts';

export const nestjsMessages = defineEntry({
  name: 'nestjs messages',
  docs: 'https://golevelup.github.io/nestjs/modules/rabbitmq.html',
  packages: [
    '@golevelup/nestjs-rabbitmq',
    '@ssut/nestjs-sqs',
    '@golevelup/nestjs-webhooks',
    '@golevelup/nestjs-stripe',
    '@golevelup/nestjs-google-cloud-pubsub',
  ],
  versions: '@golevelup/nestjs-rabbitmq 4 to 9; @ssut/nestjs-sqs 2, 3; @golevelup/nestjs-stripe 0 to 2',
  decorators: [
    { names: ['@golevelup/nestjs-rabbitmq#RabbitSubscribe()'], kind: 'message', label: 'message {0}' },
    { names: ['@golevelup/nestjs-rabbitmq#RabbitRPC()'], label: 'rpc {0}' },
    { names: ['@golevelup/nestjs-rabbitmq#RabbitHandler()'], kind: 'message', label: 'message {0}' },
    {
      names: ['@ssut/nestjs-sqs#SqsMessageHandler|SqsConsumerEventHandler()'],
      kind: 'message',
      label: 'queue {0}',
    },
    { names: ['@golevelup/nestjs-stripe#StripeWebhookHandler()'], label: 'webhook {0}' },
  ],
  returned: 'awaited',
  enqueues: ['typed @golevelup/nestjs-rabbitmq#AmqpConnection.publish()', 'typed @ssut/nestjs-sqs#SqsService.send()'],
  launches: ['typed @golevelup/nestjs-rabbitmq#AmqpConnection.request|managedChannel.*()'],
});
