import { describe, expect, it } from 'vitest';
import { documented } from '../support/documented.ts';
import { findingsIn } from '../support/findings.ts';
import { silent } from '../support/marked.ts';

documented([
  [
    'restate',
    `
    import * as restate from '@restatedev/restate-sdk';
    const greeter = restate.service({
      name: 'Greeter',
      handlers: { greet: async (ctx, name) => { work(name); }, wave: restate.handlers.handler({}, async (ctx) => { work(1); }) },
    });
    const counter = restate.object({ name: 'Counter', handlers: { add: async (ctx, by) => { work(by); } } });`,
    ['handler Greeter.greet', 'handler Greeter.wave', 'handler Counter.add'],
  ],
  [
    'liteque',
    `
    import { Runner } from 'liteque';
    new Runner(queue, { run: async (job) => { work(job); }, onComplete: async () => { work(1); } }, {});`,
    ['runner run', 'runner onComplete'],
  ],
  [
    'bullmq',
    `import { Worker } from 'bullmq'; new Worker('paint', async (job) => { work(job); }, { connection });`,
    ['worker paint'],
  ],
  [
    'bullmq, a typed processor',
    `import type { Processor } from 'bullmq'; export const paint: Processor = async (job) => { work(job); };`,
    ['paint'],
  ],
  [
    'bull',
    `import Queue from 'bull'; const video = new Queue('video'); video.process('encode', 5, async (job) => { work(job); });`,
    ['process encode'],
  ],
  [
    'bull in CommonJS, without new',
    `const Queue = require('bull'); Queue('video').process(async (job) => { work(job); });`,
    ['process'],
  ],
  [
    'bee-queue',
    `const Queue = require('bee-queue'); const queue = new Queue('add'); queue.process(async (job) => { work(job); });`,
    ['process job'],
  ],
  [
    'agenda',
    `import { Agenda } from '@hokify/agenda'; const agenda = new Agenda({}); agenda.define('mail', async (job) => { work(job); }); agenda.define('report', { priority: 'high' }, async (job) => { work(job); });`,
    ['job mail', 'job report'],
  ],
  [
    'pg-boss',
    `import { PgBoss } from 'pg-boss'; const boss = new PgBoss(''); boss.work('mail', { batchSize: 5 }, async ([job]) => { work(job); });`,
    ['work mail'],
  ],
  [
    'graphile-worker',
    `import { run, type TaskList } from 'graphile-worker'; await run({ taskList: { hello: async (payload, helpers) => { work(payload); } } }); export const tasks: TaskList = { bye: async () => { work(1); } };`,
    ['task hello', 'task bye'],
  ],
  [
    'node-cron',
    `import cron from 'node-cron'; cron.schedule('* * * * *', async () => { work(1); });`,
    ['cron * * * * *'],
  ],
  [
    'node-cron in CommonJS',
    `const cron = require('node-cron'); cron.schedule('0 0 * * *', async () => { work(1); });`,
    ['cron 0 0 * * *'],
  ],
  [
    'cron',
    `import { CronJob } from 'cron'; new CronJob('0 0 * * *', async () => { work(1); }, null, true); CronJob.from({ cronTime: '5 4 * * *', onTick: async () => { work(2); } });`,
    ['cron 0 0 * * *', 'cron 5 4 * * *'],
  ],
  [
    'croner',
    `import { Cron } from 'croner'; new Cron('0 0 * * *', { name: 'x' }, async () => { work(1); }); Cron('5 4 * * *').schedule(async () => { work(2); });`,
    ['cron 0 0 * * *', 'cron'],
  ],
  [
    'node-schedule',
    `const schedule = require('node-schedule'); schedule.scheduleJob('daily', '0 0 * * *', async () => { work(1); });`,
    ['schedule daily'],
  ],
  [
    'kafkajs',
    `import { Kafka } from 'kafkajs'; const consumer = new Kafka({}).consumer({ groupId: 'x' }); await consumer.run({ eachMessage: async ({ message }) => { work(message); } });`,
    ['consumer eachMessage'],
  ],
  [
    'amqplib',
    `import amqp from 'amqplib'; const channel = await (await amqp.connect('')).createChannel(); channel.consume('tasks', async (message) => { work(message); channel.ack(message); });`,
    ['consume tasks'],
  ],
  [
    'inngest',
    `import { Inngest } from 'inngest'; const inngest = new Inngest({ id: 'x' }); export default inngest.createFunction({ id: 'hello' }, { event: 'a' }, async ({ event, step }) => { work(event); });`,
    ['function hello'],
  ],
  [
    'trigger.dev',
    `import { task, schedules } from '@trigger.dev/sdk/v3'; export const hello = task({ id: 'hello', run: async (payload) => { work(payload); } }); export const nightly = schedules.task({ id: 'nightly', cron: '0 0 * * *', run: async () => { work(1); } });`,
    ['task hello', 'task nightly'],
  ],
  [
    'sqs-consumer',
    `import { Consumer } from 'sqs-consumer'; Consumer.create({ queueUrl: '', handleMessage: async (message) => { work(message); } }).start();`,
    ['SQS consumer'],
  ],
]);

describe('handing work to a queue is itself to be awaited', () => {
  it.each([
    ['bullmq', `import { Queue } from 'bullmq'; const q = new Queue('x');`, 'q.add("a", {})'],
    ['bull', `import Queue from 'bull'; const q = new Queue('x');`, 'q.add({})'],
    ['pg-boss', `import PgBoss from 'pg-boss'; const q = new PgBoss('x');`, 'q.send("a", {})'],
    ['agenda', `import { Agenda } from 'agenda'; const q = new Agenda();`, 'q.now("a")'],
    ['kafkajs', `import { Kafka } from 'kafkajs'; const q = new Kafka({}).producer();`, 'q.send({})'],
    ['inngest', `import { Inngest } from 'inngest'; const q = new Inngest({});`, 'q.send({})'],
    ['trigger.dev', `import { tasks } from '@trigger.dev/sdk';`, 'tasks.trigger("x", {})'],
    ['bee-queue', `import Queue from 'bee-queue'; const q = new Queue('x');`, 'q.createJob({}).retries(2).save()'],
  ])('%s', (_name, setup, call) => {
    const inRoute = (statement: string): string =>
      `import express from 'express'; ${setup} express().post('/', async (req, res) => { ${statement}; res.end(); });`;
    const [finding, ...others] = findingsIn(inRoute(call));
    expect(others).toEqual([]);
    expect(finding?.remedies[0]).toBe('await');
    expect(findingsIn(inRoute(`await ${call}`))).toEqual([]);
  });
});

silent(
  'amqplib writes to the socket without a promise',
  `
  import amqp from 'amqplib';
  import express from 'express';
  const channel = await (await amqp.connect('')).createChannel();
  express().post('/', (req, res) => { channel.sendToQueue('a', Buffer.from('')); channel.publish('a', 'b', Buffer.from('')); res.end(); });`,
);
