import { markedFiles } from '../support/marked-files.ts';

/** Other ways of writing the same than those in the fixtures of its entry, from the documentation. */
markedFiles([
  [
    'convex, routers, custom functions, crons',
    ['convex', 'convex-helpers'],
    {
      'convex/_generated/server.js': `
import { mutationGeneric, internalMutationGeneric, internalActionGeneric, httpActionGeneric, queryGeneric } from 'convex/server';
export const mutation = mutationGeneric; export const internalMutation = internalMutationGeneric; export const internalAction = internalActionGeneric; export const httpAction = httpActionGeneric; export const query = queryGeneric;`,
      'convex/_generated/server.d.ts': `
import { GenericMutationCtx, MutationBuilder, ActionBuilder, HttpActionBuilder } from 'convex/server';
import type { DataModel } from './dataModel.js';
export declare const mutation: MutationBuilder<DataModel, 'public'>;
export declare const internalMutation: MutationBuilder<DataModel, 'internal'>;
export declare const internalAction: ActionBuilder<DataModel, 'internal'>;
export declare const httpAction: HttpActionBuilder;
export type MutationCtx = GenericMutationCtx<DataModel>;`,
      'convex/http.ts': `
import { httpRouter } from 'convex/server';
import { httpAction } from './_generated/server';
const http = httpRouter();
http.route({ path: '/x', method: 'POST', handler: httpAction(async (ctx, request) => { ctx.runMutation('y', {}); return new Response(); }) }); //!
export default http;`,
      'convex/b.ts': `
import { customMutation, customCtx } from 'convex-helpers/server/customFunctions';
import { mutation, internalAction, internalMutation, type MutationCtx } from './_generated/server';
export const userMutation = customMutation(mutation, customCtx(async (ctx) => { work(1); return {}; })); //!
export const send = userMutation({ args: {}, handler: async (ctx, args) => { ctx.db.insert('x', {}); } }); //!
export const clean = internalAction({ args: {}, handler: async (ctx) => { const url = await ctx.storage.getUrl('x'); ctx.runQuery('z', {}); } }); //!
export const ins = internalMutation({ handler: insert });
async function insert(ctx, args) { ctx.scheduler.runAfter(0, 'x', {}); await helper(ctx); } //!
async function helper(ctx: MutationCtx) { ctx.db.patch('x', {}); } //!`,
    },
  ],
  [
    'nitric, routes and more',
    ['@nitric/sdk'],
    {
      'services/a.ts': `
import { api, websocket, bucket, job, http } from '@nitric/sdk';
const main = api('main', { middleware: [async (ctx, next) => { work(1); return next(ctx); }] }); //!
const r = main.route('/x');
r.get(async (ctx) => { work(2); return ctx; }); //!
main.post('/y', [async (ctx, next) => { work(3); return next(ctx); }, async (ctx) => { await work(4); }]); //!
const ws = websocket('s');
ws.on('connect', async (ctx) => { work(5); }); //!
const files = bucket('f');
files.on('write', '*.png', async (ctx) => { work(6); }); //!`,
    },
  ],
  [
    'appwrite in commonjs',
    ['node-appwrite'],
    {
      'src/main.js': `
const { Client } = require('node-appwrite');
module.exports = async function ({ req, res, log, error }) { work(1); if (req.path === '/x') return res.text('x'); return res.json({}); }; //!`,
      'src/lib/other.js': `
module.exports = async function ({ req, res }) { work(1); };`,
    },
  ],
  [
    'redwood, auth and graphql',
    ['@redwoodjs/api', '@redwoodjs/graphql-server', '@redwoodjs/auth-dbauth-api'],
    {
      'api/src/lib/auth.ts': `
export const getCurrentUser = async (session) => { work(1); return null; }; //!
export const isAuthenticated = () => true;`,
      'api/src/functions/auth.ts': `
import { DbAuthHandler } from '@redwoodjs/auth-dbauth-api';
export const handler = async (event, context) => {
  const authHandler = new DbAuthHandler(event, context, { forgotPassword: { handler: (user, token) => { work(1); return user; } }, login: { handler: async (user) => { work(2); return user; } } }); //!!
  return await authHandler.invoke();
};`,
      'api/src/functions/graphql.ts': `
import { createGraphQLHandler } from '@redwoodjs/graphql-server';
export const handler = createGraphQLHandler({ onException: () => { work(1); }, services: {}, context: async ({ event }) => { work(2); return {}; } }); //!!`,
      'api/src/services/posts/posts.ts': `
import type { QueryResolvers, PostRelationResolvers } from 'types/graphql';
export const posts: QueryResolvers['posts'] = () => { work(1); return []; }; //!
export const Post: PostRelationResolvers = { author: (_obj, { root }) => { work(2); return 1; } }; //!`,
      'api/src/jobs/Welcome/Welcome.ts': `
import { JobManager } from '@redwoodjs/jobs';
const jobs = new JobManager({});
export const Welcome = jobs.createJob({ queue: 'x', perform: async (id) => { work(1); } }); //!`,
      'api/src/services/posts/posts.test.ts': `
export const x = () => { work(1); };`,
    },
  ],
  [
    'lambda, by cdk, sst 2 and serverless.ts',
    ['aws-cdk-lib', 'sst'],
    {
      'serverless.ts': `const config = { functions: { hi: { handler: 'src/hi.main' } } }; module.exports = config;`,
      'src/hi.ts': `export const main = async (event) => { work(1); }; //!`,
      'lib/stack.ts': `
import * as lambda from 'aws-cdk-lib/aws-lambda-nodejs';
export class S { constructor(scope) { new lambda.NodejsFunction(scope, 'x', { entry: 'lambda/orders.ts', handler: 'create' }); new lambda.NodejsFunction(this, 'y', { entry: path.join(__dirname, '../lambda/pay.ts') }); } }`,
      'lambda/orders.ts': `export async function create(event) { work(1); } //!`,
      'lambda/pay.ts': `export async function handler(event) { work(1); } //!`,
      'stacks/api.ts': `
import { Api, Cron } from 'sst/constructs';
export function API({ stack }) { new Api(stack, 'api', { routes: { 'GET /': 'src/list.handler', 'POST /x': { function: { handler: 'src/add.main' } } } }); }`,
      'src/list.ts': `
import { ApiHandler } from 'sst/node/api';
export const handler = ApiHandler(async (_evt) => { work(1); return {}; }); //!`,
      'src/add.ts': `export const main = async (event) => { work(1); }; //!`,
    },
  ],
]);
