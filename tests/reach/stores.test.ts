import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const MAILER = `export class Mailer {
  constructor(transport) { this.transport = transport; }
  async send(to) { record(to); await fetch(to); } //! POST /a
  name() { return 'mailer'; }
}
async function record(to) { await fetch(to); }
`;
/** So that the name of a method says nothing. */
const OTHERS = `export class Sms { send(to) { return to; } }
export class Queue { send(to) { return to; } }
export class Log { async send(to) { await fetch(to); } }
`;
const USES = (mail: string): string => `${mail}.send(1); //! POST /a
  await ${mail}.send(2);
  ${mail}.name();`;
const manifest = (...names: string[]): string =>
  JSON.stringify({
    name: 'server',
    type: 'module',
    dependencies: Object.fromEntries(names.map((name) => [name, '*'])),
  });

describe('values kept on objects of Express', () => {
  const app = (keep: string, read: string): Record<string, string> => ({
    'package.json': manifest('express'),
    'mailer.js': MAILER,
    'others.js': OTHERS,
    'app.js': `import express from 'express';
import { Mailer } from './mailer.js';
import { router } from './routes.js';
const app = express();
const mailer = new Mailer('smtp');
${keep}
app.use(router);
`,
    'routes.js': `import { Router } from 'express';
export const router = Router();
router.post('/a', async (req, res) => {
  ${USES(read)}
  res.end();
});
`,
  });
  const given = "app.set('mail', mailer);";
  reaches('under a key', app(given, "req.app.get('mail')"));
  reaches('under a key, in a variable', {
    ...app(given, 'x'),
    'routes.js': `import { Router } from 'express';
export const router = Router();
const mailerOf = (req) => req.app.get('mail');
router.post('/a', async (req, res) => {
  const mail = req.app.get('mail');
  ${USES('mail')}
  mailerOf(req).send(3); //! POST /a
  res.end();
});
`,
  });
  reaches('as locals of the application', app('app.locals.mail = mailer;', 'req.app.locals.mail'));
  reaches('as a literal of locals', app('app.locals = { mail: mailer, id: 1 };', 'res.app.locals.mail'));
  reaches(
    'as locals of the response',
    app('app.use((req, res, next) => { res.locals.mail = mailer; next(); });', 'res.locals.mail'),
  );
  reaches('as members of the request', app('app.use((req, res, next) => { req.mail = mailer; next(); });', 'req.mail'));
  reaches(
    'as assigned members of the request',
    app('app.use((req, res, next) => { Object.assign(req, { mail: mailer }); next(); });', 'req.mail'),
  );
  reaches('as members of the application', app('app.mail = mailer;', 'req.app.mail'));
  reaches(
    'by a middleware that is given the value',
    app(
      'app.use(keep(mailer));\nfunction keep(one) { return (req, res, next) => { req.mail = one; next(); }; }',
      'req.mail',
    ),
  );
  reaches('with types', {
    'package.json': manifest('express', '@types/express'),
    'others.js': OTHERS,
    'mailer.ts': `export class Mailer {
  async send(to: string) { record(to); await fetch(to); } //! POST /a
}
async function record(to: string) { await fetch(to); }
`,
    'keep.ts': `import type { Request, Response, NextFunction } from 'express';
import { Mailer } from './mailer.ts';
export function keep(req: Request, res: Response, next: NextFunction): void {
  req.mail ??= new Mailer();
  res.app.set('db', new Mailer());
  next();
}
`,
    'routes.ts': `import { Router, type Request } from 'express';
export const router = Router();
router.post('/a', async (req: Request, res) => {
  req.mail.send('x'); //! POST /a
  await req.mail.send('x');
  const db = req.app.get('db');
  db.send('x'); //! POST /a
  res.end();
});
`,
  });

  describe('if several are kept', () => {
    const several = (other: string, mark: string): Record<string, string> => ({
      'package.json': manifest('express'),
      'a.js': `export class A { async send(x) { record(x); await fetch(x); } }${mark}
async function record(x) { await fetch(x); }`,
      'b.js': `export class B { ${other} }
export class C { send(x) { return x; } }`,
      'app.js': `import express from 'express';
import { A } from './a.js';
import { B } from './b.js';
const app = express();
if (process.env.B) app.set('mail', new B());
else app.set('mail', new A());
app.post('/a', async (req, res) => {
  app.get('mail').send(1);${other.startsWith('async') ? mark : ''}
  res.end();
});
`,
    });
    reaches('of which each starts work', several('async send(x) { await fetch(x); }', ' //! POST /a'));
    reaches('of which one starts no work', several('send(x) { return x; }', ' //! POST /a'));
    reaches('each is only likely', several('send(x) { return x; }', ''), { evidence: 'sure' });
  });
  reaches('a single one is sure', app(given, "req.app.get('mail')"), { evidence: 'sure' });

  describe('but not', () => {
    const quiet = (keep: string, read: string): Record<string, string> => {
      const files = app(keep, read);
      return Object.fromEntries(
        Object.entries(files).map(([path, text]) => [path, text.replaceAll(/ \/\/!.*$/gm, '')]),
      );
    };
    reaches('under another key', quiet(given, "req.app.get('sms')"));
    reaches('under a key that is computed', quiet('app.set(`mail${1}`, mailer);', 'req.app.get(`mail${2}`)'));
    reaches('under a key elsewhere', quiet("new Map().set('mail', mailer);", "req.app.get('mail')"));
    reaches('as a member that only has the name', quiet(given, 'req.mail'));
    reaches('as a local of something else', quiet('const it = {}; it.locals = { mail: mailer };', 'res.locals.mail'));
    reaches('as a member of another object', quiet('const it = {}; it.mail = mailer;', 'req.mail'));
    reaches('where one that is kept is unknown', {
      ...quiet(`${given}\napp.set('mail', load());`, "req.app.get('mail')"),
      'mailer.js': 'export class Mailer { async send(to) { await fetch(to); } name() {} }',
    });
  });
});

describe('values kept on objects of other frameworks', () => {
  const files = (packages: string[], app: string): Record<string, string> => ({
    'package.json': manifest(...packages),
    'mailer.js': MAILER,
    'others.js': OTHERS,
    'app.js': app,
  });
  const koa = (keep: string, read: string): Record<string, string> =>
    files(
      ['koa', '@koa/router'],
      `import Koa from 'koa';
import Router from '@koa/router';
import { Mailer } from './mailer.js';
const app = new Koa();
const router = new Router();
const mailer = new Mailer();
${keep}
router.post('/a', async (ctx) => {
  ${USES(read)}
});
app.use(router.routes());
`,
    );
  reaches(
    'the state of a context of Koa',
    koa('app.use(async (ctx, next) => { ctx.state.mail = mailer; await next(); });', 'ctx.state.mail'),
  );
  reaches(
    'a context of Koa itself',
    koa('app.use(async (ctx, next) => { ctx.mail = mailer; await next(); });', 'ctx.mail'),
  );
  reaches('the prototype of contexts of Koa', koa('app.context.mail = mailer;', 'ctx.mail'));
  reaches('the application of Koa', koa('app.mail = mailer;', 'ctx.app.mail'));
  const hono = (read: string): Record<string, string> =>
    files(
      ['hono'],
      `import { Hono } from 'hono';
import { Mailer } from './mailer.js';
const app = new Hono();
app.use(async (c, next) => {
  c.set('mail', new Mailer());
  await next();
});
app.post('/a', async (c) => {
  ${USES(read)}
  return c.json({});
});
`,
    );
  reaches('the variables of a context of Hono', hono("c.get('mail')"));
  reaches('the same as members', hono('c.var.mail'));
  reaches('the variables of a context of Hono, with types', {
    ...files(['hono'], ''),
    'app.ts': `import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { Mailer } from './mailer.js';
type Env = { Variables: { mail: Mailer } };
const app = new Hono<Env>();
const keep = createMiddleware<Env>(async (c, next) => {
  c.set('mail', new Mailer());
  await next();
});
app.use(keep);
app.post('/a', async (c) => {
  const mail = c.get('mail');
  ${USES('mail')}
  return c.json({});
});
`,
  });
  reaches(
    'a request of Fastify',
    files(
      ['fastify'],
      `import Fastify from 'fastify';
import { Mailer } from './mailer.js';
const app = Fastify();
app.decorateRequest('mail', null);
app.addHook('onRequest', async (request) => { request.mail = new Mailer(); });
app.post('/a', async (request) => {
  ${USES('request.mail')}
  return {};
});
`,
    ),
  );
  reaches('what a package gives is known, too', {
    'package.json': manifest('hono', 'pg'),
    'app.js': `import { Hono } from 'hono';
import { Pool } from 'pg';
const app = new Hono();
const pool = new Pool();
app.use(async (c, next) => { c.set('db', pool); await next(); });
app.get('/a', async (c) => {
  c.get('db').query('x'); //! GET /a
  c.var.db.on('error', () => {});
  return c.json(await c.var.db.query('x'));
});
`,
  });
});

describe('an own bus that keeps a list of listeners for each event', () => {
  const app = (bus: string): Record<string, string> => ({
    'bus.ts': bus,
    'listen.ts': `import bus from './bus.js';
const touch = async (x?: unknown) => { await fetch(String(x)); };
export function setup() { bus.subscribe('created', ({ entity }) => { touch(entity); }); } //! POST /a
`,
    'app.ts': `import express from 'express';
import bus from './bus.js';
import { setup } from './listen.js';
const app = express();
setup();
app.post('/a', (req, res) => { bus.emit('created', { entity: 1 }); res.end(); });
`,
  });
  reaches(
    'in an object',
    app(`type Listener = (data: any) => void;
const lists: Record<string, Listener[]> = {};
function subscribe(names: string | string[], listener: Listener) {
  for (const name of [names].flat()) { lists[name] = lists[name] || []; lists[name].push(listener); }
}
function emit(name: string, data?: any) {
  const listeners = lists[name];
  if (listeners) for (const listener of listeners) { try { listener(data); } catch {} }
}
export default { subscribe, emit };
`),
  );
  reaches(
    'in a map',
    app(`const lists = new Map<string, ((data: any) => void)[]>();
export default {
  subscribe(name: string, listener: (data: any) => void) { lists.set(name, [...(lists.get(name) ?? []), listener]); },
  emit(name: string, data?: any) { (lists.get(name) ?? []).forEach((listener) => { listener(data); }); },
};
`),
  );
  reaches(
    'in a field',
    app(`class Bus {
  private lists: Record<string, ((data: any) => void)[]> = {};
  subscribe(name: string, listener: (data: any) => void) { (this.lists[name] ??= []).push(listener); this.lists[name].push(listener); }
  emit(name: string, data?: any) { for (const listener of this.lists[name] ?? []) listener(data); }
}
export default new Bus();
`),
  );
});
