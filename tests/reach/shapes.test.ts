import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

/** `save` and `touch` launch. */
const PRELUDE = `import express from 'express';
export const save = async (x) => { await fetch(x); };
export const touch = async (x) => { await fetch(x); };
const app = express();
`;

describe('factories in handler position', () => {
  reaches('every function that a factory returns, whatever type it is written with', {
    'app.ts': `${PRELUDE}
type Mw = (a: any, b: any, n: () => void) => void;
function make(on: boolean): Mw {
  if (!on) return (_a, _b, n) => n();
  return async (a, b) => { save(a.body); b.json({}); }; //!
}
app.use(make(true));
`,
  });
  reaches('an exported factory of middleware', {
    'package.json': '{ "name": "server", "dependencies": { "express": "5" } }',
    'guard.js': `const touch = async (x) => { await fetch(x); };
exports.guard = () => { return (req, res, next) => { touch(1); next(); }; }; //!
`,
  });
});

describe('handlers by shape', () => {
  reaches('a path without a slash before it, of what is called a router', {
    'package.json': '{ "name": "server", "dependencies": { "koa": "2" } }',
    'router.ts': `export default class Router { routes: any = {}; post(path: string, run: any) { this.routes[path] = run; } }`,
    'tasks.ts': `import Router from './router';
const touch = async (x?: unknown) => { await fetch(String(x)); };
const router = new Router();
router.post('admin/tasks', async (path: string) => { touch(path); }); //! POST admin/tasks
const settings = new Router();
settings.post('admin/tasks', async (path: string) => { touch(path); });
router.post('a sentence, and more', async (path: string) => { touch(path); });
`,
  });
  reaches('a receiver that came out of a wrapper', {
    'app.js': `${PRELUDE}import expressWs from 'express-ws';
const { app: server } = expressWs(express());
server.get('/a', (q, r) => { save(q.body); r.json({}); }); //! GET /a
`,
  });
  reaches('a router in the rest parameters of a package with a server framework in its workspace', {
    'package.json': '{ "private": true, "workspaces": ["packages/*"] }',
    'packages/core/package.json': '{ "name": "core", "dependencies": { "koa": "2" } }',
    'packages/users/package.json': '{ "name": "users" }',
    'packages/users/routes.ts': `const sync = async () => { await fetch('x'); };
export default function routes(...[router, { id }]: Parameters<Init>) {
  router.get('/a', async (ctx) => { void sync(); ctx.body = id; }); //! GET /a
}
`,
  });
  reaches('a builder of a package of which nothing is known', {
    'package.json': '{ "name": "server", "dependencies": { "express": "4", "@acme/groups": "1" } }',
    'ctrl.js': `const touch = async (x) => { await fetch(x); };
exports.test = (req, res) => { touch(1); res.end(); }; //! POST /a
`,
    'routes.js': `const ctrl = require('./ctrl');
require('@acme/groups').builder.post('/a', ctrl.test);
`,
  });
  reaches('an array of paths, and a template', {
    'server.js': `const touch = async (x) => { await fetch(x); };
const BASE = '/b';
export class Server {
  listen() {
    this.app.post(['/a', BASE], (req, res) => { touch(1); res.end(); }); //! POST /a
    this.app.put(\`\${BASE}/c\`, (req, res) => { touch(1); res.end(); }); //! PUT
  }
}
`,
  });
  reaches('a method that takes verb, path and function', {
    'server.js': `const touch = async (x) => { await fetch(x); };
export class Api {
  init() {
    this.route('POST', '/x', (req) => { touch(1); return {}; }); //! POST /x
  }
}
`,
  });
  reaches('rows of a table', {
    'routes.ts': `const touch = async (x: number) => { await fetch(String(x)); };
export const routes = [
  { method: 'POST', path: '/x', handler: (req, res) => { touch(1); res.end(); } }, //! POST /x
  { method: 'get', url: '/y', handler: list },
];
function list(req, res) { touch(2); res.end(); } //! GET /y
`,
  });
  reaches('decorators with the name of a verb, whatever module they come from', {
    'orders.ts': `import { Controller, Post } from '@acme/rest';
const touch = async (x: number) => { await fetch(String(x)); };
@Controller('/orders')
export class Orders {
  @Post('/')
  async create() { touch(1); return {}; } //! POST /orders
}
`,
  });
  reaches('(request, reply), (ctx, next) and a single context that is answered through', {
    'handlers.ts': `const touch = async (x: number) => { await fetch(String(x)); };
export async function a(request, reply) { touch(1); reply.send({}); } //! a
export async function b(ctx, next) { touch(1); await next(); } //! b
export const c = async (c) => { touch(1); return c.json({}); }; //! c
export async function d(ctx: Ctx) { touch(1); ctx.status = 200; ctx.body = {}; } //! d
`,
  });
  reaches('(socket, data), as in tables of what sockets may ask for', {
    'users.js': `const touch = async (x) => { await fetch(String(x)); };
exports.rename = async (socket, data) => { touch(data); }; //! rename
exports.ask = function (socket, payload, callback) { touch(payload); callback(); }; //! ask
exports.hand = function (socket, data, callback) { all(callback); };
async function all(done) { await fetch('x'); done(); }
exports.other = async (socket, size) => { touch(size); };
`,
  });
  reaches('a type that leads to the framework', {
    'package.json': '{ "name": "server", "dependencies": { "koa": "2" } }',
    'types.ts': "import type { Context } from 'koa';\nexport type UserCtx<B> = Context & { request: { body: B } };\n",
    'users.ts': `import type { UserCtx } from './types';
const touch = async (x: number) => { await fetch(String(x)); };
export async function create(input: UserCtx<{ id: string }>) { touch(1); input.body = {}; } //! create
`,
  });
  reaches('nothing of it in a package that serves nothing', {
    'package.json': '{ "name": "client", "dependencies": { "react": "19" } }',
    'client.ts': `const touch = async (x: number) => { await fetch(String(x)); };
export function a(ctx, next) { touch(1); next(); }
api.get('/a', async (x) => { touch(1); });
`,
  });
  reaches('a parameter called response is not the reply', {
    'out.ts': `async function cancelBody(r: Response) { await r.body?.cancel(); }
export function toOut(response: Response) { void cancelBody(response); return 1; }
`,
  });
  reaches('a client whose methods are verbs with a path but without a handler', {
    'client.ts': `const touch = async (x: number) => { await fetch(String(x)); };
export async function load(http) { const r = await http.get('/a', { then: 1 }); return r; }
export function onPrice(cache) { cache.get('price', () => { touch(1); }); }
`,
  });
});

describe('words that decide which files are looked at are as wide as the recogniser', () => {
  reaches("a procedure that comes from a file of one's own", {
    'package.json': '{ "name": "server", "type": "module", "dependencies": { "@trpc/server": "11" } }',
    't.ts':
      "import { initTRPC } from '@trpc/server';\nconst t = initTRPC.create();\nexport const authed = t.procedure;\n",
    'r.ts': `import { authed } from './t';
const save = async () => { await fetch('x'); };
export const r = authed.mutation(async () => { save(); }); //!
`,
  });
});
