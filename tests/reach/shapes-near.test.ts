import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const TOUCH = 'const touch = async (x?: unknown) => { await fetch(String(x)); };\n';

describe('what reads like a route and is none', () => {
  reaches('a client of tests, a cache, a mock of the network', {
    'clients.ts': `import nock from 'nock';
import axios from 'axios';
import got from 'got';
${TOUCH}export function mock(cache) {
  nock('https://x').get('/a').reply(200, (uri, body) => { touch(1); });
  axios.get('/a', (x) => { touch(x); });
  got.post('/a', (x) => { touch(x); });
  cache.get('/a', (x) => { touch(x); });
}
`,
  });
  reaches('a listener on a socket, and a request, of a page', {
    'pad.js': `${TOUCH.replace('?: unknown', '')}export function connect(socket) {
  socket.on('message', (data) => { touch(data); document.title = data; });
}
`,
    'public/users.js': `${TOUCH.replace('?: unknown', '')}export function load(api) {
  api.get('/users', (found) => { touch(found); });
}
`,
    'src/public/users.js': `${TOUCH.replace('?: unknown', '')}export function load(api) {
  api.get('/users', (found) => { touch(found); }); //! GET /users
}
`,
    'shown.js': `${TOUCH.replace('?: unknown', '')}export function connect(socket, page) {
  socket.on('message', (data) => { touch(data); page.evaluate(() => document.title); }); //! socket event message
}
`,
  });
  reaches("a listener on a page's worker, unlike one on a port", {
    'talk.ts': `${TOUCH}export function listen(port: MessagePort) {
  port.addEventListener('message', (data) => { touch(data); }); //! socket event message
}
`,
    'page.ts': `${TOUCH}export function listen(worker: Worker) {
  worker.addEventListener('message', (data) => { touch(data); });
}
`,
  });
  reaches('a row without a path, or whose method is no verb', {
    'rows.ts': `${TOUCH}export const rows = [
  { method: 'POST', handler: (x) => { touch(x); } },
  { method: 'eth_call', path: '/x', handler: (x) => { touch(x); } },
  { path: '/x', handler: (x) => { touch(x); } },
];
`,
  });
  reaches('a function whose parameters are something else', {
    'other.ts': `${TOUCH}
export function draw(ctx: CanvasRenderingContext2D) { touch(ctx.text()); }
export function render(ctx: string, next: string) { touch(ctx); }
export function merge(c) { touch(c.name); }
export function name(event) { touch(event.target); }
export function both(a, b) { touch(a); }
`,
  });
  reaches('code for the browser, and scripts', {
    'client.ts': `'use client';
${TOUCH}export const a = (req, res) => { touch(1); };
`,
    'strict.ts': `'use strict';
'use client';
${TOUCH}export const a = (req, res) => { touch(1); };
`,
    'scripts/run.ts': `${TOUCH}export const a = (req, res) => { touch(1); };
`,
    'bin/run.js': `#!/usr/bin/env node
const touch = async (x) => { await fetch(x); };
module.exports = (req, res) => { touch(1); };
`,
  });
});

describe('a wrapper of handlers', () => {
  reaches('answers with what it wraps', {
    'wrap.js': `export const asyncHandler = (fn) => (req, res, next) => { Promise.resolve(fn(req, res, next)).catch(next); };
export const wrap = (fn) => function (req, res, next) { fn(req, res, next).catch(next); };
`,
  });
});

describe('who is named', () => {
  reaches('the route, where a handler calls a function that reads like one', {
    'app.js': `import express from 'express';
${TOUCH.replace('?: unknown', '')}const app = express();
app.get('/a', (req, res) => { show(req, res); });
function show(req, res) { touch(1); res.end(); } //! GET /a (show)
`,
  });
  reaches('each route of a function once', {
    'app.js': `import express from 'express';
${TOUCH.replace('?: unknown', '')}const app = express();
function list(req, res) { touch(1); res.end(); } //! GET /a and 1 more
app.get('/a', list);
app.get('/b', list);
`,
  });
  reaches('the registration before the type, in another file', {
    'a-controller.ts': `import type { Request, Response } from 'express';
${TOUCH}export async function crawl(req: Request, res: Response) { touch(1); res.end(); } //! POST /v0/crawl
`,
    'v0.ts': `import { Router } from 'express';
import { crawl } from './a-controller';
export const v0 = Router();
v0.post('/v0/crawl', crawl);
`,
  });
  reaches('with the mounts of Fastify, Hono, and routers in routers', {
    'package.json': '{ "name": "server", "dependencies": { "fastify": "5", "hono": "4", "express": "5" } }',
    'plugin.ts': `import type { FastifyInstance } from 'fastify';
${TOUCH}export async function plugin(app: FastifyInstance) {
  app.get('/list', async (request, reply) => { touch(1); return {}; }); //! GET /orders/list
}
`,
    'fastify.ts': `import fastify from 'fastify';
import { plugin } from './plugin';
const app = fastify();
app.register(plugin, { prefix: '/orders' });
`,
    'hono.ts': `import { Hono } from 'hono';
${TOUCH}const inner = new Hono();
inner.get('/a', (c) => { touch(1); return c.json({}); }); //! GET /v1/a
const app = new Hono();
app.route('/v1', inner);
`,
    'express.cjs': `const express = require('express');
const users = require('./users.cjs');
const app = express(), api = express.Router();
app.use('/api', api);
api.use('/users', users);
`,
    'users.cjs': `const router = require('express').Router();
const touch = async (x) => { await fetch(x); };
router.get('/:id', (req, res) => { touch(1); res.end(); }); //! GET /api/users/:id
module.exports = router;
`,
  });
});

describe('sockets', () => {
  reaches('of a connection that another file listens to, and of its class', {
    'server.js': `const touch = async (x) => { await fetch(x); };
import { realtime } from './realtime.js';
export function start(io) { io.sockets.on('connection', realtime.connection); }
`,
    'realtime.js': `const touch = async (x) => { await fetch(x); };
class Realtime {
  connection(socket) {
    socket.on('del', this.del.bind(this));
    socket.on('add', (x) => { touch(x); }); //! socket event add
  }
  del(x) { touch(x); } //! socket event del
}
export const realtime = new Realtime();
`,
  });
  reaches('not what is no socket', {
    'other.js': `const touch = async (x) => { await fetch(x); };
export function follow(emitter) { emitter.on('change', (x) => { touch(x); }); }
`,
  });
});

describe('an async listener on a socket', () => {
  reaches('is a handler of its own, and nothing that is dropped; what it lets go is', {
    'socket.js': `const touch = async (x) => { await fetch(x); };
export function register(socket) {
  socket.on('setup', async (name, callback) => {
    await touch(name);
    touch(1); //! socket event setup
    callback({});
  });
}
export function start(io) {
  io.on('connection', async (socket) => {
    register(socket);
    socket.on('ask', (x) => { touch(x).then(() => socket.emit('ok')).catch(() => socket.emit('no')); });
  });
}
`,
  });
});

describe('a function that is given the request somewhere else', () => {
  reaches('does not answer with what stands where the response would', {
    'search.ts': `import type { Request } from 'express';
const bill = async (team: string) => { await fetch(team); };
export async function searchHelper(job: string, req: Request, team: string) {
  bill(team).catch(console.error); //! searchHelper
  return req.body;
}
`,
  });
});
