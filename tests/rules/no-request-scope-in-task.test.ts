import { noRequestScopeInTask } from '../../rules/no-request-scope-in-task.ts';
import { ruleTester } from '../support/rule-tester.ts';

const task = (work: string): string => `fireTask(${work}, 'work');`;

const TRANSACTIONS: [library: string, code: string, name: string][] = [
  [
    'Knex',
    `import knex from 'knex'; const db = knex({}); db.transaction(async (trx) => { ${task('() => audit(trx)')} });`,
    'trx',
  ],
  [
    'Knex, under another name',
    `import knex from 'knex'; const db = knex({}); db.transaction(async (trx) => { const own = trx; ${task('() => audit(own)')} });`,
    'own',
  ],
  [
    'Drizzle',
    `import { drizzle } from 'drizzle-orm/node-postgres'; const db = drizzle(url); await db.transaction(async (tx) => { ${task('tx.insert(a)')} });`,
    'tx',
  ],
  [
    'Sequelize',
    `import { Sequelize } from 'sequelize'; const db = new Sequelize(); await db.transaction(async (t) => { ${task('create({ transaction: t })')} });`,
    't',
  ],
  [
    'TypeORM',
    `import { DataSource } from 'typeorm'; const db = new DataSource({}); await db.transaction(async (manager) => { ${task('manager.save(a)')} });`,
    'manager',
  ],
  [
    'Kysely',
    `import { Kysely } from 'kysely'; const db = new Kysely({}); await db.transaction().execute(async (trx) => { ${task('audit(trx)')} });`,
    'trx',
  ],
  [
    'postgres',
    `import postgres from 'postgres'; const sql = postgres(); await sql.begin(async (sql) => { ${task('audit(sql)')} });`,
    'sql',
  ],
];

const CLIENTS: [library: string, code: string, name: string][] = [
  [
    'mysql2',
    `import mysql from 'mysql2/promise'; const pool = mysql.createPool({}); const run = async () => { const conn = await pool.getConnection(); ${task('audit(conn)')} conn.release(); };`,
    'conn',
  ],
  [
    'a session of MongoDB',
    `import { MongoClient } from 'mongodb'; const client = new MongoClient(url); const run = async () => { const session = client.startSession(); ${task('audit(session)')} await session.endSession(); };`,
    'session',
  ],
];

ruleTester().run('no-request-scope-in-task', noRequestScopeInTask, {
  valid: [
    {
      name: "the task's own signal",
      code: `app.get('/', (req, res) => { ${task('({ signal }) => work(signal)')} });`,
    },
    {
      name: 'a signal that is not of a request',
      code: `const controller = new AbortController(); const run = () => { ${task('work(controller.signal)')} };`,
    },
    {
      name: 'a controller that something else aborts',
      code: `app.get('/', (req, res) => { const stop = new AbortController(); jobs.on('close', () => { stop.abort(); }); ${task('work(stop.signal)')} });`,
    },
    {
      name: 'a request that the task makes',
      code: `app.get('/', (req, res) => { ${task('async () => { const request = new Request(url); await work(request.signal); }')} });`,
    },
    {
      name: 'other things of the request',
      code: `app.get('/', (req, res) => { ${task('work(req.params.id, req.body)')} });`,
    },
    {
      name: 'a transaction within the task',
      code: `import knex from 'knex'; const db = knex({}); ${task('() => db.transaction(async (trx) => { await audit(trx); })')}`,
    },
    {
      name: 'a transaction that the work is awaited in',
      code: "import knex from 'knex'; const db = knex({}); await db.transaction(async (trx) => { await audit(trx); fireTask(mail(1), 'mail'); });",
    },
    {
      name: 'a client that is never given back',
      code: `import pg from 'pg'; const pool = new pg.Pool(); const client = await pool.connect(); ${task('audit(client)')}`,
    },
    {
      name: 'a client that the task itself gives back',
      code: `import pg from 'pg'; const pool = new pg.Pool(); const run = async () => { const c = await pool.connect(); ${task('async () => { try { await audit(c); } finally { c.release(); } }')} };`,
    },
    {
      name: 'a body that is read before the task starts, and one of another request',
      code: `app.post('/', async (req, res) => { for await (const part of req) use(part); ${task('async () => { for await (const part of await fetch(url)) use(part); }')} });`,
    },
    {
      name: 'a response that only the task sends',
      code: `app.get('/', (req, res) => { ${task('async () => { res.json(await load()); }')} res.setHeader('a', 'b'); });`,
    },
    {
      name: 'a response that is sent instead of starting the task',
      code: `app.get('/', (req, res) => { if (!req.query.a) return res.status(400).json({}); if (!req.query.b) { res.end(); return; } ${task('async () => { res.json(await load()); }')} });`,
    },
    {
      name: 'a response of the task itself',
      code: `app.get('/', (req, res) => { ${task("async () => { serve((req, res) => { res.end('x'); }); }")} res.end(); });`,
    },
    {
      name: 'two variables that name each other',
      code: `var a = b, b = a; ${task('audit(a, b)')}`,
    },
    {
      name: 'a method of the same name of an unknown package',
      code: `import { store } from 'acme'; store.transaction(async (tx) => { ${task('audit(tx)')} });`,
    },
    {
      name: 'a tracker that the option does not name',
      code: "app.get('/', (req, res) => { track(work(req.signal), 'work'); });",
    },
  ],
  invalid: [
    {
      name: 'Fastify',
      code: `app.get('/', async (request, reply) => { ${task('work(request.signal)')} });`,
      errors: [{ messageId: 'signal', data: { name: 'request.signal' }, column: 56, endColumn: 70 }],
    },
    {
      name: 'a controller that the end of the request aborts',
      code: `app.get('/', (req, res) => { const ended = new AbortController(); req.on('close', () => { ended.abort(); }); ${task('work(ended.signal)')} });`,
      errors: [{ messageId: 'signal', data: { name: 'ended.signal' } }],
    },
    {
      name: 'Hono',
      code: `app.get('/', (c) => { ${task('work(c.req.raw.signal)')} });`,
      errors: [{ messageId: 'signal', data: { name: 'c.req.raw.signal' } }],
    },
    {
      name: 'the body',
      code: `app.post('/', async (req, res) => { ${task('async () => { for await (const part of req) await use(part); }')} res.sendStatus(202); });`,
      errors: [{ messageId: 'body', data: { name: 'req' } }],
    },
    {
      name: 'a response that the handler sends',
      code: `app.get('/', (req, res) => { ${task("async () => { await work(); res.status(200).write('done'); }")} res.status(202).json({}); });`,
      errors: [{ messageId: 'response', data: { name: 'res.write' } }],
    },
    {
      name: 'an option of the task',
      code: "export const GET = async (request) => { fireTask(work(), 'work', { signal: request.signal }); };",
      errors: [{ messageId: 'signal', data: { name: 'request.signal' } }],
    },
    {
      name: 'a variable',
      code: `export const GET = async (request) => { const { signal } = request; ${task('() => work(signal)')} };`,
      errors: [{ messageId: 'signal', data: { name: 'signal' } }],
    },
    {
      name: 'a variable of its own',
      code: `export const GET = async (request) => { const s = request.signal; ${task('work({ signal: s })')} };`,
      errors: [{ messageId: 'signal', data: { name: 's' } }],
    },
    {
      name: 'the tracker of the option',
      code: "app.get('/', (req, res) => { track(work(req.signal), 'work'); });",
      options: [{ tracker: 'track' }],
      errors: [{ messageId: 'signal', data: { name: 'req.signal' } }],
    },
    ...TRANSACTIONS.map(([name, code, used]) => ({
      name,
      code,
      errors: [{ messageId: 'transaction' as const, data: { name: used } }],
    })),
    ...CLIENTS.map(([name, code, used]) => ({
      name,
      code,
      errors: [{ messageId: 'client' as const, data: { name: used } }],
    })),
  ],
});
