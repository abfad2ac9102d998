import { markedFiles } from '../support/marked-files.ts';

/** Other ways of writing the same than those in the fixtures of its entry, from the documentation. */
markedFiles([
  [
    'effect, its api builder',
    ['effect', '@effect/platform', '@effect/platform-node'],
    {
      'a.ts': `
import { HttpApiBuilder, HttpApi, HttpServer, HttpServerResponse } from '@effect/platform';
import { Effect, Layer } from 'effect';
export const Users = HttpApiBuilder.group(MyApi, 'users', (handlers) =>
  handlers.handle('list', () => Effect.gen(function* () { work(1); return []; })).handle('one', ({ path }) => Effect.promise(async () => { work(2); return 1; }))); //!!
export const More = HttpApiBuilder.group(MyApi, 'more', (handlers) => Effect.gen(function* () {
  return handlers.handle('x', () => Effect.tryPromise({ try: async () => { work(3); }, catch: (e) => e })); //!
}));`,
      'b.ts': `
import { HttpRouter, HttpServerResponse, HttpMiddleware } from '@effect/platform';
import { Effect, pipe } from 'effect';
export const router = HttpRouter.empty.pipe(
  HttpRouter.get('/a', Effect.map(Effect.sync(() => { work(1); }), () => HttpServerResponse.text('x'))), //!
  HttpRouter.post('/b', Effect.flatMap(HttpRouter.params, (params) => Effect.gen(function* () { work(2); }))), //!
);`,
      'c.ts': `
import { HttpRouter } from 'effect/http';
import { Effect } from 'effect';
export const R = HttpRouter.add('GET', '/hello', Effect.gen(function* () { work(2); return x; })); //!`,
    },
  ],
  [
    'mastra, middleware and inline steps',
    ['@mastra/core'],
    {
      'a.ts': `
import { Mastra } from '@mastra/core';
import { Agent } from '@mastra/core/agent';
import { createWorkflow, createStep } from '@mastra/core/workflows';
const one = createWorkflow({ id: 'w' }).map(async ({ inputData }) => { work(1); return {}; }).then(createStep({ id: 's', execute: async () => { work(2); } })).commit(); //!!
export const mastra = new Mastra({ workflows: { one }, server: { middleware: [async (c, next) => { work(3); await next(); }, { path: '/x', handler: async (c, next) => { work(4); await next(); } }], apiRoutes: [{ path: '/z', method: 'GET', handler: async (c) => { work(5); return c.json({}); } }] } }); //!!!`,
    },
  ],
  [
    'egg, router and io',
    ['egg'],
    {
      'app/router.js': `
module.exports = (app) => {
  const { router, controller } = app;
  router.get('/x', async (ctx, next) => { work(1); ctx.body = 'x'; }); //!
  router.resources('posts', '/api/posts', controller.posts);
  app.get('/y', controller.home.index);
};`,
      'app/controller/home.ts': `
import { Controller } from 'egg';
export default class HomeController extends Controller {
  public async index() { const { ctx } = this; work(1); ctx.body = 'x'; } //!
}`,
      'app.js': `
class AppBootHook { constructor(app) { this.app = app; } async didReady() { work(1); } } //!
module.exports = AppBootHook;`,
      'app/io/controller/chat.js': `
module.exports = (app) => { class Chat extends app.Controller { async ping() { work(1); } } return Chat; }; //!`,
      'app/controller/old.js': `
exports.index = async (ctx) => { work(1); ctx.body = 'x'; }; //!
exports.other = 1;`,
    },
  ],
  [
    'qwik, plugins and qrls',
    ['@builder.io/qwik-city', '@builder.io/qwik'],
    {
      'src/routes/plugin@auth.ts': `
import type { RequestHandler } from '@builder.io/qwik-city';
export const onRequest: RequestHandler = async ({ next }) => { work(1); await next(); }; //!`,
      'src/routes/api/index.ts': `
import type { RequestHandler } from '@builder.io/qwik-city';
export const onPost = async ({ json, parseBody }) => { work(1); json(200, {}); }; //!
export const onDelete: RequestHandler = ({ json }) => { work(2); json(200, {}); }; //!`,
      'src/routes/x/index.tsx': `
import { component$ } from '@builder.io/qwik';
import { routeLoader$, routeAction$, zod$, z, server$, globalAction$ } from '@builder.io/qwik-city';
export const useAdd = routeAction$(async (data, { fail }) => { work(1); return {}; }, zod$({ a: z.string() })); //!
export const useAll = globalAction$(async function (data) { work(2); }); //!
const greet = server$(async function (name: string) { work(3); this.cookie; return name; }); //!
export default component$(() => { return <button onClick$={async () => { greet('x'); }} />; });`,
    },
  ],
  [
    'adonis, groups, events, models',
    ['@adonisjs/core', '@adonisjs/lucid', '@adonisjs/mail'],
    {
      'start/routes.ts': `
import router from '@adonisjs/core/services/router';
const Users = () => import('#controllers/users_controller');
router.group(() => {
  router.get('/x', async ({ response }) => { work(1); return response.ok({}); }).use([async (ctx, next) => { work(2); await next(); }]); //!!
  router.resource('users', Users).apiOnly();
}).prefix('/api').use(async (ctx, next) => { work(3); return next(); }); //!`,
      'start/events.ts': `
import emitter from '@adonisjs/core/services/emitter';
import UserRegistered from '#events/user_registered';
emitter.on('user:registered', async (user) => { work(1); }); //!
emitter.listen(UserRegistered, [() => import('#listeners/send')]);
emitter.on(UserRegistered, (event) => { work(2); }); //!
emitter.onAny((name, event) => { work(3); }); //!`,
      'app/models/user.ts': `
import { BaseModel, beforeSave, afterCreate, beforeFind } from '@adonisjs/lucid/orm';
export default class User extends BaseModel {
  @beforeSave() static async hash(user: User) { work(1); } //!
  @afterCreate() public static notify(user: User) { work(2); } //!
  @beforeFind() static only(query) { work(3); } //!
}`,
      'app/controllers/users_controller.ts': `
import type { HttpContext } from '@adonisjs/core/http';
import mail from '@adonisjs/mail/services/main';
import User from '../models/user.js';
export default class UsersController {
  async store({ request }: HttpContext) {
    const user = await User.create({});
    user.related('posts').create({}); //!
    user.merge({}).save(); //!
    mail.send((message) => { message.to('x'); }); //!
    await mail.sendLater((message) => {});
    const u = await User.findByOrFail('a', 1);
    u.load('posts'); //!
    const all = await User.query().where('x', 1);
    for (const one of all) one.delete(); //!
    return user;
  }
}`,
      'providers/app_provider.ts': `
import type { ApplicationService } from '@adonisjs/core/types';
export default class AppProvider { constructor(protected app: ApplicationService) {} async boot() { work(1); } async ready() { work(2); } async shutdown() { work(3); } } //!!!`,
    },
  ],
  [
    'elysia, plugins and sockets',
    ['elysia'],
    {
      'a.ts': `
import { Elysia, t } from 'elysia';
const plugin = new Elysia({ prefix: '/p' }).derive(async ({ headers }) => { work(1); return {}; }).get('/x', ({ body }) => { work(2); return 1; }, { beforeHandle: async () => { work(3); } }); //!!!
const fn = (app: Elysia) => app.onRequest(() => { work(4); }).get('/y', async () => { await work(5); }); //!
new Elysia().use(plugin).use(fn).ws('/ws', { message(ws, message) { work(6); }, open: (ws) => { work(7); } }).onError(({ error }) => { work(8); }).listen(3000); //!!!
class Ctl { static list() { work(9); return 1; } } //!
new Elysia().get('/z', Ctl.list).guard({ beforeHandle({ set }) { work(10); } }, (app) => app.resolve(async () => { work(11); return {}; }).put('/q', () => 1)); //!!`,
    },
  ],
  [
    'fastify, routes and sockets in plugins',
    ['fastify', '@fastify/websocket', 'fastify-plugin', '@fastify/type-provider-typebox'],
    {
      'src/a.ts': `
import fp from 'fastify-plugin';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
export default fp(async (fastify) => { fastify.addHook('onResponse', async (request, reply) => { work(1); }); fastify.decorate('audit', async (x) => { await x; }); }, { name: 'x' }); //!
export const routes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ method: ['GET', 'HEAD'], url: '/x', preHandler: [async (req) => { work(2); }], handler: async (req, reply) => { //!
    work(3); //!
    req.server.audit(1); //!
    return {};
  } });
  app.get('/ws', { websocket: true }, (socket, req) => { socket.on('message', async (message) => { work(4); }); }); //!
  app.withTypeProvider().post('/y', { schema: {}, onResponse: async () => { work(5); } }, async function (request, reply) { work(6); return reply.send({}); }); //!!
};
export async function other(server: FastifyInstance) { server.setErrorHandler(async (error, request, reply) => { work(7); reply.send(error); }); server.after(() => { server.get('/z', async () => { work(8); return 1; }); }); } //!!`,
    },
  ],
  [
    'hono, factories and groups',
    ['hono', '@hono/zod-openapi', '@hono/node-server'],
    {
      'src/a.ts': `
import { Hono } from 'hono';
import { createFactory, createMiddleware } from 'hono/factory';
import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
const factory = createFactory();
export const mw = createMiddleware(async (c, next) => { work(1); await next(); }); //!
export const handlers = factory.createHandlers(mw, async (c) => { work(2); return c.json({}); }); //!
const app = new OpenAPIHono();
app.openapi(createRoute({ method: 'get', path: '/x' }), async (c) => { work(3); return c.json({}); }, (result, c) => { work(4); }); //!!
app.onError((err, c) => { work(5); return c.text('x'); }); //!
app.on(['PUT', 'DELETE'], ['/a', '/b'], (c) => { work(6); return c.text('x'); }); //!
export const route = new Hono().basePath('/v').get('/c', ...handlers).route('/d', new Hono().post('/', async (c) => { work(7); return c.body(null); })); //!
const make = factory.createApp().get('/e', async (c) => { c.executionCtx.waitUntil(work(8)); return c.text('x'); });`,
    },
  ],
]);
