import { describe, expect, it } from 'vitest';
import { findingsOf, reaches, written } from '../support/inputs.ts';

const PRELUDE = `import express from 'express';
const save = async (x?: unknown) => { await fetch(String(x)); };
const touch = async (x?: unknown) => { await fetch(String(x)); };
const app = express();
`;

describe('chains that the code does not have', () => {
  reaches('a method of a returned object is not thereby called', {
    'app.ts': `${PRELUDE}
function jobs() { return { start() { touch(1); }, size: 1 }; }
app.post('/a', (req, res) => { res.json({ size: jobs().size }); });
`,
  });
  reaches('a function handed to a registration has no edge from whoever registers it', {
    'app.ts': `${PRELUDE}import cron from 'node-cron';
function refresh() { touch(1); } //! cron
function setup(req, res, next) { cron.schedule('* * * * *', refresh); next(); }
app.use(setup);
`,
  });
  reaches('taking a listener off does not run it', {
    'app.ts': `${PRELUDE}
const hub = new EventTarget();
const seen = () => { touch(1); };
const used = () => { touch(2); }; //! POST /a
app.post('/a', (req, res) => { hub.removeEventListener('x', seen); use('x', used); res.end(); });
`,
  });
  reaches("a socket's listener that a handler sets is a message handler of its own", {
    'app.ts': `${PRELUDE}
class Hub {
  handle(req) { this.add(1, req.ws); }
  add(id: number, c) { c.on('message', async (d) => { touch(d); }); } //! message
}
const hub = new Hub();
app.get('/ws', (req, res) => { hub.handle(req); });
`,
  });
  reaches('early returns for a request that is answered are no paths without an answer', {
    'app.ts': `${PRELUDE}
app.use((req, res, next) => {
  save(1).then(() => { if (res.headersSent) return; next(); }).catch(() => { if (res.headersSent) return; res.status(401).end(); });
});
`,
  });
  reaches('an observable is told of a failure', {
    'app.ts': `${PRELUDE}import { Observable } from 'rxjs';
app.get('/a', async (req, res) => {
  const o = new Observable((s) => { void (async () => { try { s.next(await save(1)); } catch (e) { s.error(e); } })(); });
  res.json(await o.toPromise());
});
`,
  });
  reaches('what a hook calls only at startup, unless strict', {
    'app.ts': `${PRELUDE}
async function warm() { touch(1); }
app.listen(3000, async () => { await warm(); });
`,
  });
  reaches('an async function that awaits only what has settled does no work either', {
    'app.ts': `${PRELUDE}
const settled = Promise.resolve();
const loading = Promise.resolve(save(1));
class Bus { async emit(x) { await settled; this.count(x); } count(x) {} }
class Store { async put(x) { await loading; this.count(x); } count(x) {} }
async function planned() { await Promise.resolve(); }
app.get('/a', (req, res) => {
  new Bus().emit(1);
  planned(); //!
  new Store().put(1); //!
  res.end();
});
`,
  });
  reaches('an async function that never awaits and returns no launch settles at once', {
    'app.ts': `${PRELUDE}
let t: unknown = null;
async function nudge() { if (t) return; t = setTimeout(() => { t = null; }, 1000); }
app.post('/a', (req, res) => { nudge(); res.end(); });
app.post('/b', async (req, res) => {
  const jobs: Promise<void>[] = [];
  async function plan(id: number) { jobs.push(save(id)); }
  for (const id of [1, 2]) plan(id);
  await Promise.all(jobs);
  res.end();
});
async function a() { return save(1); }
app.post('/c', (req, res) => { a(); res.end(); }); //! POST /c
`,
  });
  reaches('the callee keeps the promise that it returns', {
    'app.ts': `${PRELUDE}
class Keeper {
  #m = new Map<string, Promise<void>>();
  running: Promise<void> | undefined;
  enqueue(k: string, job: () => Promise<void>) {
    const n = (this.#m.get(k) ?? Promise.resolve()).then(job).catch(console.error);
    this.#m.set(k, n);
    return n;
  }
  flush(): Promise<void> {
    if (this.running) return this.running;
    this.running = save(1).finally(() => { this.running = undefined; });
    return this.running;
  }
}
const keeper = new Keeper();
app.post('/a', (req, res) => { keeper.enqueue('a', save); keeper.flush().catch(console.error); res.end(); });
`,
  });
});

describe('names of routes', () => {
  const files = {
    'app.ts': `import express from 'express';
import { orders } from './orders';
import { users } from './users';
const app = express();
app.use('/orders', orders);
app.use('/users', users);
`,
    'orders.ts': `import { Router } from 'express';
import { create } from './controller';
export const orders = Router();
orders.post('/', create);
`,
    'users.ts': `import { Router } from 'express';
const touch = async () => { await fetch('x'); };
export const users = Router();
users.post('/', (req, res) => { touch(); res.end(); }); //! POST /users
`,
    'controller.ts': `import type { Request, Response } from 'express';
const touch = async () => { await fetch('x'); };
export async function create(req: Request, res: Response) { touch(); res.end(); } //! POST /orders
`,
  };
  reaches('with the path where a router is mounted, by the registration before the type', files);
  it('are the same in any order of files, and count a route once', () => {
    const root = written(files);
    const forwards = findingsOf(root, files).found;
    const again = written(files);
    const backwards = findingsOf(again, files, {}, (paths) => paths.toReversed()).found;
    expect(backwards.toReversed()).toEqual(forwards);
    expect(forwards.map(({ where }) => where)).toEqual(['POST /users', 'POST /orders']);
  });
});

describe('what listens', () => {
  const child = (object: string): string => `${PRELUDE}import { spawn } from 'node:child_process';
class Db {
  start() {
    const child = spawn('db');
    this.child = child;
    const onData = (data) => { touch(data); };MARK
    ${object}.on('data', onData);
  }
}
app.post('/a', (req, res) => { new Db().start(); res.end(); });
`;
  reaches('to the output of a process that an object keeps is no part of the request', {
    'app.ts': child('this.child.stdout').replace('MARK', ''),
  });
  reaches('to other things that an object keeps is a message handler of its own', {
    'app.ts': child('this.hub').replace('MARK', ' //! data'),
  });
  reaches('to the request is part of it, also by its name', {
    'app.ts': `${PRELUDE}
app.post('/a', (req, res) => {
  const onEnd = () => { touch(1); res.end(); }; //! POST /a
  req.on('end', onEnd);
});
`,
  });
  reaches('to a connection, and hands it on with the duty; not what is read of it', {
    'app.ts': `import { WebSocketServer } from 'ws';
const touch = async (x?: unknown, y?: unknown) => { await fetch(String(x)); };
const server = new WebSocketServer({ port: 1 });
server.on('connection', (ws, request) => { touch(ws, request); });
server.on('connection', (ws, request) => { touch(ws.id); }); //! connection
`,
  });
});
