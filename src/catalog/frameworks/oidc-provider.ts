import { defineEntry } from '../entry.ts';

export const oidcProvider = defineEntry({
  name: 'oidc-provider',
  docs: 'https://github.com/panva/node-oidc-provider/blob/main/docs/events.md',
  packages: ['oidc-provider'],
  versions: '8, 9',
  receivers: {
    provider: {
      values: ['new oidc-provider#default()', 'new oidc-provider#Provider()'],
    },
  },
  registrations: [
    {
      on: 'provider',
      methods: ['on', 'once', 'addListener'],
      minimumArguments: 2,
      handlers: [1],
      kind: 'message',
      label: 'oidc {0}',
      drops: true,
    },
  ],
  // It emits an event and doesn't wait.
  returned: 'ignored',
});
