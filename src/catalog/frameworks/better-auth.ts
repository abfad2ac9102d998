import { defineEntry } from '../entry.ts';

export const betterAuth = defineEntry({
  name: 'better auth',
  docs: 'https://better-auth.com/docs/reference/options',
  packages: ['better-auth', '@better-auth/api-key'],
  versions: '1',
  registrations: [
    {
      calls: ['better-auth#betterAuth()', 'better-auth/minimal#betterAuth()'],
      handlers: [
        'databaseHooks.*.*.before|after',
        'emailAndPassword|emailVerification.*',
        'user.deleteUser|changeEmail.*',
        'socialProviders.*.mapProfileToUser',
        'hooks.before|after',
        'onAPIError.onError',
      ].map((option) => ({ option, argument: 0 })),
      label: 'auth {key}',
    },
    {
      // The callbacks of plugins: they send mails and messages, and run at changes.
      calls: ['better-auth/plugins#*()', '@better-auth/*#*()'],
      handlers: ['*', '*.*'].map((option) => ({ option, argument: 0 })),
      label: 'auth {key}',
    },
    { calls: ['better-auth/plugins#customSession()'], handlers: [0], label: 'auth session' },
    {
      calls: ['better-auth/api#createAuthMiddleware|createAuthEndpoint()'],
      handlers: ['last'],
      label: 'auth middleware',
    },
  ],
  // Plugins of one's own.
  objects: [
    {
      types: ['better-auth#BetterAuthPlugin'],
      handlers: ['hooks.before|after.handler', 'onRequest|onResponse'],
      label: 'auth {key}',
    },
  ],
  returned: 'awaited',
});
