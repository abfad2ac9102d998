// One server with one way to stop it, for bench/shutdown.js: `node server.js <framework> <way> <folder of the peers>`.
// HELPER is the address of the injected helper; LOG is a file in which tasks record their start and end.
import { Buffer } from 'node:buffer';
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import { createRequire } from 'node:module';
import { ReadableStream } from 'node:stream/web';
import { setTimeout as sleep } from 'node:timers/promises';

const [, , framework, way, peers] = process.argv;
/** The same for all ways. Idle connections are closed at once, or as soon as the library allows. */
const LIMIT_MS = Number(process.env.LIMIT_MS ?? 3000);
const CONNECTIONS_MS = 0;
const peer = createRequire(`${peers}/index.js`);
const note = (line) => appendFileSync(process.env.LOG, `${line}\n`);

async function work(id) {
  note(`started ${id}`);
  await sleep(1200);
  note(`finished ${id}`);
}

const { fireTask, drainOnShutdown } = way === 'drainOnShutdown' ? await import(process.env.HELPER) : {};
// eslint-disable-next-line fire-task/no-untracked-promises -- what is measured: work that is lost
const launch = (id) => (fireTask === undefined ? void work(id) : fireTask(work(id), `work ${id}`));

/** The response of all servers that use Node's own objects. */
async function answer(req, res) {
  const [, what, id] = req.url.split('/');
  if (what === 'task') launch(id);
  if (what === 'slow') await sleep(1500);
  if (what === 'download') return res.end(Buffer.alloc(20_000_000));
  if (what === 'events') {
    res.writeHead(200, { 'content-type': 'text/event-stream' });
    res.write('data: 1\n\n');
  } else if (what === 'upload') {
    req.on('error', () => undefined);
    req.resume().on('end', () => res.end());
  } else res.end('ok');
}

/** The same for frameworks that use the web's requests. */
async function answerWeb(c) {
  const [, what, id] = c.req.path.split('/');
  if (what === 'task') launch(id);
  if (what === 'slow') await sleep(1500);
  if (what === 'upload') await c.req.arrayBuffer();
  if (what === 'download') return c.body(Buffer.alloc(20_000_000));
  if (what !== 'events') return c.text('ok');
  const body = new ReadableStream({ start: (events) => events.enqueue(Buffer.from('data: 1\n\n')) });
  return c.body(body, 200, { 'content-type': 'text/event-stream' });
}

async function expressOf(name) {
  const { default: express } = await import(name);
  return createServer(express().use((req, res) => void answer(req, res)));
}

/** The application, and its server for the ways that need one. */
async function nest(withHooks) {
  await import('reflect-metadata');
  const { Module } = await import('@nestjs/common');
  const { NestFactory } = await import('@nestjs/core');
  class AppModule {}
  Module({})(AppModule);
  const app = await NestFactory.create(AppModule, { logger: false });
  if (withHooks) app.enableShutdownHooks();
  app.use((req, res) => void answer(req, res));
  await app.listen(0, '127.0.0.1');
  return { app, server: app.getHttpServer() };
}

const FRAMEWORKS = {
  'node:http': () => createServer(answer),
  'node:http2': () => createHttp2Server((req, res) => void answer(req, res)),
  'Express 4': () => expressOf('express4'),
  'Express 5': () => expressOf('express'),
  async Koa() {
    const { default: Koa } = await import('koa');
    const app = new Koa().use((ctx) => {
      ctx.respond = false;
      ctx.res.statusCode = 200;
      return answer(ctx.req, ctx.res);
    });
    return createServer(app.callback());
  },
  async Fastify() {
    const { default: Fastify } = await import('fastify');
    const app = Fastify();
    app.addContentTypeParser('*', (request, payload, done) => done(null));
    app.all('/*', (request, reply) => {
      reply.hijack();
      return answer(request.raw, reply.raw);
    });
    await app.ready();
    return app;
  },
  async Hono() {
    const { serve } = await import('@hono/node-server');
    const { Hono } = await import('hono');
    const app = new Hono().all('/*', answerWeb);
    return serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  },
  NestJS: () => nest(false),
  'NestJS with enableShutdownHooks': () => nest(true),
  async ws() {
    const { WebSocketServer } = peer('ws');
    const server = createServer(answer);
    new WebSocketServer({ server });
    return server;
  },
  'Socket.IO'() {
    const server = createServer(answer);
    const { Server } = peer('socket.io');
    return Object.assign(server, { io: new Server(server, { serveClient: false }) });
  },
};

const made = await FRAMEWORKS[framework]();
const server = made.server ?? made;
const ended = (code) => process.exit(code);

const WAYS = {
  drainOnShutdown: () =>
    drainOnShutdown(made.app ?? made.io ?? made, { timeoutMs: LIMIT_MS, connectionsMs: CONNECTIONS_MS }),
  'server.close()': () => process.once('SIGTERM', () => server.close(() => ended(0))),
  terminus: () => peer('@godaddy/terminus').createTerminus(server, { timeout: LIMIT_MS, signals: ['SIGTERM'] }),
  'http-terminator'() {
    const { createHttpTerminator } = peer('http-terminator');
    const terminator = createHttpTerminator({ server, gracefulTerminationTimeout: 1000 });
    process.once('SIGTERM', () => terminator.terminate().then(() => ended(0)));
  },
  stoppable() {
    const stoppable = peer('stoppable')(server, LIMIT_MS);
    process.once('SIGTERM', () => stoppable.stop(() => ended(0)));
  },
  'close-with-grace': () =>
    peer('close-with-grace')({ delay: LIMIT_MS, logger: false }, async () => {
      await new Promise((resolve) => server.close(resolve));
    }),
};
WAYS[way]();
if (!server.listening) server.listen(0, '127.0.0.1');
if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
process.stdout.write(`listening on ${server.address().port}\n`);
