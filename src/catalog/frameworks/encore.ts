import { defineEntry } from '../entry.ts';

export const encore = defineEntry({
  name: 'encore',
  docs: 'https://encore.dev/docs/ts/primitives/defining-apis',
  packages: ['encore.dev'],
  versions: '1',
  registrations: [
    { calls: ['encore.dev/api#api()'], minimumArguments: 2, handlers: [1], label: '{method} {path}' },
    {
      calls: ['encore.dev/api#api.raw|streamIn|streamOut|streamInOut()'],
      minimumArguments: 2,
      handlers: [1],
      label: 'API {path}',
    },
    { calls: ['encore.dev/api#middleware()'], handlers: ['last'], label: 'middleware' },
    { calls: ['encore.dev/auth#authHandler()'], handlers: [0], label: 'auth handler' },
    {
      calls: ['new encore.dev/pubsub#Subscription()'],
      handlers: [{ option: 'handler', argument: 2 }],
      kind: 'message',
      label: 'subscription {1}',
    },
  ],
  returned: 'awaited',
  continuation: 1,
  enqueues: ['new encore.dev/pubsub#Topic().publish()'],
});
