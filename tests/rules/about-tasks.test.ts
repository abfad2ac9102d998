import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint as ESLint10 } from 'eslint';
import { ESLint as ESLint9 } from 'eslint9';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';
import { renderTracker } from '../../src/helper/injection.ts';
import { sandbox } from '../support/sandbox.ts';
import { workspace } from '../../rules/source.ts';

const box = sandbox();
const { write } = box;

interface Message {
  readonly ruleId: string | null;
  readonly line: number;
  readonly messageId?: string;
  readonly message: string;
  readonly suggestions?: {
    readonly desc: string;
    readonly fix: { readonly range: [number, number]; readonly text: string };
  }[];
}

async function messagesOf(
  code: string,
  rule: string,
  file = 'src/app.js',
  options: object = {},
  ESLint: typeof ESLint10 = ESLint10,
): Promise<Message[]> {
  const config = {
    plugins: { 'fire-task': plugin },
    rules: { [`fire-task/${rule}`]: rule === 'require-drain' ? 'error' : ['error', options] },
  };
  const [result] = await new ESLint({
    cwd: box.folder,
    overrideConfigFile: true,
    overrideConfig: [config as never],
  }).lintText(code, { filePath: join(box.folder, file) });
  return (result?.messages ?? []) as Message[];
}

const applied = (code: string, { suggestions = [] }: Message): string => {
  const fix = suggestions[0]?.fix;
  return fix === undefined ? '' : code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]);
};

/** What the pages' examples take for granted. */
const HEAD = "import pg from 'pg';\nimport { fireTask } from './lib/fire-task.js';\nconst pool = new pg.Pool();\n";

describe.each(['no-request-scope-in-task', 'no-swallowed-abort'])('the page of %s', (rule) => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/rules', `${rule}.md`), 'utf8');
  const examples = [...page.matchAll(/```js (finding|ok)\n([\s\S]*?)```/g)].map(([, verdict = '', code = '']) => ({
    verdict,
    code,
  }));

  it.each(examples)('is right that this is $verdict: $code', async ({ verdict, code }) => {
    write('package.json', '{ "type": "module" }');
    for (const ESLint of [ESLint10, ESLint9 as typeof ESLint10]) {
      expect((await messagesOf(HEAD + code, rule, 'src/app.js', {}, ESLint)).map(({ ruleId }) => ruleId)).toEqual(
        verdict === 'finding' ? [`fire-task/${rule}`] : [],
      );
    }
  });
});

describe('no-request-scope-in-task', () => {
  const found = async (code: string, options: object = {}): Promise<unknown[]> => {
    write('package.json', '{ "type": "module" }');
    return (await messagesOf(code, 'no-request-scope-in-task', 'src/app.js', options)).map(
      ({ messageId, line, message }) => messageId ?? `${line.toString()} ${message}`,
    );
  };
  const task = (work: string): string => `fireTask(${work}, 'work');`;

  it.each<[what: string, code: string, messageId: string]>([
    ['Fastify', `app.get('/', async (request, reply) => { ${task('work(request.signal)')} });`, 'signal'],
    ['Hono', `app.get('/', (c) => { ${task('work(c.req.raw.signal)')} });`, 'signal'],
    [
      'an option of the task',
      "export const GET = async (request) => { fireTask(work(), 'work', { signal: request.signal }); };",
      'signal',
    ],
    [
      'a variable',
      `export const GET = async (request) => { const { signal } = request; ${task('() => work(signal)')} };`,
      'signal',
    ],
    [
      'a variable of its own',
      `export const GET = async (request) => { const s = request.signal; ${task('work({ signal: s })')} };`,
      'signal',
    ],
    [
      'Knex',
      `import knex from 'knex'; const db = knex({}); db.transaction(async (trx) => { ${task('() => audit(trx)')} });`,
      'transaction',
    ],
    [
      'Drizzle',
      `import { drizzle } from 'drizzle-orm/node-postgres'; const db = drizzle(url); await db.transaction(async (tx) => { ${task('tx.insert(a)')} });`,
      'transaction',
    ],
    [
      'Sequelize',
      `import { Sequelize } from 'sequelize'; const db = new Sequelize(); await db.transaction(async (t) => { ${task('create({ transaction: t })')} });`,
      'transaction',
    ],
    [
      'TypeORM',
      `import { DataSource } from 'typeorm'; const db = new DataSource({}); await db.transaction(async (manager) => { ${task('manager.save(a)')} });`,
      'transaction',
    ],
    [
      'Kysely',
      `import { Kysely } from 'kysely'; const db = new Kysely({}); await db.transaction().execute(async (trx) => { ${task('audit(trx)')} });`,
      'transaction',
    ],
    [
      'postgres',
      `import postgres from 'postgres'; const sql = postgres(); await sql.begin(async (sql) => { ${task('audit(sql)')} });`,
      'transaction',
    ],
    [
      'mysql2',
      `import mysql from 'mysql2/promise'; const pool = mysql.createPool({}); const run = async () => { const conn = await pool.getConnection(); ${task('audit(conn)')} conn.release(); };`,
      'client',
    ],
    [
      'a session of MongoDB',
      `import { MongoClient } from 'mongodb'; const client = new MongoClient(url); const run = async () => { const session = client.startSession(); ${task('audit(session)')} await session.endSession(); };`,
      'client',
    ],
  ])('reports %s', async (_, code, messageId) => {
    expect(await found(code)).toEqual([messageId]);
  });

  it.each<[what: string, code: string]>([
    ["the task's own signal", `app.get('/', (req, res) => { ${task('({ signal }) => work(signal)')} });`],
    [
      'a signal that is not of a request',
      `const controller = new AbortController(); const run = () => { ${task('work(controller.signal)')} };`,
    ],
    [
      'a request that the task makes',
      `app.get('/', (req, res) => { ${task('async () => { const request = new Request(url); await work(request.signal); }')} });`,
    ],
    ['other things of the request', `app.get('/', (req, res) => { ${task('work(req.params.id, req.body)')} });`],
    [
      'a transaction within the task',
      `import knex from 'knex'; const db = knex({}); ${task('() => db.transaction(async (trx) => { await audit(trx); })')}`,
    ],
    [
      'a transaction that the work is awaited in',
      "import knex from 'knex'; const db = knex({}); await db.transaction(async (trx) => { await audit(trx); fireTask(mail(1), 'mail'); });",
    ],
    [
      'a client that nobody gives back',
      `import pg from 'pg'; const pool = new pg.Pool(); const client = await pool.connect(); ${task('audit(client)')}`,
    ],
    [
      'what is called so by somebody else',
      `import { store } from 'acme'; store.transaction(async (tx) => { ${task('audit(tx)')} });`,
    ],
  ])('is silent about %s', async (_, code) => {
    expect(await found(code)).toEqual([]);
  });

  it('knows another tracker', async () => {
    const code = "app.get('/', (req, res) => { track(work(req.signal), 'work'); });";
    expect(await found(code)).toEqual([]);
    expect(await found(code, { tracker: 'track' })).toEqual(['signal']);
  });
});

describe('no-swallowed-abort', () => {
  const found = async (body: string): Promise<Message[]> => {
    write('package.json', '{ "type": "module" }');
    return messagesOf(body, 'no-swallowed-abort');
  };

  it.each<[what: string, code: string, after: string]>([
    [
      'a binding',
      "fireTask(async ({ signal }) => {\n  try {\n    await run(signal);\n  } catch (error) {\n    log(error);\n  }\n}, 'x');",
      '  } catch (error) {\n    if (signal.aborted) throw error;\n    log(error);\n',
    ],
    [
      'no binding',
      "fireTask(async (task) => {\n  try {\n    await run(task.signal);\n  } catch {\n    log();\n  }\n}, 'x');",
      '  } catch (error) {\n    if (task.signal.aborted) throw error;\n    log();\n',
    ],
    [
      'nothing in it',
      "fireTask(async ({ signal }) => {\n  try { await run(signal); } catch (e) {}\n}, 'x');",
      'catch (e) { if (signal.aborted) throw e;}',
    ],
    [
      'a renamed signal',
      "fireTask(async ({ signal: stop }) => {\n  try { await run(stop); } catch (e) { log(e); }\n}, 'x');",
      'catch (e) { if (stop.aborted) throw e; log(e); }',
    ],
    [
      'a function of its own',
      "const work = async ({ signal }) => {\n  try { await run(signal); } catch (e) { log(e); }\n};\nfireTask(work, 'x');",
      'catch (e) { if (signal.aborted) throw e; log(e); }',
    ],
    [
      'a chain',
      "fireTask(async ({ signal }) => {\n  await run(signal).catch((e) => { log(e); });\n}, 'x');",
      '.catch((e) => { if (signal.aborted) throw e; log(e); })',
    ],
  ])('offers to throw on, with %s', async (_, code, after) => {
    const messages = await found(code);
    expect(messages.map(({ messageId }) => messageId)).toEqual(['swallowed']);
    expect(messages[0] === undefined ? '' : applied(code, messages[0])).toContain(after);
    expect(await found(messages[0] === undefined ? code : applied(code, messages[0]))).toEqual([]);
  });

  it.each<[what: string, code: string]>([
    [
      'work that is not given the signal',
      "fireTask(async ({ signal }) => { try { await run(); } catch (e) { log(e); } await go(signal); }, 'x');",
    ],
    ['a task that takes no signal', "fireTask(async () => { try { await run(); } catch (e) { log(e); } }, 'x');"],
    [
      'a catch that throws another error',
      "fireTask(async ({ signal }) => { try { await run(signal); } catch (e) { throw new Error('x', { cause: e }); } }, 'x');",
    ],
    [
      'a catch that looks at the signal',
      "fireTask(async ({ signal }) => { try { await run(signal); } catch (e) { if (!signal.aborted) log(e); } }, 'x');",
    ],
    [
      'a look afterwards',
      "fireTask(async ({ signal }) => { try { await run(signal); } catch (e) { log(e); } signal.throwIfAborted(); }, 'x');",
    ],
    [
      'a function within',
      "fireTask(async ({ signal }) => { on(async () => { try { await run(signal); } catch (e) { log(e); } }); }, 'x');",
    ],
    ['a finally', "fireTask(async ({ signal }) => { try { await run(signal); } finally { done(); } }, 'x');"],
    ['what is no task', 'start(async ({ signal }) => { try { await run(signal); } catch (e) { log(e); } });'],
  ])('is silent about %s', async (_, code) => {
    expect(await found(code)).toEqual([]);
  });
});

describe('require-drain', () => {
  const SERVER =
    "import express from 'express';\nimport { fireTask } from './lib/fire-task.js';\nconst app = express();\napp.post('/', (req, res) => {\n  fireTask(run(), 'run');\n  res.end();\n});\napp.listen(3000);\n";

  function withHelper(flavour: 'node' | 'cloudflare' = 'node'): void {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write('src/lib/fire-task.js', renderTracker('esm', flavour));
  }

  it('reports the line that starts the server, and offers what migrate would do', async () => {
    withHelper();
    const messages = await messagesOf(SERVER, 'require-drain');
    expect(messages.map(({ line, messageId }) => [line, messageId])).toEqual([[8, 'drain']]);
    expect(messages[0]?.suggestions?.map(({ desc }) => desc)).toEqual(['Wait for the tasks: `drainOnShutdown`.']);
    const after = messages[0] === undefined ? '' : applied(SERVER, messages[0]);
    expect(after).toBe(
      SERVER.replace('{ fireTask }', '{ fireTask, drainOnShutdown }').replace(
        'app.listen(3000)',
        'drainOnShutdown(app.listen(3000))',
      ),
    );
    expect(await messagesOf(after, 'require-drain')).toEqual([]);
  });

  it('counts tasks and drains of other files', async () => {
    withHelper();
    const server = SERVER.replace("  fireTask(run(), 'run');\n", '').replace(
      "import { fireTask } from './lib/fire-task.js';\n",
      '',
    );
    expect(await messagesOf(server, 'require-drain')).toEqual([]);
    write('src/server.js', server);
    write(
      'src/mail.js',
      "import { fireTask } from './lib/fire-task.js';\nexport const mail = () => { fireTask(send(), 'send'); };\n",
    );
    workspace().refresh();
    expect(await messagesOf(server, 'require-drain', 'src/server.js')).toHaveLength(1);
  });

  it.each<[what: string, prepare: () => void]>([
    [
      'where another file drains',
      () => {
        withHelper();
        write(
          'src/stop.js',
          "import { drainTasks } from './lib/fire-task.js';\nexport const stop = () => drainTasks();\n",
        );
      },
    ],
    [
      'where the platform is handed each task',
      () => {
        withHelper('cloudflare');
      },
    ],
    [
      'without the helper',
      () => {
        write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
      },
    ],
  ])('is silent %s', async (_, prepare) => {
    prepare();
    expect(await messagesOf(SERVER, 'require-drain')).toEqual([]);
  });
});

it('every rule is in the configs, has a page and says where it is', () => {
  for (const [name, { meta }] of Object.entries(plugin.rules)) {
    expect(meta?.docs?.url).toContain(`docs/rules/${name}.md`);
    expect(readFileSync(join(import.meta.dirname, '../../docs/rules', `${name}.md`), 'utf8')).toContain(
      `# fire-task/${name}\n`,
    );
    for (const config of Object.values(plugin.configs))
      expect(Object.keys(config.rules ?? {})).toContain(`fire-task/${name}`);
  }
});
