import { describe } from 'vitest';
import { flags, silent } from '../support/marked.ts';

describe('next, taken out of the first parameter', () => {
  flags(
    'must be awaited or returned',
    `
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
    });`,
  );
  silent(
    'and another name of the same object need not',
    `
    import { initTRPC } from '@trpc/server';
    initTRPC.create().middleware(async ({ ctx, next }) => { ctx(); return next(); });
    initTRPC.create().middleware((options) => options.next());`,
  );
});

describe('what continues, by each framework', () => {
  flags(
    'SvelteKit calls it resolve',
    `
    import { sequence } from '@sveltejs/kit/hooks';
    export const handle = sequence(async ({ event, resolve }) => {
      resolve(event);
      ^^^^^^^^^^^^^^ middleware
      return new Response('');
    });`,
  );
  flags(
    'Fresh has it on the context',
    `
    import { App } from 'fresh';
    new App().use(async (ctx) => {
      ctx.next();
      ^^^^^^^^^^ middleware
      ctx.other();
      return await ctx.next();
    });`,
  );
  flags(
    'h3 gives it as the second parameter of middleware',
    `
    import { H3 } from 'h3';
    new H3().use(async (event, next) => {
      next();
      ^^^^^^ middleware
    }).get('/', async (event) => next());`,
  );
});

flags(
  'awaited on one path and dropped on another, it is partial',
  `
  import Koa from 'koa';
  new Koa().use(async (ctx, next) => {
    const rest = next();
                 ^^^^^^ partial
    if (ctx.path === '/') return;
    await rest;
  });`,
  { strict: true },
);
