// The patterns that the tools check. Each becomes a separate file, with the declarations it needs above it.

/** In an Express handler. @param more - `python` is the same pattern for Ruff, if Python can express it */
const at = (what, code, more) => ({ what, code, ...more });
const whole = (what, file, more) => ({ what, file, ...more });

/** Work that outlives the response, or a promise used as a value. */
const LOST = [
  at('`run(x);`', 'run(req.body);', { python: 'asyncio.create_task(run(x))' }),
  at('`void run(x);`', 'void run(req.body);'),
  at('`run(x).catch(log);`', 'run(req.body).catch(log);', {
    python: 'asyncio.create_task(run(x)).add_done_callback(log)',
  }),
  at('`run(x).catch(() => {});`', 'run(req.body).catch(() => {});'),
  at('`run(x).then(log);`', 'run(req.body).then(log);'),
  at('`run(x).then(log, log);`', 'run(req.body).then(log, log);'),
  at('`const p = run(x);`, never read', 'const p = run(req.body);', { python: 't = asyncio.create_task(run(x))' }),
  at('`ps.push(run(x));`, `ps` local and never read', 'const ps: unknown[] = [];\n  ps.push(run(req.body));'),
  at('`(async () => { … })();`', '(async () => {\n    await run(req.body);\n  })();'),
  at('`(async () => { … })().catch(log);`', '(async () => {\n    await run(req.body);\n  })().catch(log);'),
  at('`Promise.all([run(x), run(y)]);`', 'Promise.all([run(req.body), run(req.query)]);', {
    python: 'asyncio.gather(run(x), run(x))',
  }),
  at('`items.map(async …);`', 'items.map(async (item) => {\n    await run(item);\n  });'),
  at('`await items.map(run);`, an array', 'await items.map((item) => run(item));'),
  at('`items.forEach(async …);`', 'items.forEach(async (item) => {\n    await run(item);\n  });'),
  at('`setTimeout(async …);`', 'setTimeout(async () => {\n    await run(req.body);\n  }, 10);'),
  at('`setTimeout(() => { run(x); });`', 'setTimeout(() => {\n    run(req.body);\n  }, 10);'),
  at('`process.nextTick(async …);`', 'process.nextTick(async () => {\n    await run(req.body);\n  });'),
  at("`res.on('finish', async …);`", "res.on('finish', async () => {\n    await run(req.body);\n  });"),
  at('`ok && run(x);`', 'req.secure && run(req.body);'),
  at('`service?.send?.(x);`', 'service?.send?.(req.body);'),
  at('`try { run(x); } catch (e) { … }`', 'try {\n    run(req.body);\n  } catch (error) {\n    log(error);\n  }'),
  at('`if (allowed(x)) …`', 'if (allowed(req.body)) log(1);'),
  at('`res.json(load(x));`', 'res.json(load(req.body));'),
  at('`` log(`${load(x)}`); ``', 'log(`${load(req.body)}`);'),
  at('`{ ...load(x) }`', 'log({ ...load(req.body) });'),
  at("`knex('t').insert(row);`, never sent", "db('orders').insert(req.body);"),
  whole(
    '`next();` in Koa, un-awaited',
    "import Koa from 'koa';\nnew Koa().use(async (ctx, next) => {\n  next();\n  ctx.body = 'x';\n});\n",
  ),
  at('`notify(x);`, which does `run(x).catch(log)` in another file', 'notify(req.body);', { beside: true }),
];

/** Correct code, in which every report is a false alarm. */
const RIGHT = [
  at('`await run(x);`', 'await run(req.body);', {
    python: 'await asyncio.create_task(run(x))',
  }),
  at('`return run(x);`', 'return run(req.body);', { python: 'return asyncio.create_task(run(x))' }),
  at('`load(x).then((y) => res.json(y)).catch(next);`', 'load(req.body).then((found) => res.json(found)).catch(next);'),
  at('`load(x).then((y) => res.json(y), next);`', 'load(req.body).then((found) => res.json(found), next);'),
  at('`const p = run(x); p.catch(() => {}); await p;`', 'const p = run(req.body);\n  p.catch(() => {});\n  await p;'),
  at('`tail = tail.then(() => run(x));`, of the module', 'tail = tail.then(() => run(req.body));'),
  at(
    '`inflight.add(p); p.finally(…).catch(log);`',
    'const p = run(req.body);\n  inflight.add(p);\n  p.finally(() => inflight.delete(p)).catch(log);',
    { python: 't = asyncio.create_task(run(x))\n    tasks.add(t)\n    t.add_done_callback(tasks.discard)' },
  ),
  at('`collect(run(x));`', 'collect(run(req.body));', { python: 'collect(asyncio.create_task(run(x)))' }),
  at('`fireTask(run(x));`', "fireTask(run(req.body), 'run');"),
  whole(
    '`reply.code(201);` in Fastify',
    "import fastify from 'fastify';\nfastify().post('/x', async (request, reply) => {\n  reply.code(201);\n  " +
      'return { ok: true };\n});\n',
  ),
];

/** Code that no handler runs: the other tools check it, this rule does not. */
const ELSEWHERE = [
  whole('`main();` of a script', 'async function main() {\n  await fetch("http://localhost");\n}\nmain();\n'),
  whole(
    '`run(x);` in a function that no handler reaches',
    "import { run } from '../given.js';\nexport function start(x: unknown): void {\n  run(x);\n}\n",
    { python: 'asyncio.create_task(run(x))' },
  ),
  whole(
    '`if (allowed(x)) …` in such a function',
    "import { allowed } from '../given.js';\nexport function gate(x: unknown): string {\n  if (allowed(x)) " +
      "return 'in';\n  return 'out';\n}\n",
  ),
  whole(
    '`async stop()` for an interface that says `stop(): void`',
    "import { run } from '../given.js';\ninterface Service { stop: () => void }\nexport class Mailer " +
      'implements Service {\n  async stop(): Promise<void> {\n    await run(1);\n  }\n}\n',
  ),
  whole(
    '`run(x);` in a handler of a framework that is in no catalog',
    "import { run } from '../given.js';\ninterface Acme { route: (path: string, handler: (input: unknown) => " +
      "void) => void }\ndeclare const acme: Acme;\nacme.route('/x', (input) => {\n  run(input);\n});\n",
  ),
  at('`pass(work);`, a promise by its type alone', 'pass(work);'),
];

export const GROUPS = [
  { title: 'lost work, or a promise taken for a value', patterns: LOST },
  { title: 'right as it stands', patterns: RIGHT },
  { title: 'outside what this rule looks at', patterns: ELSEWHERE },
];

/** The declarations that the patterns use, in a separate file, so that tools must follow an import. */
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

/** The text of a pattern's file. */
export function sourceOf({ code, file }) {
  if (file !== undefined) return file;
  const isAsync = /^(?: {2})?await/m.test(code);
  const parameters = code.includes('next)') ? '(req, res, next)' : '(req, res)';
  const given = [...GIVEN.matchAll(/^export (?:async )?(?:function|const) (?:\{ )?(\w+)/gm)].map(([, name]) => name);
  const names = given.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  return [
    "import express from 'express';",
    ...(names.length > 0 ? [`import { ${names.join(', ')} } from '../given.js';`] : []),
    ...(code.includes('fireTask') ? ["import { fireTask } from '../lib/fire-task.js';"] : []),
    ...(code.includes('db(') ? ["import knex from 'knex';", "const db = knex({ client: 'pg' });"] : []),
    ...(code.includes('tail') ? ['let tail: Promise<unknown> = Promise.resolve();'] : []),
    `express().post('/x', ${isAsync ? 'async ' : ''}${parameters} => {`,
    `  ${code}`,
    ...(/res\.json|return|next\)/.test(code) ? [] : ["  res.end('ok');"]),
    '});',
    '',
  ].join('\n');
}

/** The text of a pattern's file for Ruff. */
export function pythonOf({ python }) {
  return `import asyncio\n\ntasks = set()\n\n\nasync def handler(x, run, log, collect):\n    ${python}\n`;
}
