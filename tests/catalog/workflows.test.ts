import { markedFiles } from '../support/marked-files.ts';

markedFiles([
  [
    'bullmq sandbox',
    ['bullmq'],
    {
      'src/worker.ts': `
import { Worker } from 'bullmq';
import path from 'node:path';
new Worker('paint', path.join(__dirname, 'processor.js'));
new Worker('x', new URL('./proc2.js', import.meta.url));`,
      'src/processor.ts': `
export default async function (job) { work(1); } //!`,
      'src/proc2.ts': `
module.exports = async (job) => { work(1); }; //!`,
    },
  ],
  [
    'temporal',
    ['@temporalio/worker', '@temporalio/workflow'],
    {
      'src/worker.ts': `
import { Worker } from '@temporalio/worker';
import * as activities from './activities';
await Worker.create({ workflowsPath: require.resolve('./workflows'), activities, taskQueue: 'x' });`,
      'src/activities.ts': `
export async function greet(name: string) { work(1); return name; } //!`,
      'src/workflows.ts': `
import { proxyActivities } from '@temporalio/workflow';
import type * as activities from './activities';
const { greet } = proxyActivities<typeof activities>({ startToCloseTimeout: '1 minute' });
export async function example(name: string) { greet(name); return 1; } //!`,
    },
  ],
  [
    'upstash workflow',
    ['@upstash/workflow', 'next'],
    {
      'app/api/w/route.ts': `
import { serve } from '@upstash/workflow/nextjs';
export const { POST } = serve(async (context) => { context.run('a', () => 1); await context.run('b', () => 1); }); //!`,
      'app/api/q/route.ts': `
import { verifySignatureAppRouter } from '@upstash/qstash/nextjs';
async function handler(req: Request) { work(1); return new Response(''); } //!
export const POST = verifySignatureAppRouter(handler);`,
    },
  ],
  [
    'dbos',
    ['@dbos-inc/dbos-sdk'],
    {
      'src/a.ts': `
import { DBOS } from '@dbos-inc/dbos-sdk';
export class Toolbox {
  @DBOS.step() static async one() { work(1); } //!
  @DBOS.workflow() static async all() { Toolbox.two(); await Toolbox.two(); } //!
  @DBOS.step() static async two() { await fetch('x'); }
  @DBOS.scheduled({ crontab: '* * * * *' }) @DBOS.workflow() static async s(a: Date, b: Date) { work(3); } //!
}
async function stepOne() { work(4); } //!
DBOS.registerStep(stepOne);
export const w = DBOS.registerWorkflow(async () => { work(5); }); //!`,
    },
  ],
  [
    'workflow directives',
    ['workflow'],
    {
      'src/a.ts': `
export async function handle(x) { 'use workflow'; send(x); await send(x); } //!
async function send(x) { 'use step'; work(1); await fetch(x); } //!`,
    },
  ],
  [
    'inngest',
    ['inngest'],
    {
      'src/a.ts': `
import { Inngest } from 'inngest';
const inngest = new Inngest({ id: 'x' });
export const f = inngest.createFunction({ id: 'a', onFailure: async ({ error }) => { work(1); } }, { event: 'e' }, async ({ event, step }) => { //!
  step.run('x', async () => 1); //!
  await step.run('y', async () => { work(2); }); //!
});`,
    },
  ],
  [
    'vendure',
    ['@vendure/core'],
    {
      'src/a.ts': `
import { ScheduledTask } from '@vendure/core';
export const t = new ScheduledTask({ id: 'x', schedule: (cron) => cron.everyDay(), async execute({ injector }) { work(1); } }); //!`,
    },
  ],
]);
