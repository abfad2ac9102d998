import { documented } from '../support/documented.ts';
import { flags, silent } from '../support/marked.ts';

documented([
  [
    'oak',
    `
    import { Application, Router } from 'jsr:@oak/oak@17';
    const router = new Router();
    router.get('/books', async (ctx) => { work(1); ctx.response.body = 'x'; });`,
    ['GET /books'],
  ],
]);

documented([
  [
    'oak, a chain of routes, middleware and a helper',
    `
    import { Application, Router, type Context } from 'jsr:@oak/oak@17';
    const router = new Router();
    router.get('/books', async (ctx) => { work(1); ctx.response.body = 'x'; }).post('/books/:id', auth, async (ctx) => { work(2); });
    const app = new Application();
    app.use(router.routes());
    app.use(async (ctx, next) => { work(3); await next(); });
    export async function helper(ctx: Context) { work(4); }`,
    ['GET /books', 'POST /books/:id', 'middleware', 'helper'],
  ],
]);

flags(
  'next() is a promise',
  `
  import { Application } from '@oak/oak';
  new Application().use((ctx, next) => {
    next();
    ^^^^^^ middleware
  });`,
);

silent(
  'a router of somebody else',
  `
  import { Router } from './router.js';
  async function work() { await 0; }
  new Router().get('/books', () => { work(); });`,
);
