import { documented, documentedFiles } from '../support/documented.ts';
import { silent } from '../support/marked.ts';

documented([
  [
    'micro',
    `
    import { serve } from 'micro';
    import type { RequestHandler } from 'micro';
    serve(async (req, res) => { work(req); return 'x'; });
    export const other: RequestHandler = async (req, res) => { work(1); };`,
    ['HTTP request', 'other'],
  ],
  [
    'next-connect',
    `
    import { createRouter } from 'next-connect';
    const router = createRouter();
    router.use(async (req, res, next) => { work(1); await next(); }).get(async (req, res) => { work(2); res.end(); });
    export default router.handler({ onError: async (err, req, res) => { work(3); res.end(); } });`,
    ['middleware', 'GET', 'onError'],
  ],
  [
    'tinyhttp',
    `
    import { App } from '@tinyhttp/app';
    const app = new App({ onError: async (err, req, res) => { work(1); res.end(); } });
    app.get('/users/:id', async (req, res) => { work(2); res.json({}); });`,
    ['onError', 'GET /users/:id'],
  ],
  [
    'connect',
    `
    const connect = require('connect');
    const app = connect();
    app.use('/api', async (req, res, next) => { work(1); next(); });`,
    ['middleware /api'],
  ],
  [
    'express-zod-api',
    `
    import { defaultEndpointsFactory, Middleware } from 'express-zod-api';
    export const hello = defaultEndpointsFactory.addMiddleware({ handler: async () => { work(1); return {}; } }).build({ method: 'get', output, handler: async ({ input }) => { work(input); return {}; } });`,
    ['middleware', 'endpoint hello'],
  ],
  [
    'hapi',
    `
    import Hapi, { type Lifecycle, type ServerRoute } from '@hapi/hapi';
    const server = Hapi.server({ port: 3000 });
    server.route([{ method: 'GET', path: '/a', options: { pre: [{ method: async (request, h) => { work(1); return h.continue; }, assign: 'x' }], handler: async (request, h) => { work(2); return 'x'; } } }]);
    server.ext('onPreResponse', async (request, h) => { work(3); return h.continue; });
    server.ext({ type: 'onRequest', method: async (request, h) => { work(4); return h.continue; } });
    const routes: ServerRoute[] = [{ method: 'POST', path: '/b', handler: async () => { work(5); return 'x'; } }];
    export const list: Lifecycle.Method = async (request, h) => { work(6); return 'x'; };`,
    ['GET /a', 'GET /a', 'extension onPreResponse', 'extension onRequest', 'POST /b', 'list'],
  ],
  [
    'adonisjs',
    `
    import router from '@adonisjs/core/services/router';
    import type { HttpContext } from '@adonisjs/core/http';
    class UsersController { async index(ctx) { work(1); } async other(ctx) { work(2); } }
    router.get('/users', [UsersController, 'index']);
    router.post('/login', async ({ request }) => { work(3); });
    export default class Posts { async show({ params }: HttpContext) { work(4); } }`,
    ['GET /users', 'POST /login', 'show'],
  ],
  [
    'feathers',
    `
    import { feathers, type HookContext } from '@feathersjs/feathers';
    const app = feathers();
    class Messages { async find(params) { work(1); return []; } async create(data) { work(2); return data; } async helper() { work(3); } }
    app.use('messages', new Messages());
    app.use('simple', { async get(id) { work(4); return {}; } });
    app.service('messages').hooks({ after: { create: [async (context) => { work(5); }] } });
    export const log = async (context: HookContext) => { work(6); };`,
    ['messages.find', 'messages.create', 'simple.get', 'hook after.create', 'log'],
  ],
  [
    'probot',
    `
    import type { Probot } from 'probot';
    export default (app: Probot) => {
      app.on(['issues.opened', 'issues.edited'], async (context) => { work(context); });
      app.onAny(async (context) => { work(1); });
    };`,
    ['webhook issues.opened|issues.edited', 'webhook onAny'],
  ],
  [
    'meteor',
    `
    import { Meteor } from 'meteor/meteor';
    import { WebApp } from 'meteor/webapp';
    Meteor.methods({ async 'tasks.insert'(text) { work(text); }, 'tasks.remove': async function (id) { work(id); } });
    Meteor.publish('tasks', async function () { work(1); });
    WebApp.handlers.use('/hello', async (req, res, next) => { work(2); next(); });`,
    ['method tasks.insert', 'method tasks.remove', 'publication tasks', 'HTTP /hello'],
  ],
  [
    'meteor',
    `
    import { Mongo } from 'meteor/mongo';
    import { FilesCollection } from 'meteor/ostrio:files';
    const Tasks = new Mongo.Collection('tasks');
    const Images = new FilesCollection({ collectionName: 'images', async onAfterUpload(file) { work(1); }, async helper() { work(2); } });
    Tasks.after.insert(async (userId, doc) => { work(3); });
    Images.collection.before.remove(async (userId, doc) => { work(5); });
    Tasks.allow({ insert: async () => { work(4); return true; } });`,
    ['files onAfterUpload', 'collection hook insert', 'collection hook remove'],
  ],
]);

documentedFiles([
  [
    'sails',
    'api/controllers/user/find.js',
    'module.exports = { inputs: {}, exits: {}, fn: async function (inputs) { work(inputs); } };',
    ['action user/find'],
  ],
  [
    'sails',
    'api/controllers/UserController.js',
    'module.exports = { list: async function (req, res) { work(1); return res.json([]); } };',
    ['action UserController.list'],
  ],
  [
    'sails',
    'api/policies/is-admin.js',
    'module.exports = async function (req, res, proceed) { work(1); return proceed(); };',
    ['policy is-admin'],
  ],
  [
    '@adonisjs/core',
    'app/controllers/users_controller.ts',
    'export default class UsersController { async index({ request }) { work(1); } private async load() { await 0; } }',
    ['users_controller.index'],
  ],
  [
    '@adonisjs/core',
    'app/middleware/auth.ts',
    'export default class Auth { async handle(ctx, next) { work(1); return next(); } }',
    ['middleware auth'],
  ],
  ['micro', 'index.js', 'module.exports = async (req, res) => { work(1); return {}; };', ['handler in index.js']],
  [
    'probot',
    'src/index.js',
    'module.exports = (app) => { app.on("push", async (context) => { work(context); }); };',
    ['webhook push'],
  ],
]);

silent(
  'Meteor.defer takes the function',
  `
  import { Meteor } from 'meteor/meteor';
  async function work() { await 0; }
  Meteor.methods({ send() { Meteor.defer(async () => { await work(); }); } });`,
);

silent(
  'the same words without the framework',
  `
  async function work() { await 0; }
  server.route({ method: 'GET', path: '/', handler: async () => { work(); } });
  app.use('messages', { async find() { work(); } });
  router.get('/users', [class { async index() { work(); } }, 'index']);`,
);
