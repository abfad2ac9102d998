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
      // The callbacks with which its plugins send mails and messages.
      calls: [
        'better-auth/plugins#magicLink|emailOTP|organization|twoFactor|phoneNumber|admin|apiKey()',
        '@better-auth/api-key#apiKey()',
      ],
      handlers: ['*', 'otpOptions|organizationHooks|organizationDeletion.*'].map((option) => ({ option, argument: 0 })),
      label: 'auth {key}',
    },
    {
      calls: ['better-auth/api#createAuthMiddleware|createAuthEndpoint()'],
      handlers: ['last'],
      label: 'auth middleware',
    },
  ],
  returned: 'awaited',
});
