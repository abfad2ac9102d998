import { markedFiles } from '../support/marked-files.ts';

/** Other ways of writing the same than those in the fixtures of its entry, from the documentation. */
markedFiles([
  [
    'auth.js, lazily and by satisfies',
    ['next-auth', 'next', '@auth/express', 'express'],
    {
      'src/auth.ts': `
import NextAuth from 'next-auth';
import Nodemailer from 'next-auth/providers/nodemailer';
export const { handlers } = NextAuth((req) => ({ providers: [Nodemailer({ async sendVerificationRequest({ identifier }) { work(1); } })], callbacks: { session({ session }) { work(2); return session; } } })); //!!`,
      'src/auth.config.ts': `
import type { NextAuthConfig } from 'next-auth';
export const authConfig = { callbacks: { authorized({ auth, request }) { work(1); return true; } }, events: { linkAccount({ user }) { work(2); } } } satisfies NextAuthConfig; //!!
export default { events: { async signOut(message) { work(3); } }, providers: [] } satisfies NextAuthConfig; //!`,
      'pages/api/auth/[...nextauth].ts': `
import NextAuth from 'next-auth';
export default async function auth(req, res) {
  return await NextAuth(req, res, { providers: [], events: { async signIn({ user }) { work(1); } } }); //!
}`,
      'src/server.ts': `
import express from 'express';
import { ExpressAuth } from '@auth/express';
const app = express();
app.use('/auth/*', ExpressAuth({ providers: [], callbacks: { async signIn({ user }) { work(1); return true; } } })); //!`,
    },
  ],
  [
    'better-auth, plugins of its own',
    ['better-auth', '@better-auth/stripe'],
    {
      'src/plugin.ts': `
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint, createAuthMiddleware } from 'better-auth/api';
import { betterAuth } from 'better-auth';
import { customSession, oneTimeToken, genericOAuth } from 'better-auth/plugins';
import { stripe } from '@better-auth/stripe';
export const mine = () => ({
  id: 'mine',
  endpoints: { hi: createAuthEndpoint('/mine/hi', { method: 'GET' }, async (ctx) => { work(1); return ctx.json({}); }) }, //!
  hooks: { before: [{ matcher: (context) => true, handler: createAuthMiddleware(async (ctx) => { work(2); }) }], after: [{ matcher: () => true, handler: async (ctx) => { work(3); } }] }, //!!
  onRequest: async (request, context) => { work(4); }, //!
  onResponse: async (response) => { work(5); }, //!
}) satisfies BetterAuthPlugin;
export const auth = betterAuth({
  plugins: [
    customSession(async ({ user, session }) => { work(6); return { user, session }; }), //!
    stripe({ onCustomerCreate: async ({ user }) => { work(7); }, onEvent: async (event) => { work(8); }, subscription: { enabled: true, onSubscriptionComplete: async ({ event }) => { work(9); } } }), //!!!
  ],
  rateLimit: { customStorage: { async set(key, value) { work(10); } } },
});`,
    },
  ],
]);
