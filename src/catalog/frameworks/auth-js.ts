import { defineEntry } from '../entry.ts';

const HANDLERS = ['events.*', 'callbacks.*'];
const MAKERS = [
  'next-auth#default()',
  '@auth/core#Auth()',
  '@auth/express#ExpressAuth()',
  '@auth/sveltekit#SvelteKitAuth()',
  '@auth/solid-start#SolidAuth()',
];

export const authJs = defineEntry({
  name: 'auth.js',
  docs: 'https://authjs.dev/reference/nextjs#events',
  packages: ['next-auth', '@auth/core', '@auth/express', '@auth/sveltekit', '@auth/solid-start'],
  versions: '4, 5',
  registrations: [
    {
      calls: MAKERS,
      // The configuration, or in version 5 a function that returns it for each request.
      handlers: HANDLERS.flatMap((option) => [{ option }, { option, argument: 0 }]),
      label: 'auth {key}',
    },
    {
      calls: ['next-auth/providers/*#default()', '@auth/core/providers/*#default()'],
      handlers: [{ option: 'authorize|sendVerificationRequest|profile', argument: 0 }],
      label: 'auth provider {key}',
    },
  ],
  objects: [
    {
      types: ['next-auth#NextAuthOptions|AuthOptions|NextAuthConfig', '@auth/core#AuthConfig'],
      handlers: HANDLERS,
      label: 'auth {key}',
    },
  ],
  returned: 'awaited',
});
