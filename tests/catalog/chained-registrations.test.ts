import { markedFiles } from '../support/marked-files.ts';

markedFiles([
  [
    'chains on what a plugin or a group gets',
    ['fastify', 'elysia', 'hono', '@adonisjs/core', 'express', '@trpc/server', '@koa/router', 'polka', 'itty-router'],
    {
      'fastify.ts': `
import fastify from 'fastify';
const app = fastify();
app.register(async (child) => {
  child.get('/a', h).post('/b', async () => { work(1); }); //!
  child.register((inner, _, done) => { inner.addHook('onRequest', async () => { work(2); }).get('/c', async () => { work(3); }); done(); }); //!!
}, { prefix: '/v1' });
async function routes(server, opts) { server.route({ method: 'GET', url: '/x', handler: async () => { work(4); } }).get('/y', async () => { work(5); }); } //!!
app.register(routes);
`,
      'elysia.ts': `
import { Elysia } from 'elysia';
const users = (app: Elysia) => app.get('/u', () => { work(1); return 1; }).post('/v', () => { work(2); return 1; }); //!!
new Elysia()
  .group('/c', (app) => app.get('/d', () => 1).get('/e', () => { work(3); return 1; })) //!
  .group('/f', { beforeHandle() { work(4); } }, (app) => app.guard({}, (inner) => inner.get('/g', () => { work(5); }).post('/h', () => { work(6); }))) //!!!
  .use(users)
  .use((app) => app.get('/i', () => 1).ws('/j', { message() { work(7); } })); //!
`,
      'hono.ts': `
import { Hono } from 'hono';
const api = new Hono().get('/a', (c) => { work(1); return c.text('x'); }).post('/b', (c) => { work(2); return c.text('x'); }); //!!
const app = new Hono().basePath('/v1').route('/api', api).get('/c', (c) => { work(3); return c.text('x'); }); //!
app.route('/d', new Hono().use(async (c, next) => { work(4); await next(); }).get('/e', (c) => { work(5); return c.text('x'); })); //!!
function mount(router: Hono) { return router.get('/f', (c) => c.text('x')).get('/g', (c) => { work(6); return c.text('x'); }); } //!
mount(app);
`,
      'start/routes.ts': `
import router from '@adonisjs/core/services/router';
router.group(() => {
  router.get('/a', async () => { work(1); }).as('a'); //!
  router.group(() => { router.post('/b', async ({ response }) => { work(2); }); }).prefix('/x'); //!
  router.where('id', router.matchers.number());
  router.on('/c').render('x');
}).prefix('/v1').use(async (ctx, next) => { work(3); await next(); }); //!
router.get('/d', async () => {}).use(async (ctx, next) => { work(4); await next(); }).middleware([]); //!
`,
      'koa.ts': `
import Router from '@koa/router';
const router = new Router();
router.get('/a', async (ctx) => {}).post('/b', async (ctx) => { work(1); }).use(async (ctx, next) => { work(2); await next(); }); //!!
export default (r: Router) => r.get('/c', async (ctx) => {}).get('/d', async (ctx) => { work(3); }); //!
`,
      'express.ts': `
import express from 'express';
const app = express();
app.route('/a').get((req, res) => { res.end(); }).post((req, res) => { work(1); res.end(); }); //!
app.use('/b', express.Router().get('/c', (req, res) => { res.end(); }).post('/d', (req, res) => { work(2); res.end(); })); //!
export const attach = (r) => { r.get('/e', (req, res) => res.end()).post('/f', (req, res) => { work(3); res.end(); }); }; //!
`,
      'near.ts': `
const made = { group(path, fn) { fn(made); return made; }, get(key, fn) { return made; } };
made.group('/v1', (r) => r.get('a', () => { work(1); }).get('b', () => { work(2); }));
const cache = new Map(); cache.set('a', () => { work(3); });
`,
    },
  ],
]);
