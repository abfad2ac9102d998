import { defineEntry } from '../entry.ts';

export const webhooks = defineEntry({
  name: 'webhooks of services',
  docs: 'https://github.com/octokit/webhooks.js#readme',
  // Not `octokit`: most packages that depend on it are clients and serve nothing.
  packages: ['@octokit/webhooks', '@octokit/app', '@shopify/shopify-api'],
  versions: '@octokit/webhooks 9 to 14; @octokit/app 13 to 16; octokit 2 to 5; @shopify/shopify-api 6 to 12',
  receivers: {
    app: {
      values: ['new @octokit/webhooks#Webhooks()', 'new @octokit/app#App().webhooks', 'new octokit#App().webhooks'],
    },
    oauth: { values: ['new @octokit/app#App().oauth', 'new octokit#App().oauth'] },
  },
  registrations: [
    { methods: ['on'], minimumArguments: 2, handlers: [1], label: 'webhook {0}' },
    { methods: ['onAny', 'onError'], handlers: [0], label: 'webhook {method}' },
    { on: 'oauth', methods: ['on'], minimumArguments: 2, handlers: [1], label: 'oauth {0}' },
    {
      calls: ['@shopify/shopify-api#shopifyApi().webhooks.addHandlers()'],
      handlers: [{ option: '*.callback', argument: 0 }],
      label: 'webhook {key}',
    },
  ],
  returned: 'awaited',
});
