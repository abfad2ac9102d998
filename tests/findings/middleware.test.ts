import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refreshProject } from '../support/engine.ts';
import { flags, foundIn, silent } from '../support/marked.ts';
import { sandbox } from '../support/sandbox.ts';

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

describe('a function that is middleware by its parameters alone', () => {
  const box = sandbox();
  const found = (code: string): string[] => {
    box.write('package.json', '{ "dependencies": { "express": "5" } }');
    box.write('submit.ts', code);
    refreshProject();
    return foundIn(code, {}, join(box.folder, 'submit.ts'));
  };
  it.each([
    ['called without an error', 'async (ctx, next) => { ctx.body = 1; next(); };', ['middleware: next()']],
    ['called with an error elsewhere', '(ctx, next) => { if (!ctx.op) next(new TypeError()); else next(); };', []],
    ['declared to take one', '(ctx: Op, next: (error?: unknown) => void) => { ctx.body = 1; next(); };', []],
    ['declared to take nothing', '(ctx: Op, next: () => void) => { ctx.body = 1; next(); };', ['middleware: next()']],
  ])('continues unless it calls back: %s', (_, code, expected) => {
    expect(found(`export const submitted = ${code}`)).toEqual(expected);
  });
  it('whatever a framework says, with which next takes no error', () => {
    const koa = "import Koa from 'koa'; new Koa().use((ctx, next) => { next(new TypeError()); });";
    expect(foundIn(koa)).toEqual(['middleware: next(new TypeError())']);
  });
});
