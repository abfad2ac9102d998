import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const TOUCH = 'const touch = async (x?: unknown) => { await fetch(String(x)); };\n';
const EXPRESS = `import express from 'express';
${TOUCH}const app = express();
`;

describe('a function that callers give to a wrapper of routes', () => {
  reaches('called by what the wrapper registers, with its request', {
    'app.ts': `${EXPRESS}
function register(path: string, work: (q: any, s: any) => Promise<void>) {
  app.get(path, async (q, s) => { await work(q, s); });
}
register('/a', async (q, s) => { touch(1); s.end(); }); //! GET /a
async function list(q, s) { touch(2); s.end(); } //! GET /b
register('/b', list);
register('/c', async (q, s) => { await touch(3); s.end(); });
`,
  });
  reaches('among its options', {
    'app.ts': `${EXPRESS}
const endpoint = ({ path, ...rest }) => 0;
function route({ path, handler }: { path: string; handler: any }) {
  app.post(path, async (req, res, next) => { try { await handler(req, res); } catch (e) { next(e); } });
}
function options(opts: any) { app.put(opts.path, (req, res) => opts.run(req, res)); }
route({ path: '/a', handler: async (req, res) => { touch(1); res.end(); } }); //! POST /a
options({ path: '/b', async run(req, res) { touch(2); res.end(); } }); //! PUT /b
`,
  });
  reaches('wrapped once more, by a function of the package', {
    'wrap.ts': `export const caught = (fn) => async (req, res, next) => { try { await fn(req, res, next); } catch (e) { next(e); } };
`,
    'app.ts': `${EXPRESS}import { caught } from './wrap';
const add = (path, work) => { app.delete(path, caught(work)); };
add('/a', async (req, res) => { touch(1); res.end(); }); //! DELETE /a
`,
  });
  reaches('through two functions that hand on', {
    'app.ts': `${EXPRESS}
const add = (verb, path, work) => { app.post(path, (q, s) => work(q, s)); };
const post = (path, work) => add('post', \`/api\${path}\`, work);
post('/a', async (q, s) => { touch(1); s.end(); }); //! POST /api/a
post('/b', async (q, s) => { touch(2); s.end(); }); //! POST /api/b
`,
  });
  reaches('that is a method, also an inherited one', {
    'base.ts': `import { Router } from 'express';
export class Base {
  router = Router();
  protected add(path: string, work: any) { this.router.get(path, async (req, res) => { res.json(await work(req, res)); }); }
}
`,
    'users.ts': `import { Base } from './base';
${TOUCH}class Users extends Base {
  constructor() { super(); this.add('/users', this.list); this.add('/users/:id', this.one.bind(this)); }
  list = async (req, res) => { touch(1); return []; }; //! GET /users
  async one(req, res) { touch(2); return {}; } //! GET /users/:id
}
new Users();
`,
  });
  reaches('what the wrapper does of its own counts under each route', {
    'app.ts': `${EXPRESS}
function register(path, work) {
  app.get(path, async (q, s) => { touch(q.url); await work(q, s); }); //! GET /a and 1 more
}
register('/a', async (q, s) => { s.end(); });
register('/b', async (q, s) => { s.end(); });
`,
  });
});

describe('a wrapper under another name', () => {
  const add = (exported: string): string => `import express from 'express';
const app = express();
${exported}`;
  reaches('renamed where it is imported', {
    'add.ts': add('export function add(path, work) { app.get(path, (q, s) => work(q, s)); }'),
    'app.ts': `import { add as route } from './add';
${TOUCH}route('/a', async (q, s) => { touch(1); s.end(); }); //! GET /a
`,
  });
  reaches('renamed in several files, each in its own way', {
    'add.ts': add('export function add(path, work) { app.get(path, (q, s) => work(q, s)); }'),
    'a.ts': `// The name stands further down here than in the next file.
import { add as route } from './add';
${TOUCH}route('/a', async (q, s) => { touch(1); s.end(); }); //! GET /a
`,
    'aa.ts': `import { add as on } from './add';
${TOUCH}on('/b', async (q, s) => { touch(1); s.end(); }); //! GET /b
`,
    'c.ts': `import { add as add } from './add';
${TOUCH}add('/c', async (q, s) => { touch(1); s.end(); }); //! GET /c
`,
    'd.ts': `import { add as again } from './add';
${TOUCH}again('/d', async (q, s) => { touch(1); s.end(); }); //! GET /d
`,
  });
  reaches('a default export', {
    'add.ts': add('export default function add(path, work) { app.get(path, (q, s) => work(q, s)); }'),
    'anonymous.ts': add('export default (path, work) => { app.get(path, (q, s) => work(q, s)); };'),
    'app.ts': `import route from './add';
import other from './anonymous.js';
${TOUCH}route('/a', async (q, s) => { touch(1); s.end(); }); //! GET /a
other('/b', async (q, s) => { touch(2); s.end(); }); //! GET /b
`,
  });
  const commonJs = '{ "name": "server", "dependencies": { "express": "5" } }';
  reaches('required', {
    'package.json': commonJs,
    'lib/add.js': `const app = require('express')();
module.exports = function (path, work) { app.get(path, (q, s) => work(q, s)); };
`,
    'lib/verbs/index.js': `const app = require('express')();
const put = (path, work) => { app.put(path, (q, s) => work(q, s)); };
module.exports = { onPut: put };
`,
    'app.js': `const route = require('./lib/add');
const { onPut: change } = require('./lib/verbs');
const verbs = require('./lib/verbs');
const touch = async (x) => { await fetch(x); };
route('/a', async (q, s) => { touch(1); s.end(); }); //! GET /a
change('/b', async (q, s) => { touch(2); s.end(); }); //! PUT /b
verbs.onPut('/c', async (q, s) => { touch(3); s.end(); }); //! PUT /c
require('./lib/add')('/d', async (q, s) => { touch(4); s.end(); }); //! GET /d
`,
  });
  reaches('exported under another name', {
    'add.ts': add(`function add(path, work) { app.get(path, (q, s) => work(q, s)); }
export { add as route };`),
    'app.ts': `import { route } from './add';
${TOUCH}route('/a', async (q, s) => { touch(1); s.end(); }); //! GET /a
`,
  });
});

describe('no function of a route', () => {
  reaches('what a wrapper keeps, asks at once, or has another function of the name', {
    'app.ts': `${EXPRESS}
const kept = [];
function register(path, work, load) {
  kept.push(work);
  const loaded = load();
  app.get(path, async (q, s) => { s.json(loaded); });
}
register('/a', async () => { touch(1); }, async () => { touch(2); });
`,
    'other.ts': `${TOUCH}const register = (path, work) => { setTimeout(() => work(), 1); };
register('/b', async () => { touch(3); });
`,
  });
  reaches('what shadows the parameter', {
    'app.ts': `${EXPRESS}
function register(path, work) {
  app.get(path, async (q, s) => { const work = async (a, b) => b.end(); await work(q, s); });
}
register('/a', async (q, s) => { touch(1); s.end(); });
`,
  });
});

describe('what a wrapper of a handler does around it', () => {
  const audited = (body: string): string => `${TOUCH}
export const audited = (action, fn) => async (args) => { const result = await fn(args); ${body} return result; };
`;
  const app = `import { createSafeActionClient } from 'next-safe-action';
import { audited } from './audit';
const client = createSafeActionClient();
export const save = client.action(audited('save', async ({ parsedInput }) => parsedInput));
`;
  reaches('which loses work', { 'audit.ts': audited('touch(1); //! server action save\n'), 'app.ts': app });
  reaches('which waits for its work', { 'audit.ts': audited('await touch(1);'), 'app.ts': app });
  reaches('where a handler is wrapped at once', {
    'app.ts': `${EXPRESS}
const timed = (fn) => async (...given) => { const result = await fn(...given); touch(1); return result; }; //! GET /a
app.get('/a', timed(async (q, s) => s.end()));
`,
  });
  reaches('which hands the request on', {
    'app.ts': `${EXPRESS}
const caught = (fn) => (q, s, next) => { Promise.resolve(fn(q, s, next)).catch(next); };
const bound = (fn) => (...given) => { void fn(...given); };
app.get('/a', caught(async (q, s) => { await touch(1); s.end(); }));
`,
  });
  reaches('of a function that is no handler', {
    'app.ts': `${EXPRESS}
const timed = (fn) => async (...given) => { const result = await fn(...given); touch(1); return result; };
export const measure = timed(async (x) => x);
app.get('/a', (q, s) => s.end());
`,
  });
});

describe('an object whose members its code does not name', () => {
  const SESSIONS = `${TOUCH}import { callbacksOf } from './callbacks';
const Sessions = { async track(user) { await touch(user); touch(1); } }; //! POST /a
export default { ...callbacksOf(Sessions), promises: Sessions };
`;
  const CALLBACKS = `import { callbackify } from 'node:util';
export function callbacksOf(module) {
  const callbacks = {};
  for (const name of Object.keys(module)) callbacks[name] = callbackify(module[name]).bind(module);
  return callbacks;
}
`;
  const APP = `import express from 'express';
import Sessions from './sessions';
express().post('/a', (req, res) => { Sessions.trackLogin(req.user, () => res.end()); });
`;
  const named = SESSIONS.replace('track(', 'trackLogin(');
  reaches('has the methods that its wrapper got, by their names', {
    'app.ts': APP,
    'sessions.ts': named,
    'callbacks.ts': CALLBACKS,
  });
  reaches('or those of an unknown object that it spreads', {
    'app.ts': APP,
    'sessions.ts': named
      .replace("import { callbacksOf } from './callbacks'", 'const all = []')
      .replace('callbacksOf(Sessions)', 'all[0]'),
  });
  reaches('but none, if all of its members are named', {
    'app.ts': APP,
    'sessions.ts': named.replace('...callbacksOf(Sessions), ', '').replace(' //! POST /a', ''),
  });
});
