// What the tools are asked about: each a file of its own, with what it takes for granted above it. `code` stands in a
// handler of Express, `file` is a whole file;
// `python` says the same to Ruff, where it can be said there.

/** Work that outlives the answer, or a promise that is taken for a value. */
const LOST = [
  { what: '`run(x);`', code: 'run(req.body);', python: 'asyncio.create_task(run(x))' },
  { what: '`void run(x);`', code: 'void run(req.body);' },
  {
    what: '`run(x).catch(log);`',
    code: 'run(req.body).catch(log);',
    python: 'asyncio.create_task(run(x)).add_done_callback(log)',
  },
  { what: '`run(x).catch(() => {});`', code: 'run(req.body).catch(() => {});' },
  { what: '`run(x).then(log);`', code: 'run(req.body).then(log);' },
  { what: '`run(x).then(log, log);`', code: 'run(req.body).then(log, log);' },
  {
    what: '`const p = run(x);`, never read',
    code: 'const p = run(req.body);',
    python: 't = asyncio.create_task(run(x))',
  },
  {
    what: '`ps.push(run(x));`, `ps` local and never read',
    code: 'const ps: unknown[] = [];\n  ps.push(run(req.body));',
  },
  { what: '`(async () => { … })();`', code: '(async () => {\n    await run(req.body);\n  })();' },
  { what: '`(async () => { … })().catch(log);`', code: '(async () => {\n    await run(req.body);\n  })().catch(log);' },
  {
    what: '`Promise.all([run(x), run(y)]);`',
    code: 'Promise.all([run(req.body), run(req.query)]);',
    python: 'asyncio.gather(run(x), run(x))',
  },
  { what: '`items.map(async …);`', code: 'items.map(async (item) => {\n    await run(item);\n  });' },
  {
    what: '`await items.map(run);`, an array',
    handler: 'async (req, res) =>',
    code: 'await items.map((item) => run(item));',
  },
  { what: '`items.forEach(async …);`', code: 'items.forEach(async (item) => {\n    await run(item);\n  });' },
  { what: '`setTimeout(async …);`', code: 'setTimeout(async () => {\n    await run(req.body);\n  }, 10);' },
  { what: '`setTimeout(() => { run(x); });`', code: 'setTimeout(() => {\n    run(req.body);\n  }, 10);' },
  { what: '`process.nextTick(async …);`', code: 'process.nextTick(async () => {\n    await run(req.body);\n  });' },
  { what: "`res.on('finish', async …);`", code: "res.on('finish', async () => {\n    await run(req.body);\n  });" },
  { what: '`ok && run(x);`', code: 'req.secure && run(req.body);' },
  { what: '`service?.send?.(x);`', code: 'service?.send?.(req.body);' },
  {
    what: '`try { run(x); } catch (e) { … }`',
    code: 'try {\n    run(req.body);\n  } catch (error) {\n    log(error);\n  }',
  },
  { what: '`if (allowed(x)) …`', code: 'if (allowed(req.body)) log(1);' },
  { what: '`res.json(load(x));`', code: 'res.json(load(req.body));' },
  { what: '`` log(`${load(x)}`); ``', code: 'log(`${load(req.body)}`);' },
  { what: '`{ ...load(x) }`', code: 'log({ ...load(req.body) });' },
  { what: "`knex('t').insert(row);`, never sent", code: "db('orders').insert(req.body);" },
  {
    what: '`next();` in Koa, un-awaited',
    file: "import Koa from 'koa';\nnew Koa().use(async (ctx, next) => {\n  next();\n  ctx.body = 'x';\n});\n",
  },
  { what: '`notify(x);`, which does `run(x).catch(log)` in another file', code: 'notify(req.body);', beside: true },
];

/** Right as it stands: what is reported here is a false alarm. */
const RIGHT = [
  {
    what: '`await run(x);`',
    handler: 'async (req, res) =>',
    code: 'await run(req.body);',
    python: 'await asyncio.create_task(run(x))',
  },
  { what: '`return run(x);`', code: 'return run(req.body);', python: 'return asyncio.create_task(run(x))' },
  {
    what: '`load(x).then((y) => res.json(y)).catch(next);`',
    handler: '(req, res, next) =>',
    code: 'load(req.body).then((found) => res.json(found)).catch(next);',
  },
  {
    what: '`load(x).then((y) => res.json(y), next);`',
    handler: '(req, res, next) =>',
    code: 'load(req.body).then((found) => res.json(found), next);',
  },
  {
    what: '`const p = run(x); p.catch(() => {}); await p;`',
    handler: 'async (req, res) =>',
    code: 'const p = run(req.body);\n  p.catch(() => {});\n  await p;',
  },
  { what: '`tail = tail.then(() => run(x));`, of the module', code: 'tail = tail.then(() => run(req.body));' },
  {
    what: '`inflight.add(p); p.finally(…).catch(log);`',
    code: 'const p = run(req.body);\n  inflight.add(p);\n  p.finally(() => inflight.delete(p)).catch(log);',
    python: 't = asyncio.create_task(run(x))\n    tasks.add(t)\n    t.add_done_callback(tasks.discard)',
  },
  { what: '`collect(run(x));`', code: 'collect(run(req.body));', python: 'collect(asyncio.create_task(run(x)))' },
  { what: '`fireTask(run(x));`', code: "fireTask(run(req.body), 'run');" },
  {
    what: '`reply.code(201);` in Fastify',
    file: "import fastify from 'fastify';\nfastify().post('/x', async (request, reply) => {\n  reply.code(201);\n  return { ok: true };\n});\n",
  },
];

/** Where no handler leads: others look there, this rule does not. */
const ELSEWHERE = [
  { what: '`main();` of a script', file: 'async function main() {\n  await fetch("http://localhost");\n}\nmain();\n' },
  {
    what: '`run(x);` in a function that no handler reaches',
    python: 'asyncio.create_task(run(x))',
    file: "import { run } from '../given.js';\nexport function start(x: unknown): void {\n  run(x);\n}\n",
  },
  {
    what: '`if (allowed(x)) …` in such a function',
    file: "import { allowed } from '../given.js';\nexport function gate(x: unknown): string {\n  if (allowed(x)) return 'in';\n  return 'out';\n}\n",
  },
  {
    what: '`async stop()` for an interface that says `stop(): void`',
    file: "import { run } from '../given.js';\ninterface Service { stop: () => void }\nexport class Mailer implements Service {\n  async stop(): Promise<void> {\n    await run(1);\n  }\n}\n",
  },
  {
    what: '`run(x);` in a handler of a framework that is in no catalog',
    file: "import { run } from '../given.js';\ninterface Acme { route: (path: string, handler: (input: unknown) => void) => void }\ndeclare const acme: Acme;\nacme.route('/x', (input) => {\n  run(input);\n});\n",
  },
  { what: '`pass(work);`, a promise by its type alone', code: 'pass(work);' },
];

export const GROUPS = [
  { title: 'lost work, or a promise taken for a value', patterns: LOST },
  { title: 'right as it stands', patterns: RIGHT },
  { title: 'outside what this rule looks at', patterns: ELSEWHERE },
];

/** What the patterns take for granted; in a file of its own, so that it is followed through an import. */
export const GIVEN = `import { EventEmitter } from 'node:events';
export async function run(x: unknown): Promise<string> { await x; return 'x'; }
export async function load(x: unknown): Promise<{ id: number }> { await x; return { id: 1 }; }
export async function allowed(x: unknown): Promise<boolean> { await x; return false; }
export const log = (x: unknown): void => { console.log(x); };
export function notify(x: unknown): void { run(x).catch(log); }
export const items = [1, 2];
export const service: { send?: (x: unknown) => Promise<void> } | undefined = { send: async (x) => { await x; } };
export const bus = new EventEmitter();
export const collect = (work: Promise<unknown>): void => { bus.emit('work', work); };
export function pass<T>(x: T): T { return x; }
export const inflight = new Set<Promise<unknown>>();
declare const source: { work: Promise<void> };
export const { work } = source;
`;

/** A pattern as a file. */
export function sourceOf({ code, file, handler = '(req, res) =>' }) {
  if (file !== undefined) return file;
  const given = [...GIVEN.matchAll(/^export (?:async )?(?:function|const) (?:\{ )?(\w+)/gm)].map(([, name]) => name);
  const names = given.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  return [
    "import express from 'express';",
    ...(names.length > 0 ? [`import { ${names.join(', ')} } from '../given.js';`] : []),
    ...(code.includes('fireTask') ? ["import { fireTask } from '../lib/fire-task.js';"] : []),
    ...(code.includes('db(') ? ["import knex from 'knex';", "const db = knex({ client: 'pg' });"] : []),
    ...(code.includes('tail') ? ['let tail: Promise<unknown> = Promise.resolve();'] : []),
    `express().post('/x', ${handler} {`,
    `  ${code}`,
    ...(/res\.json|return|next\)/.test(code) ? [] : ["  res.end('ok');"]),
    '});',
    '',
  ].join('\n');
}

/** The same for Ruff. */
export function pythonOf({ python }) {
  return `import asyncio\n\ntasks = set()\n\n\nasync def handler(x, run, log, collect):\n    ${python}\n`;
}
