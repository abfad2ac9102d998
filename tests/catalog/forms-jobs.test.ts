import { markedFiles } from '../support/marked-files.ts';

/** Other ways of writing the same than those in the fixtures of its entry, from the documentation. */
markedFiles([
  [
    'bull, processors in files',
    ['bull'],
    {
      'jobs.js': `
const Queue = require('bull');
const path = require('path');
const queue = new Queue('x');
queue.process(path.join(__dirname, 'mail.js'));
queue.process('paint', 5, __dirname + '/paint.js');
queue.process('here', 5, async (job) => { work(1); }); //!`,
      'mail.js': `module.exports = async (job) => { work(2); }; //!`,
      'paint.js': `module.exports = async (job) => { work(3); }; //!`,
      'other.js': `module.exports = async (entry) => { work(4); };`,
    },
  ],
  [
    'temporal, activities made with their dependencies',
    ['@temporalio/worker', '@temporalio/workflow'],
    {
      'src/worker.ts': `
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from './activities';
import { Payments } from './payments';
async function run() {
  const db = new Db();
  const worker = await Worker.create({ workflowsPath: require.resolve('./order-flows'), activities: createActivities(db), taskQueue: 'x' });
  const other = await Worker.create({ taskQueue: 'y', workflowsPath: new URL('./more-flows.ts', import.meta.url).pathname, activities: { ...createActivities(db), pay: async () => { work(9); } } }); //!
  const payments = new Payments();
  await Worker.create({ taskQueue: 'z', activities: { charge: payments.charge.bind(payments) } });
  await worker.run();
}
run();`,
      'src/activities.ts': `
export const createActivities = (db) => ({
  async greet(name) { work(1); return name; }, //!
  greetAgain: async (name) => { await work(2); return name; },
});`,
      'src/payments.ts': `
export class Payments { async charge(id: string) { work(1); } async other() { work(2); } } //!`,
      'src/order-flows.ts': `
import { proxyActivities, defineSignal, setHandler } from '@temporalio/workflow';
const acts = proxyActivities<any>({ startToCloseTimeout: '1 minute' });
export const done = defineSignal('done');
export async function order(id: string) {
  setHandler(done, async () => { work(1); }); //!
  acts.greet(id); //!
  await acts.greet(id);
}`,
      'src/more-flows.ts': `
export async function more(id: string) { work(1); } //!`,
    },
  ],
  [
    'bullmq, processors by path in other words',
    ['bullmq'],
    {
      'src/worker.ts': `
import { Worker, QueueEvents, type Job } from 'bullmq';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { join, dirname } from 'node:path';
const processorFile = join(__dirname, 'one.js');
const one = new Worker('one', processorFile);
const two = new Worker('two', pathToFileURL(join(__dirname, 'two.js')));
const three = new Worker('three', \`\${__dirname}/three.js\`);
const here = dirname(fileURLToPath(import.meta.url));
const four = new Worker('four', join(here, 'jobs', 'four.js'), { useWorkerThreads: true });
one.on('completed', async (job: Job) => { work(1); }); //!
const events = new QueueEvents('one');
events.on('failed', ({ jobId }) => { work(2); }); //!
class Mailer extends Worker { constructor() { super('mail', (job) => this.run(job)); } run(job) { work(3); } } //!`,
      'src/one.ts': `export default async (job) => { work(1); }; //!`,
      'src/two.ts': `module.exports = async function (job) { work(1); }; //!`,
      'src/three.ts': `export default function (job) { work(1); } //!`,
      'src/jobs/four.ts': `async function four(job) { work(1); } //!
export default four;`,
    },
  ],
  [
    'dbos, its other forms',
    ['@dbos-inc/dbos-sdk', '@dbos-inc/knex-datasource'],
    {
      'src/a.ts': `
import { DBOS, ConfiguredInstance, WorkflowQueue } from '@dbos-inc/dbos-sdk';
import { KnexDataSource } from '@dbos-inc/knex-datasource';
const dataSource = new KnexDataSource('app', {});
export class Orders extends ConfiguredInstance {
  @DBOS.workflow() async place(id: string) {
    DBOS.runStep(() => fetch('x'), { name: 'x' }); //!
    await DBOS.runStep(async () => { work(1); }, { name: 'y' }); //!
    dataSource.runTransaction(async () => { await fetch('y'); }); //!
    DBOS.startWorkflow(Orders).ship(id); //!
  }
  @dataSource.transaction() async insert() { work(2); } //!
  static async ship(id: string) { await id; }
}
const insertRow = dataSource.registerTransaction(async () => { work(3); }); //!
async function periodic(at: Date, context: unknown) {
  work(4); //!
  insertRow(); //!
  await insertRow();
}
const periodicWorkflow = DBOS.registerWorkflow(periodic, { name: 'periodic' });
await DBOS.createSchedule({ scheduleName: 's', workflowFn: periodicWorkflow, schedule: '* * * * *' });`,
    },
  ],
  [
    'upstash workflow in express, and many of them',
    ['@upstash/workflow', '@upstash/qstash', 'express'],
    {
      'src/server.ts': `
import express from 'express';
import { serve, createWorkflow, serveMany } from '@upstash/workflow/express';
const app = express();
app.post('/w', serve(async (context) => {
  context.sleep('a', 1); //!
  const [a, b] = await Promise.all([context.run('a', run), context.run('b', () => { work(1); })]); //!
}, { failureFunction: async ({ context, failStatus }) => { work(2); } })); //!
const first = createWorkflow(async (context) => { await context.run('x', run); context.call('y', {}); }); //!
app.post('/many/*', serveMany({ first, second: createWorkflow(async (context) => { work(3); }) })); //!`,
      'pages/api/q.ts': `
import { verifySignature } from '@upstash/qstash/nextjs';
async function handler(req, res) { work(1); res.status(200).end(); } //!
export default verifySignature(handler);`,
    },
  ],
  [
    'inngest, triggers among the options',
    ['inngest', 'express'],
    {
      'src/functions.ts': `
import { Inngest, InngestMiddleware } from 'inngest';
export const inngest = new Inngest({ id: 'x' });
export const one = inngest.createFunction({ id: 'one', triggers: [{ event: 'a' }] }, async ({ step }) => {
  step.sendEvent('s', {}); //!
  work(1); //!
});
export const two = inngest.createFunction({ id: 'two', triggers: { cron: '* * * * *' } }, handle);
async function handle({ event, step }) { step.sleep('x', '1d'); await step.sleep('y', '1d'); } //!
const three = ({ step }) => step.run('x', () => { work(2); }); //!
inngest.createFunction('three', 'event', three);`,
    },
  ],
  [
    'vendure, handlers and listeners',
    ['@vendure/core', '@vendure/email-plugin', '@nestjs/common'],
    {
      'src/a.ts': `
import { PluginCommonModule, VendurePlugin, EventBus, OrderStateTransitionEvent, JobQueueService, JobQueue, PaymentMethodHandler, ShippingCalculator, ShippingEligibilityChecker, PromotionItemAction, FulfillmentHandler, type OrderProcess } from '@vendure/core';
import { EmailEventListener } from '@vendure/email-plugin';
import { OnApplicationBootstrap, OnModuleInit, Injectable } from '@nestjs/common';
import { filter } from 'rxjs/operators';
@VendurePlugin({ imports: [PluginCommonModule] })
export class Mine implements OnApplicationBootstrap {
  constructor(private eventBus: EventBus) {}
  async onApplicationBootstrap() {
    this.eventBus.ofType(OrderStateTransitionEvent).pipe(filter((event) => event.toState === 'x')).subscribe(async (event) => { work(1); }); //!
  }
}
@Injectable()
export class Videos implements OnModuleInit {
  private jobQueue: JobQueue<{ id: string }>;
  constructor(private jobQueueService: JobQueueService) {}
  async onModuleInit() { this.jobQueue = await this.jobQueueService.createQueue({ name: 'v', process: async (job) => { work(2); } }); } //!
  add(id: string) { return this.jobQueue.add({ id }); }
}
export const pay = new PaymentMethodHandler({ code: 'p', createPayment: async (ctx, order, amount) => { work(3); return {}; }, settlePayment: async (ctx, order) => { work(4); return {}; } }); //!!
export const ship = new ShippingCalculator({ code: 's', calculate: async (ctx, order) => { work(5); return {}; } }); //!
export const flow: OrderProcess<'a'> = { transitions: {}, async onTransitionEnd(from, to, data) { work(6); } }; //!
export const mail = new EmailEventListener('x').on(OrderStateTransitionEvent).loadData(async ({ event }) => { work(7); return {}; }).setRecipient((event) => 'x'); //!`,
    },
  ],
  [
    'workflow devkit, starts and hooks',
    ['workflow', 'next'],
    {
      'app/api/x/route.ts': `
import { start, resumeHook } from 'workflow/api';
import { handle } from '@/workflows/handle';
export async function POST(request: Request) { start(handle, ['x']); await start(handle, ['y']); resumeHook('t', {}); return Response.json({}); } //!!`,
      'workflows/handle.ts': `
import { sleep, createHook, fetch } from 'workflow';
export async function handle(x: string) {
  'use workflow';
  sleep('1 day'); //!
  await sleep('2 days');
  save(x); //!
}
const save = async (x: string) => { 'use step'; work(1); await fetch(x); }; //!`,
    },
  ],
]);
