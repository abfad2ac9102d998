import { documented } from '../support/documented.ts';
import { flags, silent } from '../support/marked.ts';

documented([
  [
    'atproto',
    `
    import { createServer, type Server } from '@atproto/xrpc-server';
    const server = createServer([]);
    server.method('com.example.ping', async ({ params }) => { work(params); return null; });
    server.streamMethod('com.example.events', async function* ({ signal }) { work(signal); });
    export default function (on: Server, ctx) {
      on.add(app.bsky.getProfile, { auth: ctx.auth, handler: async ({ params, req }) => { work(req); return null; } });
    }`,
    ['XRPC com.example.ping', 'XRPC stream com.example.events', 'XRPC'],
  ],
  [
    'encore',
    `
    import { api, middleware } from 'encore.dev/api';
    import { authHandler } from 'encore.dev/auth';
    import { Topic, Subscription } from 'encore.dev/pubsub';
    export const get = api({ expose: true, method: 'GET', path: '/hello/:name' }, async ({ name }) => { work(name); return {}; });
    export const raw = api.raw({ expose: true, path: '/raw', method: 'POST' }, async (req, resp) => { work(1); });
    export const auth = authHandler(async (params) => { work(2); return {}; });
    export const log = middleware({ target: { auth: true } }, async (req, next) => { work(3); return await next(req); });
    const signups = new Topic('signups');
    const _ = new Subscription(signups, 'welcome', { handler: async (event) => { work(event); } });`,
    ['GET /hello/:name', 'API /raw', 'auth handler', 'middleware', 'subscription welcome'],
  ],
  [
    'ts-rest',
    `
    import { initServer } from '@ts-rest/express';
    const s = initServer();
    export const router = s.router(contract, {
      getPost: async ({ params }) => { work(params); return { status: 200 }; },
      create: { middleware: [async (req, res, next) => { work(1); next(); }], handler: async ({ body }) => { work(body); } },
      users: { remove: async () => { work(2); } },
    });`,
    ['getPost', 'create.middleware', 'create', 'users.remove'],
  ],
  [
    'ts-rest in Nest',
    `
    import { tsRestHandler } from '@ts-rest/nest';
    export class C { handler() { return tsRestHandler(c, { getPost: async () => { work(1); } }); } }`,
    ['ts-rest getPost'],
  ],
  [
    'orpc',
    `
    import { implement, os } from '@orpc/server';
    const pub = os.use(async ({ next }) => { work(1); return next(); });
    export const create = pub.input(schema).handler(async ({ input }) => { work(input); });
    export const list = implement(contract).planet.list.handler(async () => { work(2); });`,
    ['middleware', 'procedure create', 'procedure list'],
  ],
  [
    'connectrpc',
    `
    import type { ConnectRouter, ServiceImpl, Interceptor } from '@connectrpc/connect';
    export default (router: ConnectRouter) => router.service(Eliza, { async say(req) { work(req); } }).rpc(Eliza.method.tell, async (req) => { work(req); });
    const impl: ServiceImpl<typeof Eliza> = { say: async () => { work(1); } };
    export const log: Interceptor = (next) => async (req) => { work(2); return await next(req); };
    export function track(): Interceptor { return (next) => async (req) => { work(3); return await next(req); }; }
    export const trace = (): Interceptor => (next) => async (req) => { work(4); return await next(req); };
    export const later = (): Promise<string> => run(async (req) => { work(5); });`,
    ['rpc say', 'rpc', 'rpc say', 'log', 'handler in app.ts', 'handler in app.ts'],
  ],
  [
    'grpc',
    `
    import * as grpc from '@grpc/grpc-js';
    const server = new grpc.Server();
    server.addService(proto.Greeter.service, { async sayHello(call, callback) { callback(null, {}); work(call.request); } });
    const bye: grpc.handleUnaryCall<A, B> = async (call, callback) => { callback(null, {}); work(1); };`,
    ['gRPC sayHello', 'bye'],
  ],
  [
    'grpc in CommonJS, functions by name',
    `
    const grpc = require('@grpc/grpc-js');
    async function sayHello(call, callback) { work(1); callback(null, {}); }
    new grpc.Server().addService(service, { sayHello: sayHello });`,
    ['gRPC sayHello'],
  ],
  [
    'trpc',
    `
    import { initTRPC } from '@trpc/server';
    import * as trpcExpress from '@trpc/server/adapters/express';
    const t = initTRPC.context().create();
    const logged = t.middleware(async ({ next }) => { work(1); return next(); });
    export const appRouter = t.router({ user: t.router({ byId: t.procedure.input(z.string()).query(async () => { work(2); }) }), save: t.procedure.use(logged).mutation(async ({ input }) => { work(input); }) });
    trpcExpress.createExpressMiddleware({ router: appRouter, createContext: async ({ req }) => { work(req); return {}; } });`,
    ['middleware', 'query byId', 'mutation save', 'tRPC context'],
  ],
]);

flags(
  'publishing to a topic is to be awaited',
  `
  import { api } from 'encore.dev/api';
  import { Topic } from 'encore.dev/pubsub';
  const signups = new Topic('signups');
  export const join = api({ method: 'POST', path: '/join' }, async () => {
    signups.publish({});
    ^^^^^^^^^^^^^^^^^^^ floating
    await signups.publish({});
  });`,
);

silent(
  'the callback of a unary call answers',
  `
  import grpc from '@grpc/grpc-js';
  async function load(id) { await id; }
  new grpc.Server().addService(service, { get(call, callback) { load(call.request.id).then((found) => callback(null, found), callback); } });`,
);

silent(
  'objects with the same methods that are something else',
  `
  async function work() {}
  router.service(Eliza, { async say() { work(); } });
  server.addService(service, { hello() { work(); } });
  os.handler(async () => { work(); });`,
);
