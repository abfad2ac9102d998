import { markedFiles } from '../support/marked-files.ts';

/** The same words, where they mean something else. */
markedFiles([
  [
    "the names of frameworks, from modules of one's own",
    ['express'],
    {
      'src/own.ts': `
export class Worker { constructor(name, run) {} }
export class CronJob { constructor(options) {} }
export class Subcommand {}
export const createExpressServer = (options) => options;
export const UseInterceptor = (fn) => () => {};
export const stripe = (options) => options;
export const customMutation = (mutation) => (options) => options;
export const SyncedCron = { add(options) {} };`,
      'src/a.ts': `
import { createExpressServer, CronJob, customMutation, stripe, Subcommand, SyncedCron, UseInterceptor, Worker } from './own';
createExpressServer({ authorizationChecker: async () => { work(1); } });
export class Users { @UseInterceptor((action) => { work(2); }) list() {} }
class Mailer extends Worker { constructor() { super('mail', async (job) => { work(3); }); } }
class Tick extends CronJob { constructor() { super({ onTick: async () => { work(4); } }); } }
export class Conf extends Subcommand { async chatInputAdd(interaction) { work(5); } }
stripe({ onEvent: async () => { work(6); } });
customMutation(1)({ handler: async (ctx) => { work(7); } });
SyncedCron.add({ name: 'x', async job() { work(8); } });`,
    },
  ],
  [
    'paths to files that cannot be known',
    ['bullmq'],
    {
      'src/worker.ts': `
import { Worker } from 'bullmq';
import { join } from 'node:path';
const folder = process.env.FOLDER;
export const start = (name: string) => new Worker('a', join(__dirname, name));
new Worker('b', '/src/run.ts');
new Worker('c', \`\${folder}/run.js\`);
new Worker('d', join(folder, 'run.js'));
new Worker('e', join(__dirname, '..', 'run.js'));`,
      'src/run.ts': `
export default async function (job) { work(1); }`,
    },
  ],
  [
    'workflows in the file that the worker names, and in no other',
    ['@temporalio/worker', '@temporalio/workflow'],
    {
      'src/worker.ts': `
import { Worker } from '@temporalio/worker';
Worker.create({ workflowsPath: require.resolve('./flows'), taskQueue: 'x' });
Worker.create({ bundlerOptions: { ignoreModules: ['./others'] }, taskQueue: 'x' });`,
      'src/flows.ts': `
export async function order() { work(1); } //!
async function helper() { work(2); }`,
      'src/others.ts': `
export async function order() { work(1); }`,
    },
  ],
  [
    'a function of a deployment, and what its file exports besides',
    ['aws-cdk-lib'],
    {
      'lib/stack.ts': `
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
new NodejsFunction(this, 'x', { entry: 'lambda/a.ts', handler: 'create' });
new NodejsFunction(this, 'y', { entry: 'lambda/b.ts' });`,
      'lambda/a.ts': `
export async function create(event) { work(1); } //!
export async function handler(event) { work(2); }`,
      'lambda/b.ts': `
export async function handler(event) { work(1); } //!
export async function create(event) { work(2); }`,
    },
  ],
  [
    'a parameter of a function that many calls take',
    ['inngest'],
    {
      'src/a.ts': `
import { Inngest } from 'inngest';
const inngest = new Inngest({ id: 'x' });
const one = ({ step }) => { step.run('a', run); }; //!
inngest.createFunction({ id: 'one' }, { event: 'a' }, one);
const none = (step) => { step.run('a', run); };
inngest.createFunction({ id: 'none' }, { event: 'a' }, (context) => none(context.other));`,
    },
  ],
  [
    'folds',
    ['express'],
    {
      'src/a.ts': `
import express from 'express';
express().post('/x', async (req, res) => {
  req.body.reduce((before, x) => before.then(() => use(x)), Promise.resolve()); //!
  req.body.reduce((before, x) => { return before.then(() => use(x)); }, Promise.resolve()); //!
  await req.body.reduce((before, x) => before.then(() => use(x)), Promise.resolve());
  req.body.reduce((sum, x) => sum + x, 0);
  req.body.reduce((all, x) => all, Promise.resolve());
  req.body.reduce((all, x) => x.rest.reduce(all), 0);
  res.end();
});`,
    },
  ],
  [
    'types beside JavaScript',
    ['convex'],
    {
      'convex/_generated/server.js': `
import { mutationGeneric } from 'convex/server';
export const mutation = mutationGeneric;`,
      'convex/_generated/server.d.ts': `
import { GenericMutationCtx } from 'convex/server';
import type { DataModel } from './dataModel.js';
export type MutationCtx = GenericMutationCtx<DataModel>;`,
      'convex/a.ts': `
import { mutation, type MutationCtx, type Other } from './_generated/server';
export const add = mutation({ handler: async (ctx) => { await one(ctx); await two(ctx); } });
async function one(ctx: MutationCtx) { ctx.db.patch('x', {}); } //!
async function two(ctx: Other) { ctx.db.patch('x', {}); }`,
    },
  ],
]);
