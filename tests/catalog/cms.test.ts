import { documented, documentedFiles } from '../support/documented.ts';
import { flags, silent } from '../support/marked.ts';

documented([
  [
    'medusa',
    `
    import { defineMiddlewares, type MedusaRequest, type MedusaResponse } from '@medusajs/framework/http';
    import { createStep } from '@medusajs/framework/workflows-sdk';
    export default defineMiddlewares({ routes: [{ matcher: '/custom*', middlewares: [async (req, res, next) => { work(1); next(); }] }], errorHandler: async (error, req, res, next) => { work(2); next(error); } });
    export const step = createStep('charge', async (input) => { work(input); }, async (input) => { work(3); });
    export async function helper(req: MedusaRequest, res: MedusaResponse) { work(4); res.json({}); }`,
    ['middleware /custom*', 'error handler', 'step charge', 'step charge', 'helper'],
  ],
  [
    'strapi',
    `
    import { factories } from '@strapi/strapi';
    export default factories.createCoreController('api::post.post', ({ strapi }) => ({ async create(ctx) { work(1); }, find: async (ctx) => { work(1); } }));`,
    ['api::post.post create', 'api::post.post find'],
  ],
  [
    'payload',
    `
    import { buildConfig, type CollectionConfig, type CollectionAfterChangeHook } from 'payload';
    export const Posts: CollectionConfig = {
      slug: 'posts',
      hooks: { afterChange: [async ({ doc }) => { work(doc); }] },
      endpoints: [{ path: '/sync', method: 'post', handler: async (req) => { work(1); return Response.json({}); } }],
      access: { read: async () => { work(2); return true; } },
      fields: [],
    };
    export const log: CollectionAfterChangeHook = async ({ doc }) => { work(3); return doc; };
    export default buildConfig({ collections: [Posts], jobs: { tasks: [{ slug: 'mail', handler: async () => { work(4); return { output: {} }; } }] }, onInit: async (payload) => { work(5); } });`,
    ['posts afterChange', 'posts post /sync', 'posts read', 'log', 'task mail', 'payload onInit'],
  ],
  [
    'payload, fields at every depth, and workflows',
    `
    import { buildConfig, type CollectionConfig, type Field } from 'payload';
    const hooks = { beforeChange: [async ({ value }) => { work(value); return value; }] };
    export const Orders: CollectionConfig = { slug: 'orders', fields: [
      { name: 'a', type: 'text', hooks },
      { type: 'tabs', tabs: [{ label: 'b', fields: [{ type: 'group', fields: [{ name: 'c', type: 'text', hooks: { afterRead: [async () => { work(2); }] } }] }] }] },
    ] };
    export const price: Field = { name: 'price', type: 'number', access: { read: async () => { work(3); return true; } } };
    export default buildConfig({ jobs: { workflows: [{ slug: 'import', handler: async ({ job, tasks }) => { work(4); } }] } });`,
    ['orders beforeChange', 'orders afterRead', 'field price read', 'workflow import'],
  ],
  [
    'medusa, hooks of its workflows',
    `
    import { createProductsWorkflow } from '@medusajs/medusa/core-flows';
    createProductsWorkflow.hooks.productsCreated(async ({ products }, { container }) => { work(products); }, async () => { work(1); });`,
    ['workflow hook productsCreated', 'workflow hook productsCreated'],
  ],
  [
    'directus',
    `
    import { defineEndpoint, defineHook, defineOperationApi } from '@directus/extensions-sdk';
    export const endpoint = defineEndpoint({ id: 'x', handler: (router, context) => { router.get('/hello', async (req, res) => { work(1); res.send('x'); }); } });
    export const other = defineEndpoint((router) => { router.post('/bye', async (req, res) => { work(2); res.send('x'); }); });
    export default defineHook(({ filter, action, schedule }, { services }) => {
      filter('items.create', async (payload) => { work(payload); return payload; });
      schedule('*/15 * * * *', async () => { work(3); });
    });
    export const op = defineOperationApi({ id: 'op', handler: async ({ text }) => { work(text); } });`,
    ['GET /hello', 'POST /bye', 'filter items.create', 'schedule */15 * * * *', 'operation op'],
  ],
  [
    'directus, an operation of its own',
    `
    import { defineOperationApi } from '@directus/extensions';
    export default defineOperationApi({ id: 'mail', handler: async ({ to }) => { work(to); } });`,
    ['operation mail'],
  ],
  [
    'parse server',
    `
    Parse.Cloud.define('average', async (request) => { work(request); return 1; });
    Parse.Cloud.afterSave('Comment', async (request) => { work(1); });
    Parse.Cloud.beforeLogin(async (request) => { work(2); });
    Parse.Cloud.job('nightly', async (request) => { work(3); });`,
    ['cloud define average', 'cloud afterSave Comment', 'cloud beforeLogin', 'cloud job nightly'],
  ],
  [
    'tanstack start',
    `
    import { createServerFn, createMiddleware } from '@tanstack/react-start';
    import { createFileRoute } from '@tanstack/react-router';
    export const save = createServerFn({ method: 'POST' }).validator((x) => x).handler(async ({ data }) => { work(data); });
    export const log = createMiddleware({ type: 'function' }).server(async ({ next }) => { work(1); return next(); });
    export const Route = createFileRoute('/hello')({ server: { handlers: { GET: async ({ request }) => { work(2); return new Response(''); } } } });
    export const Other = createFileRoute('/bye')({ server: { handlers: ({ createHandlers }) => createHandlers({ POST: { handler: async () => { work(3); return new Response(''); } } }) } });`,
    ['server function save', 'middleware log', 'server route GET', 'server route POST'],
  ],
  [
    'solidstart',
    `
    import { createMiddleware } from '@solidjs/start/middleware';
    import type { APIEvent } from '@solidjs/start/server';
    export default createMiddleware({ onRequest: [async (event) => { work(1); }] });
    export async function POST(event: APIEvent) { work(2); }
    const save = async (data) => { 'use server'; work(data); };`,
    ['middleware', 'POST', 'server action save'],
  ],
  [
    'fresh',
    `
    import { App, createDefine } from 'fresh';
    const define = createDefine();
    export const app = new App().use(async (ctx) => { work(1); return await ctx.next(); }).get('/', async (ctx) => { work(2); return new Response(''); });
    export const handler = define.handlers({ GET: async (ctx) => { work(3); return new Response(''); } });`,
    ['middleware', 'GET /', 'route GET'],
  ],
]);

documentedFiles([
  [
    '@medusajs/medusa',
    'src/api/store/custom/route.ts',
    'export const POST = async (req, res) => { work(1); res.json({}); };',
    ['POST /store/custom'],
  ],
  [
    '@medusajs/medusa',
    'src/subscribers/order-placed.ts',
    'export default async function handle({ event }) { work(event); }',
    ['subscriber order-placed'],
  ],
  [
    '@strapi/strapi',
    'src/api/post/content-types/post/lifecycles.js',
    'module.exports = { async afterCreate(event) { work(1); } };',
    ['lifecycle post afterCreate'],
  ],
  [
    '@strapi/strapi',
    'src/api/post/controllers/custom.js',
    'module.exports = ({ strapi }) => ({ async index(ctx) { work(1); } });',
    ['controller custom.index'],
  ],
  [
    '@strapi/strapi',
    'src/middlewares/timer.js',
    'module.exports = (config, { strapi }) => { return async (ctx, next) => { work(1); await next(); }; };',
    ['middleware timer'],
  ],
  [
    '@strapi/strapi',
    'src/api/post/middlewares/count.ts',
    'export default (config, { strapi }) => async (ctx, next) => { work(1); await next(); };',
    ['middleware count'],
  ],
  [
    '@directus/extensions-sdk',
    'src/index.js',
    "export default { id: 'orders', handler: (router) => { router.get('/', async (req, res) => { work(1); res.send(''); }); } };",
    ['GET /'],
  ],
  [
    '@directus/extensions-sdk',
    'src/orders/index.ts',
    "export default (router, context) => { router.post('/pay', async (req, res) => { work(1); res.send(''); }); };",
    ['POST /pay'],
  ],
  [
    '@strapi/strapi',
    'config/cron-tasks.js',
    "module.exports = { nightly: { task: async () => { work(1); }, options: { rule: '0 0 * * *' } } };",
    ['cron nightly'],
  ],
  [
    '@solidjs/start',
    'src/routes/api/users.ts',
    'export async function GET(event) { work(1); return new Response(); }',
    ['GET /api/users'],
  ],
]);

flags(
  "payload's own calls, and its queue",
  `
  import type { CollectionAfterChangeHook, PayloadRequest } from 'payload';
  export const log: CollectionAfterChangeHook = async () => { await 0; };
  export async function handle(req: PayloadRequest) {
    req.payload.create({ collection: 'logs', data: {} });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ floating
    req.payload.jobs.queue({ task: 'mail' });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ floating
    await req.payload.find({ collection: 'logs' });
  }`,
);

silent(
  'a Directus action, which is documented to be fire-and-forget',
  `
  import { defineHook } from '@directus/extensions-sdk';
  async function audit(meta) { await meta; }
  export default defineHook(({ action }) => { action('items.update', (meta) => { audit(meta); }); });`,
);

silent(
  'the same words without the framework',
  `
  async function work() { await 0; }
  defineHook(({ action }) => { action('x', async () => { work(); }); });
  const Posts = { slug: 'posts', hooks: { afterChange: [async () => { work(); }] } };
  createServerFn().handler(async () => { work(); });`,
);

flags(
  'objects of Parse are saved over the network',
  `
  Parse.Cloud.afterSave('Comment', async (request) => {
    const entry = new Parse.Object('Log');
    entry.set('comment', request.object.id);
    entry.save();
    ^^^^^^^^^^^^ floating
    const Audit = Parse.Object.extend('Audit');
    new Audit().save();
    ^^^^^^^^^^^^^^^^^^ floating
    await new Parse.Query('Log').find({ useMasterKey: true });
  });`,
);

flags(
  "medusa, conditions of workflows: `then` is the workflow's own",
  `
  import express from 'express';
  import { createWorkflow, when } from '@medusajs/framework/workflows-sdk';
  import { later } from 'elsewhere';
  const capture = createWorkflow('capture', function (input) {
    when({ input }, ({ input }) => !!input.id).then(() => { step(input); });
    later({ input }).then(() => { step(input); });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ chained
  });
  express().post('/', async (req, res) => { await capture(req.body); res.end(); });`,
);
