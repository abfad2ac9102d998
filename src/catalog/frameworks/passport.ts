import { defineEntry } from '../entry.ts';

/** The functions that a strategy calls once per sign-in, and those that a session calls once per request. */
export const passport = defineEntry({
  name: 'passport',
  docs: 'https://www.passportjs.org/concepts/authentication/strategies/',
  packages: ['passport', '@nestjs/passport'],
  versions: 'passport 0.5, 0.6, 0.7',
  registrations: [
    // The package exports an instance of Passport.
    ...['passport#', 'new passport#Passport().'].flatMap((passport) => [
      ...['serializeUser', 'deserializeUser', 'transformAuthInfo'].map((name) => ({
        calls: [`${passport}${name}()`],
        handlers: ['last'] as const,
        label: `passport ${name}`,
      })),
      { calls: [`${passport}authenticate|authorize()`], handlers: ['last'] as const, label: 'passport {0}' },
    ]),
    {
      calls: [
        'new passport-*#Strategy|default()',
        'new passport-http#BasicStrategy|DigestStrategy()',
        'new @node-saml/passport-saml#Strategy|MultiSamlStrategy()',
      ],
      handlers: ['all'],
      label: 'passport strategy',
    },
  ],
  classes: [{ extends: ['@nestjs/passport#PassportStrategy()'], methods: ['validate'], label: 'passport {class}' }],
  returned: 'ignored',
});
