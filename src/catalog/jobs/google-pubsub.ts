import { defineEntry } from '../entry.ts';

export const googlePubsub = defineEntry({
  name: 'Google Pub/Sub subscriptions',
  docs: 'https://cloud.google.com/nodejs/docs/reference/pubsub/latest/pubsub/subscription',
  packages: ['@google-cloud/pubsub'],
  versions: '4, 5',
  receivers: {
    subscription: {
      values: [
        'new @google-cloud/pubsub#PubSub().subscription()',
        'new @google-cloud/pubsub#PubSub().topic().subscription()',
        'typed @google-cloud/pubsub#Subscription',
      ],
    },
  },
  registrations: [
    {
      on: 'subscription',
      methods: ['on', 'once', 'addListener'],
      events: ['message', 'error', 'close'],
      handlers: [1],
      kind: 'message',
      label: 'subscription {0}',
    },
  ],
  types: { parameters: ['@google-cloud/pubsub#Message'], kind: 'message' },
  returned: 'ignored',
});
