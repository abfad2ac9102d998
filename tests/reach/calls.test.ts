import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const PRELUDE = `import express from 'express';
const save = async (x?: unknown) => { await fetch(String(x)); };
const touch = async (x?: unknown) => { await fetch(String(x)); };
const app = express();
`;

describe('calls through values', () => {
  reaches("a generic factory gives its callback's result", {
    'app.ts': `${PRELUDE}
const known = new Map<string, unknown>();
function singleton<T>(k: string, f: () => T): T {
  const value = known.get(k) ?? f();
  known.set(k, value);
  return value as T;
}
class Tel {
  async track() { await fetch('x'); }
  user = { seen: () => { this.track(); } }; //! POST /a
}
const tel = singleton('t', () => new Tel());
app.post('/a', (req, res) => { tel.user.seen(); res.end(); });
`,
  });
  reaches('through an interface, every implementation of the workspace', {
    'app.ts': `${PRELUDE}
interface Queue { push(): Promise<void>; }
class RealQueue implements Queue {
  async write() { await fetch('x'); }
  async push() { void this.write(); } //! POST /a
}
class Api {
  constructor(private queue: Queue) {}
  async post(req, res) { await this.queue.push(); res.end(); }
}
const api = new Api(new RealQueue());
app.post('/a', (req, res) => api.post(req, res));
`,
  });
  reaches('a call of what a call returns', {
    'app.ts': `${PRELUDE}
const senderFor = (kind: string) => async (to: string) => { void save(kind + to); }; //! POST /a
const saving = (to: unknown) => { void save(to); }; //! POST /b
const touching = (to: unknown) => { void touch(to); };
const senders = { mail: saving, text: touching };
const senderIn = (table: any, kind: string) => table[kind] ?? table.mail;
app.post('/a', async (req, res) => { await senderFor('mail')(req.body); res.end(); });
app.post('/b', (req, res) => { senderIn(senders, req.body)(req.query); res.end(); });
app.post('/c', (req, res) => { senderFor('text'); res.end(); });
`,
  });
  reaches('new X() runs the constructor', {
    'app.ts': `${PRELUDE}
class Report { constructor() { void touch(); } } //! POST /a
app.post('/a', (req, res) => { new Report(); res.end(); });
`,
  });
  reaches('a constructor parameter is what the package passes', {
    'worker.js': `const touch = async (x) => { await fetch(x); };
export class Worker { start() { touch(1); } } //! POST /w
`,
    'controller.js': `export class Controller {
  constructor(w) { this.w = w; }
  post(req, res) { this.w.start(); res.end(); }
}
`,
    'app.js': `import express from 'express';
import { Controller } from './controller.js';
import { Worker } from './worker.js';
const controller = new Controller(new Worker());
const app = express();
app.post('/w', (req, res) => controller.post(req, res));
`,
  });
  reaches('destructured services of a factory', {
    'orders.js': `export const makeOrders = ({ mailer }) => ({
  create: async (req, res) => { await mailer.send(1); res.end(); },
});
`,
    'mailer.js': `const touch = async (x) => { await fetch(x); };
export const makeMailer = () => ({ send: async (x) => { touch(x).catch(() => {}); } }); //! POST /o
`,
    'app.js': `import express from 'express';
import { makeOrders } from './orders.js';
import { makeMailer } from './mailer.js';
const app = express();
const orders = makeOrders({ mailer: makeMailer() });
app.post('/o', orders.create);
`,
  });
  reaches('a method that few functions of the workspace have, where nothing else is known', {
    'app.ts': `${PRELUDE}
app.post('/a', async (req, res) => { await req.scope.resolve('billing').chargeCustomer(1); res.end(); });
`,
    'billing.ts': `const touch = async (x?: unknown) => { await fetch(String(x)); };
export class Billing { async chargeCustomer(id: number) { touch(id); } } //! POST /a
`,
  });
  reaches('not by a name that builtins have', {
    'app.ts': `${PRELUDE}
app.post('/a', async (req, res) => { req.things.map((x) => x); req.things.add(1); res.end(); });
`,
    'other.ts': `const touch = async (x?: unknown) => { await fetch(String(x)); };
export class Other { add(id: number) { touch(id); } map() { touch(1); } }
`,
  });
});

describe('functions handed over or stored', () => {
  reaches('in an options object', {
    'app.js': `${PRELUDE.replaceAll('?: unknown', '')}import basicAuth from 'express-basic-auth';
const count = async () => { await fetch('x'); };
function check(u, p, done) { done(null, true); count(); } //!
app.use((req, res, next) => basicAuth({ authorizer: check })(req, res, next));
`,
  });
  const STEPS = `const check = (x: number) => { touch(x); }; //! POST /a
const store = (x: number) => { touch(x); }; //! POST /a
const STEPS = [check, store, (x: number) => { touch(x); }]; //! POST /a
const flow = (...steps: ((x: number) => void)[]) => (x: number) => { steps.forEach((step) => { step.call(null, x); }); };
const all = (steps: ((x: number) => void)[], x: number) => { for (const step of steps) step(x); };
const kept: unknown[] = [];
const keep = (steps: ((x: number) => void)[]) => { kept.push(steps); };
`;
  const steps = (body: string): Record<string, string> => ({
    'app.ts': `${PRELUDE}${STEPS}app.post('/a', (req, res) => { ${body} res.end(); });
`,
  });
  reaches('as a list that is spread', steps('flow(...STEPS)(1);'));
  reaches('as a list', steps('all(STEPS, 1);'));
  reaches('not as a list that is only kept', {
    'app.ts': steps('keep(STEPS);')['app.ts']?.replaceAll(' //! POST /a', '') ?? '',
  });
  reaches('as a list of another file, or a field', {
    'steps.ts': `import { touch } from './touch';
const check = (x: number) => { touch(x); }; //! POST /a
export const STEPS = [check];
`,
    'touch.ts': 'export const touch = async (x?: unknown) => { await fetch(String(x)); };\n',
    'app.ts': `import express from 'express';
import { STEPS } from './steps';
import { touch } from './touch';
const app = express();
class Parser {
  private steps = [this.names, this.fields];
  names(x: number) { touch(x); } //! POST /a
  fields(x: number) { touch(x); } //! POST /a
  others(x: number) { touch(x); }
  parse(x: number) { this.each(...this.steps)(x); }
  each(...steps: ((x: number) => void)[]) { return (x: number) => { steps.forEach((step) => { step.call(this, x); }); }; }
}
const flow = (...steps: ((x: number) => void)[]) => (x: number) => { steps.forEach((step) => { step(x); }); };
const parser = new Parser();
app.post('/a', (req, res) => { flow(...STEPS)(1); parser.parse(1); res.end(); });
`,
  });
  reaches('under a key of a field', {
    'app.ts': `${PRELUDE}
class Hub {
  h: Record<string, () => void> = {};
  add(id: string, fn: () => void) { this.h[id] = fn; }
  run(id: string) { const f = this.h[id]; f?.(); }
}
const hub = new Hub();
hub.add('a', () => { touch(1); }); //! POST /a
app.post('/a', (req, res) => { hub.run('a'); res.end(); });
`,
  });
  reaches('an event that is emitted in a handler', {
    'bus.ts': "import { EventEmitter } from 'node:events';\nexport const bus = new EventEmitter();\n",
    'listen.ts': `import { bus } from './bus';
const run = async (id: number) => { await fetch(String(id)); };
bus.on('paid', (id) => { run(id); }); //!
`,
    'app.ts': `${PRELUDE}import { bus } from './bus';
app.post('/a', (req, res) => { bus.emit('paid', 1); res.end(); });
`,
  });
  reaches('not an event that nothing emits while it serves', {
    'bus.ts': "import { EventEmitter } from 'node:events';\nexport const bus = new EventEmitter();\n",
    'listen.ts': `import { bus } from './bus';
const run = async (id: number) => { await fetch(String(id)); };
bus.on('booted', (id) => { run(id); });
`,
    'app.ts': `${PRELUDE}import { bus } from './bus';
bus.emit('booted', 1);
app.post('/a', (req, res) => { res.end(); });
`,
  });
  reaches('a table of functions', {
    'app.ts': `${PRELUDE}
interface Hook { handle(): Promise<void>; }
class A implements Hook { async handle() { touch(1); } } //! POST /a
const cfg: { handlers: Hook[] } = { handlers: [new A()] };
app.post('/a', (req, res) => {
  for (const h of cfg.handlers) void h.handle(); //! POST /a
  res.end();
});
`,
  });
  reaches('a concise callback of forEach', {
    'app.ts': `${PRELUDE}
app.post('/a', (req, res) => { req.body.ids.forEach((id) => touch(id)); res.end(); }); //! POST /a
`,
  });
});

describe('CommonJS', () => {
  const MANIFEST = '{ "name": "server", "dependencies": { "express": "4" } }';
  const user = (name: string): string => `const express = require('express');
const m = require('./m');
const app = express();
app.post('/a', (req, res) => { m.${name}(); res.end(); }); //! POST /a
`;
  reaches('const M = module.exports; M.f = …', {
    'package.json': MANIFEST,
    'm.js': 'const M = module.exports;\nM.f = async function () { await fetch("x"); };\n',
    'app.js': user('f'),
  });
  reaches('const M = {}; M.f = …; module.exports = M', {
    'package.json': MANIFEST,
    'm.js': 'const M = {};\nM.f = async function () { await fetch("x"); };\nmodule.exports = M;\n',
    'app.js': user('f'),
  });
  reaches('a mixin adds members', {
    'package.json': MANIFEST,
    'mix.js': 'module.exports = (M) => { M.f = async () => { await fetch("x"); }; };\n',
    'm.js': "const M = module.exports;\nrequire('./mix')(M);\n",
    'app.js': user('f'),
  });
  reaches('module.exports = function (X) { X.y = async … }', {
    'package.json': MANIFEST,
    'mix.js': 'module.exports = function (User) { User.clean = async function () { await fetch("x"); }; };\n',
    'm.js': "const User = {};\nrequire('./mix')(User);\nmodule.exports = User;\n",
    'app.js': user('clean'),
  });
  reaches('members of a member', {
    'package.json': MANIFEST,
    'm.js':
      "const M = module.exports;\nM.out = {};\nconst on = (next) => async function (...args) { await next(...args); };\nM.out.f = on(async () => { await fetch('x'); });\n",
    'app.js': user('out.f'),
  });
  reaches('what a file exports, in the file itself', {
    'package.json': MANIFEST,
    'mix.js':
      "module.exports = (M) => { M.f = async () => { await fetch('x'); };\n  M.go = () => { M.f(); }; }; //! POST /a (g → go\n",
    'm.js':
      "const M = module.exports;\nrequire('./mix')(M);\nM.g = () => { M.f(); M.go(); }; //! POST /a (g\nexports.h = () => { exports.k(); }; //! POST /b (h\nexports.k = async () => { await fetch('x'); };\n",
    'app.js': `const express = require('express');
const m = require('./m');
const app = express();
app.post('/a', (req, res) => { m.g(); res.end(); });
app.post('/b', (req, res) => { m.h(); res.end(); });
`,
  });
  reaches('exports.helper beside exports.default', {
    'package.json': MANIFEST,
    'm.js':
      'exports.default = async () => { await fetch("x"); };\nexports.helper = async () => { await fetch("x"); };\n',
    'app.js': user('helper'),
  });
});

describe('evidence of a launch', () => {
  reaches('void says that a call of which nothing is known is a promise', {
    'app.ts': `${PRELUDE}import { trySafe } from '@acme/safe';
app.post('/a', (req, res) => { void trySafe(hook()); res.end(); }); //! POST /a
app.post('/b', (req, res) => { void req.scope.resolve('x').send(); res.end(); }); //! POST /b
function log() { console.log(1); }
app.post('/c', (req, res) => { void log(); res.end(); });
app.post('/d', (req, res) => { void req; res.end(); });
`,
  });
  reaches('a chain on a variable that nothing else awaits', {
    'app.ts': `${PRELUDE}
app.post('/a', async (req, res) => {
  const { done } = await start();
  done.catch(console.error); //! POST /a
  res.end();
});
async function start(): Promise<{ done: Promise<void> }> { return { done: touch() }; }
`,
  });
});
