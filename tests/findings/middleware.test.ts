import { describe } from 'vitest';
import { flags, silent } from '../support/marked.ts';

describe('next, taken out of the first parameter', () => {
  flags('must be awaited or returned', `
    import { initTRPC } from '@trpc/server';
    import { App } from '@slack/bolt';
    const t = initTRPC.create();
    t.middleware(async ({ ctx, next }) => {
      next();
      ^^^^^^ middleware
      next({ ctx }).catch(log);
      ^^^^^^^^^^^^^^^^^^^^^^^^ middleware
      return await next();
    });
    new App({}).use(async ({ next: proceed }) => {
      proceed();
      ^^^^^^^^^ middleware
    });`);
  silent('and another name of the same object need not', `
    import { initTRPC } from '@trpc/server';
    initTRPC.create().middleware(async ({ ctx, next }) => { ctx(); return next(); });
    initTRPC.create().middleware((options) => options.next());`);
});
