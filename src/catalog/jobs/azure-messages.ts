import { defineEntry } from '../entry.ts';

export const azureMessages = defineEntry({
  name: 'Azure messages',
  docs: 'https://learn.microsoft.com/javascript/api/overview/azure/service-bus-readme',
  packages: ['@azure/service-bus', '@azure/event-hubs', '@azure/web-pubsub-client'],
  versions: '@azure/service-bus 7; @azure/event-hubs 5, 6',
  registrations: [
    {
      calls: [
        'new @azure/service-bus#ServiceBusClient().createReceiver|acceptSession|acceptNextSession().subscribe()',
        'typed @azure/service-bus#ServiceBusReceiver|ServiceBusSessionReceiver.subscribe()',
      ],
      handlers: [{ option: 'processMessage|processError', argument: 0 }],
      kind: 'message',
      label: 'service bus {key}',
    },
    {
      calls: ['new @azure/event-hubs#EventHubConsumerClient().subscribe()'],
      handlers: [0, 1].map((argument) => ({ option: 'processEvents|processError|processInitialize', argument })),
      kind: 'message',
      label: 'event hub {key}',
    },
  ],
  returned: 'awaited',
  launches: [
    'new @azure/service-bus#ServiceBusClient().createReceiver().completeMessage|abandonMessage|deadLetterMessage()',
    'typed @azure/service-bus#ServiceBusReceiver.completeMessage|abandonMessage|deadLetterMessage|close()',
  ],
});
