import { describe, expect, it } from 'vitest';
import { whereOf } from '../../src/findings/wording.ts';
import { findingsIn } from '../support/findings.ts';
import { silent } from '../support/marked.ts';

/** Each as the framework's own documentation writes it; `work()` is the launch that nobody owns. */
const HANDLERS: readonly (readonly [framework: string, where: string, code: string])[] = [
  [
    'hapi',
    'GET /',
    "import Hapi from '@hapi/hapi'; const server = Hapi.server({ port: 3000 }); server.route({ method: 'GET', path: '/', handler: (request, h) => { work(); return 'ok'; } });",
  ],
  [
    'hapi',
    'POST /a',
    "import Hapi from '@hapi/hapi'; const server = new Hapi.Server(); server.route([{ method: 'POST', path: '/a', options: { handler(request, h) { work(); return 'ok'; } } }]);",
  ],
  [
    'restify',
    'GET /hello/:name',
    "const restify = require('restify'); const server = restify.createServer(); server.get('/hello/:name', (req, res, next) => { work(); res.send('hi'); next(); });",
  ],
  [
    'polka',
    'GET /users/:id',
    "const polka = require('polka'); polka().get('/users/:id', (req, res) => { work(); res.end('x'); });",
  ],
  [
    'h3',
    'event handler',
    "import { H3, defineHandler } from 'h3'; export default defineHandler((event) => { work(); return 'ok'; });",
  ],
  [
    'h3',
    'GET /hello',
    "import { H3 } from 'h3'; const app = new H3(); app.get('/hello', (event) => { work(); return 'ok'; });",
  ],
  [
    'elysia',
    'GET /',
    "import { Elysia } from 'elysia'; new Elysia().post('/x', () => 'x').get('/', () => { work(); return 'hi'; }).listen(3000);",
  ],
  [
    'itty-router',
    'GET /todos',
    "import { AutoRouter } from 'itty-router'; const router = AutoRouter(); router.get('/todos', () => { work(); return []; });",
  ],
  [
    'astro',
    'middleware',
    "import { defineMiddleware } from 'astro:middleware'; export const onRequest = defineMiddleware(async (context, next) => { work(); return next(); });",
  ],
  [
    'trpc',
    'mutation add',
    "import { initTRPC } from '@trpc/server'; const t = initTRPC.create(); const r = t.router({ add: t.procedure.input(schema).mutation(({ input }) => { work(); return true; }) });",
  ],
  [
    'socket.io',
    'socket connection',
    "import { Server } from 'socket.io'; const io = new Server(3000); io.on('connection', (socket) => { work(); });",
  ],
  [
    'socket.io',
    'socket event chat',
    "import { Server } from 'socket.io'; const io = new Server(3000); io.on('connection', (socket) => { socket.on('chat', async (text) => { work(); }); });",
  ],
  [
    'ws',
    'websocket message',
    "import { WebSocketServer } from 'ws'; const wss = new WebSocketServer({ port: 8080 }); wss.on('connection', (ws) => { ws.on('message', (data) => { work(); }); });",
  ],
  [
    'mcp',
    'tool add',
    "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'; const server = new McpServer({ name: 'x' }); server.registerTool('add', {}, async ({ a }) => { work(); return { content: [] }; });",
  ],
  [
    'grammy',
    'command start',
    "import { Bot } from 'grammy'; const bot = new Bot(token); bot.command('start', (ctx) => { work(); });",
  ],
  [
    'telegraf',
    'hears hi',
    "const { Telegraf } = require('telegraf'); const bot = new Telegraf(token); bot.hears('hi', (ctx) => { work(); });",
  ],
  [
    'slack bolt',
    'command /go',
    "import { App } from '@slack/bolt'; const app = new App({}); app.command('/go', async ({ ack }) => { await ack(); work(); });",
  ],
  [
    'discord.js',
    'event interactionCreate',
    "import { Client } from 'discord.js'; const client = new Client({}); client.on('interactionCreate', async (interaction) => { work(); });",
  ],
  [
    'aws lambda',
    'handler',
    "import type { SQSHandler } from 'aws-lambda'; export const handler: SQSHandler = async (event) => { work(); };",
  ],
  [
    'middy',
    'lambda handler',
    "import middy from '@middy/core'; export const handler = middy(async () => { work(); return {}; });",
  ],
  [
    'azure functions',
    'http hello',
    "import { app } from '@azure/functions'; app.http('hello', { methods: ['GET'], handler: async (request, context) => { work(); return {}; } });",
  ],
  [
    'google functions',
    'function hello',
    "const functions = require('@google-cloud/functions-framework'); functions.http('hello', (req, res) => { work(); res.send('x'); });",
  ],
  [
    'firebase',
    'function date',
    "const { onRequest } = require('firebase-functions/v2/https'); exports.date = onRequest((req, res) => { work(); res.send('x'); });",
  ],
  ['deno', 'Deno.serve', "Deno.serve({ port: 3000 }, (request) => { work(); return new Response('x'); });"],
  [
    'bun',
    'Bun.serve /x.GET',
    "Bun.serve({ routes: { '/x': { GET: () => { work(); return new Response('x'); } } }, fetch(request) { return new Response('x'); } });",
  ],
  [
    'cloudflare',
    'durable object Room.fetch',
    "import { DurableObject } from 'cloudflare:workers'; export class Room extends DurableObject { async fetch(request) { work(); return new Response('x'); } }",
  ],
  ['bullmq', 'worker mail', "import { Worker } from 'bullmq'; new Worker('mail', async (job) => { work(); });"],
  [
    'bullmq, events of a worker',
    'worker event failed',
    "import { Worker } from 'bullmq'; const worker = new Worker('mail', run); worker.on('failed', (job) => { work(); });",
  ],
  [
    'bullmq, events of a queue, in a field',
    'queue event completed',
    "import { QueueEvents } from 'bullmq'; class Index { events?: QueueEvents; listen() { this.events.on('completed', ({ jobId }) => { void work(); }); } }",
  ],
  [
    'bull',
    'process',
    "const Queue = require('bull'); const queue = new Queue('mail'); queue.process(async (job) => { work(); });",
  ],
  [
    'amqplib',
    'consume jobs',
    "import amqp from 'amqplib'; const channel = await (await amqp.connect(url)).createChannel(); channel.consume('jobs', (message) => { work(); });",
  ],
  ['node-cron', 'cron * * * * *', "import cron from 'node-cron'; cron.schedule('* * * * *', () => { work(); });"],
  ['cron', 'cron * * * * *', "import { CronJob } from 'cron'; new CronJob('* * * * *', async () => { work(); });"],
  [
    'node-schedule',
    'schedule 0 0 * * *',
    "const schedule = require('node-schedule'); schedule.scheduleJob('0 0 * * *', () => { work(); });",
  ],
];

describe('registrations as their documentation writes them', () => {
  it.each(HANDLERS)('%s: %s', (_, where, code) => {
    const found = findingsIn(`async function work() { await 0; }\n${code}`, { forms: {} }).filter(
      ({ callee }) => callee === 'work',
    );
    expect(found.map(whereOf)).toEqual([`\`${where}\``]);
  });

  silent(
    'the result of a job that is returned or awaited',
    `
    import { Worker } from 'bullmq';
    import cron from 'node-cron';
    async function work() { await 0; }
    new Worker('mail', async () => { await work(); });
    new Worker('mail', () => work());
    cron.schedule('* * * * *', () => work());
  `,
  );
  silent(
    'a listener of a job, which is a handler of its own, and one of the connection, which runs when the process starts',
    `
    import { Worker } from 'bullmq';
    async function work() { await 0; }
    const worker = new Worker('mail', async () => { await work(); });
    worker.on('failed', async () => { await work(); });
    worker.on('ready', () => { work(); });
  `,
  );
  silent(
    'a socket that joins a room',
    `
    import { Server } from 'socket.io';
    new Server(3000).on('connection', (socket) => { socket.join('room'); socket.emit('hi'); });
  `,
  );
});

describe('handlers that look alike', () => {
  it('methods of the same name in two object literals are two functions', () => {
    const found = findingsIn(
      `async function work() { await 0; } Bun.serve({ async fetch() { await work(); } }); other({ fetch() { work(); } });`,
    );
    expect(found).toEqual([]);
  });

  it('a route of an inner router is named by its own call', () => {
    const found = findingsIn(
      `import express from 'express'; async function work() { await 0; } express().use('/x', express.Router().get('/y', (req, res) => { work(); res.end(); }));`,
    );
    expect(found.map(whereOf)).toEqual(['`GET /y`']);
  });
});
