import { markedFiles } from '../support/marked-files.ts';

markedFiles([
  [
    'moleculer',
    ['moleculer'],
    {
      'services/a.js': `
module.exports = { name: 'a', actions: { list(ctx) { work(1); }, get: { params: {}, async handler(ctx) { work(2); } } }, events: { 'user.created'(ctx) { work(3); } }, async started() { work(4); }, methods: { m() {} } }; //!!!!`,
      'services/posts.js': `
module.exports = {
  name: 'posts',
  actions: {
    add(ctx) { this.save(1); return 1; }, //!
    get: { async handler(ctx) { this.save(2); this.log(2); this.other(2); await this.save(3); } }, //!
  },
  hooks: { after: { add: [function (ctx) { this.save(4); }] } }, //!
  methods: {
    async save(x) { await x; this.notify(x); }, //!
    async notify(x) { await x; },
    log(x) { globalThis.used.push(x); },
  },
  async other(x) { await x; },
};`,
      'services/b.ts': `
import { Service } from 'moleculer';
export default class B extends Service { constructor(broker) { super(broker); this.parseServiceSchema({ name: 'b', actions: { x: this.x } }); } x(ctx) { work(1); } } //!`,
      'services/c.js': `
const { ServiceBroker } = require('moleculer');
const broker = new ServiceBroker();
broker.createService({ name: 'c', actions: { add(ctx) { work(1); //!
ctx.call('x.y'); //!
return broker.call('a'); } } });`,
    },
  ],
  [
    'feathers, in modules that the application is configured with',
    ['@feathersjs/feathers', '@feathersjs/express'],
    {
      'src/app.js': `
const express = require('@feathersjs/express');
const { feathers } = require('@feathersjs/feathers');
const services = require('./services');
const app = express(feathers());
app.use(cors()).configure(services).use('/version', { async find() { work(1); } }); //!
app.listen(3030).on('listening', () => { use(2); });`,
      'src/services/index.js': `
const files = require('./files');
module.exports = function () {
  const app = this;
  app.configure(files);
  app.use('/users', { async get(id) { work(1); } }); //!
  app.service('/users').hooks({ after: { get: [async (context) => { work(2); }] } }); //!
};
function setUp() { const app = this; app.use('/users', { async get(id) { work(3); } }); } //!
class Plain { set() { const app = this; app.use('/users', { async get(id) { work(3); } }); } }`,
      'src/services/hooks.js': `
exports.before = { create: [async (context) => { work(1); }] }; //!
exports.after = { all: [] };
exports.other = { create: [async (context) => { work(2); }] };`,
      'src/services/files.js': `
const hooks = require('./hooks');
const service = { async create(data) { work(1); return data; }, helper() { work(2); } }; //!
module.exports = (app) => {
  app.use('/files', service);
  app.service('files').hooks(hooks);
  app.service('files').on('removed', async () => { work(3); }); //!
};
const other = (data) => { data.use('/files', { async get(id) { work(4); } }); };`,
    },
  ],
  [
    'calls of services in feathers, of collections in meteor',
    ['@feathersjs/feathers', '@types/meteor'],
    {
      'src/messages.ts': `
import { feathers, type HookContext } from '@feathersjs/feathers';
const app = feathers();
app.use('messages', {
  async create(data) {
    app.service('logs').create(data); //!
    await app.service('logs').find();
    app.service('logs').setMaxListeners(1);
  },
});
export const touch = async (context: HookContext) => {
  context.app.service('users').patch(1, {}); //!
};`,
      'src/images.js': `
import { FilesCollection } from 'meteor/ostrio:files';
const Images = new FilesCollection({ collectionName: 'images' });
Images.collection.before.remove(async (userId, doc) => {
  Images.collection.updateAsync(1, {}); //!
  await Images.collection.removeAsync(1);
});`,
    },
  ],
  [
    'parts of the messages of a bot, by their folder',
    ['discord.js'],
    {
      'src/modals/topic.js': `
module.exports = class Topic extends Modal { constructor() { super({ id: 'topic' }); } async run(id, interaction) { work(1); } other() { work(2); } }; //!`,
      'src/buttons/close.js': `
module.exports = { id: 'close', async execute(interaction) { work(1); }, other() { work(2); } }; //!`,
      'src/lib/close.js': `
module.exports = { id: 'close', async execute(interaction) { work(1); } };`,
    },
  ],
  [
    'egg',
    ['egg'],
    {
      'app/controller/home.js': `
const { Controller } = require('egg');
module.exports = class Home extends Controller { async index() { work(1); this.ctx.body = 'x'; } }; //!`,
      'app/middleware/log.js': `
module.exports = (options) => async function log(ctx, next) { work(1); await next(); }; //!`,
      'app/schedule/a.js': `
const { Subscription } = require('egg');
module.exports = class A extends Subscription { static get schedule() { return {}; } async subscribe() { work(1); } }; //!`,
      'app/schedule/b.js': `
module.exports = { schedule: { interval: '1m' }, async task(ctx) { work(1); } }; //!`,
    },
  ],
  [
    'egg, by decorators',
    ['egg'],
    {
      'app/port/Home.ts': `
import { HTTPController, HTTPMethod, HTTPMethodEnum, Inject } from 'egg';
@HTTPController({ path: '/' })
export class Home {
  @HTTPMethod({ path: '/', method: HTTPMethodEnum.GET })
  async index() { work(1); return {}; } //!
  async other() { work(2); }
}`,
      'app/port/Clean.ts': `
import { Schedule, ScheduleType } from 'egg/schedule';
@Schedule({ type: ScheduleType.WORKER, scheduleData: { interval: 1 } })
export class Clean {
  async subscribe() { work(1); } //!
  async other() { work(2); }
}`,
      'app/core/Added.ts': `
import { Event } from 'egg';
@Event('added')
export class Added {
  async handle(name: string) { work(1); } //!
}`,
    },
  ],
  [
    'a fiber of an agent, which is kept and recovered',
    ['agents', 'wrangler'],
    {
      'src/agent.ts': `
import { Agent } from 'agents';
export class Desk extends Agent {
  onClose() {
    this.schedule(60, 'late', {}); //!
    void this.runFiber('report', async (ctx) => { await run(ctx); });
    void this.runFiber('report', async (ctx) => { await run(ctx); }).catch((error) => { console.log(error); });
  }
}`,
    },
  ],
  [
    'thinkjs',
    ['thinkjs'],
    {
      'src/controller/index.js': `
module.exports = class extends think.Controller { async indexAction() { work(1); } }; //!`,
    },
  ],
  [
    'qwik',
    ['@builder.io/qwik-city', '@builder.io/qwik'],
    {
      'src/routes/index.tsx': `
import { routeLoader$, routeAction$, server$, type RequestHandler } from '@builder.io/qwik-city';
export const useX = routeLoader$(async () => { work(1); return 1; }); //!
export const useY = routeAction$(async (data) => { work(2); }); //!
export const f = server$(async function () { work(3); }); //!
export const onGet: RequestHandler = async (ev) => { work(4); }; //!`,
    },
  ],
  [
    'redwood',
    ['@redwoodjs/api'],
    {
      'api/src/services/users/users.ts': `
export const users = () => { work(1); return []; }; //!`,
      'api/src/functions/hello.ts': `
export const handler = async (event, context) => { work(1); return { statusCode: 200 }; }; //!`,
    },
  ],
  [
    'analog',
    ['@analogjs/platform'],
    {
      'src/app/pages/index.server.ts': `
import type { PageServerLoad } from '@analogjs/router';
export const load = async ({ params }: PageServerLoad) => { work(1); return 1; }; //!`,
      'src/server/routes/api/v1/hello.ts': `
import { defineEventHandler } from 'h3';
export default defineEventHandler(async () => { work(1); return 1; }); //!`,
    },
  ],
  [
    'appwrite',
    ['node-appwrite'],
    {
      'src/main.js': `
export default async ({ req, res, log, error }) => { work(1); return res.json({}); }; //!`,
    },
  ],
  [
    'nitric',
    ['@nitric/sdk'],
    {
      'services/a.ts': `
import { api, schedule, topic, bucket } from '@nitric/sdk';
const main = api('main');
main.get('/x', async (ctx) => { work(1); return ctx; }); //!
schedule('x').every('1 day', async (ctx) => { work(2); }); //!
topic('t').subscribe(async (ctx) => { work(3); }); //!`,
    },
  ],
  [
    'convex',
    ['convex'],
    {
      'convex/a.ts': `
import { mutation, action, httpAction } from './_generated/server';
export const m = mutation({ args: {}, handler: async (ctx, args) => { ctx.db.insert('x', {}); await ctx.db.patch('x', {}); ctx.scheduler.runAfter(0, 'x', {}); } }); //!!
export const a = action(async (ctx) => { work(1); }); //!
export const h = httpAction(async (ctx, request) => { ctx.runMutation('x', {}); return new Response(''); }); //!`,
      'convex/_generated/server.js': `
import { actionGeneric, httpActionGeneric, mutationGeneric } from 'convex/server';
export const mutation = mutationGeneric;
export const action = actionGeneric;
export const httpAction = httpActionGeneric;`,
    },
  ],
  [
    'effect',
    ['effect', '@effect/platform', 'express'],
    {
      'a.ts': `
import { Effect } from 'effect';
import { HttpRouter, HttpServerResponse } from '@effect/platform';
export const router = HttpRouter.empty.pipe(HttpRouter.get('/', Effect.gen(function* () { work(1); return HttpServerResponse.text('x'); }))); //!
import express from 'express';
express().get('/', async (req, res) => { Effect.runPromise(x); await Effect.runPromise(x); res.end(); }); //!`,
    },
  ],
  [
    'mastra',
    ['@mastra/core'],
    {
      'a.ts': `
import { createTool } from '@mastra/core/tools';
import { createStep } from '@mastra/core/workflows';
import { registerApiRoute } from '@mastra/core/server';
export const t = createTool({ id: 'x', execute: async ({ context }) => { work(1); return {}; } }); //!
export const s = createStep({ id: 'y', execute: async ({ inputData }) => { work(2); return {}; } }); //!
export const r = registerApiRoute('/x', { method: 'GET', handler: async (c) => { work(3); return c.json({}); } }); //!`,
    },
  ],
  [
    'elysia',
    ['elysia'],
    {
      'a.ts': `
import { Elysia } from 'elysia';
new Elysia().group('/c', (app) => app.get('/d', () => 1).get('/e', () => { work(1); return 1; })); //!
new Elysia().use((app) => app.get('/f', () => 1).post('/g', () => { work(2); return 1; })).guard({}, (app) => app.get('/h', () => { work(3); }).get('/i', () => { work(4); })); //!!!`,
    },
  ],
  [
    'fastify children',
    ['fastify'],
    {
      'a.ts': `
import Fastify from 'fastify';
const fast = Fastify();
const h = async () => 1;
fast.register(async (child) => { child.get('/a', h).post('/b', async () => { work(1); }); }); //!
fast.register(async (child) => { child.get('/a', h); child.addHook('onRequest', async () => { work(2); }); }, { prefix: '/x' }); //!`,
    },
  ],
]);
