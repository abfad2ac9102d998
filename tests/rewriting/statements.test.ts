import { describe, expect, it } from 'vitest';
import { planned, rewritten } from '../support/rewritten.ts';

const HEAD = `import express from 'express';
import { fireTask } from './lib/fire-task.js';
const app = express();
const log = console.log;
async function run(x) { await x; }
async function ping(id) { await id; }
`;

/** The statements of a handler, before and after. */
function body(code: string, options: Parameters<typeof rewritten>[2] = {}): string {
  const before = `${HEAD}app.post('/x', async (req, res, next) => {\n${code}\n});\n`;
  const after = rewritten(before, 'app.js', options);
  expect(
    after.startsWith(`${HEAD}app.post('/x', async (req, res, next) => {\n`),
    'nothing outside the statement changes',
  ).toBe(true);
  expect(rewritten(after), 'a second run changes nothing').toBe(after);
  return after.slice(`${HEAD}app.post('/x', async (req, res, next) => {\n`.length, -'\n});\n'.length);
}

const CASES: readonly (readonly [situation: string, before: string, after: string])[] = [
  ['a bare call', 'run(x);', "fireTask(run(x), 'run');"],
  ['comments beside it', '// kick off\nrun(x); // later', "// kick off\nfireTask(run(x), 'run'); // later"],
  ['comments inside it', 'run(/* id */ x, // why\n  y);', "fireTask(run(/* id */ x, // why\n  y), 'run');"],
  [
    'a comment that switches off another rule',
    'run(x); // eslint-disable-line no-console',
    "fireTask(run(x), 'run'); // eslint-disable-line no-console",
  ],
  [
    'what stands below a stretch that is switched off',
    '/* eslint-disable */\nping(x);\n/* eslint-enable */\nrun(x);',
    "/* eslint-disable */\nping(x);\n/* eslint-enable */\nfireTask(run(x), 'run');",
  ],
  [
    'what stands above such a stretch',
    'run(x);\n/* eslint-disable */\nping(x);',
    "fireTask(run(x), 'run');\n/* eslint-disable */\nping(x);",
  ],
  [
    'a line comment that ESLint does not read',
    '// eslint-disable\nrun(x);',
    "// eslint-disable\nfireTask(run(x), 'run');",
  ],
  ['void', 'void run(x);', "fireTask(run(x), 'run');"],
  ['void with a comment', 'void /* bg */ run(x);', "fireTask(/* bg */ run(x), 'run');"],
  ['a handled rejection', 'run(x).catch(log);', "fireTask(run(x).catch(log), 'run');"],
  ['a chain over lines', 'run(x)\n  .then(ok)\n  .catch(log);', "fireTask(run(x)\n  .then(ok)\n  .catch(log), 'run');"],
  [
    'an async function in place',
    '(async () => {\n  await run(x);\n})();',
    "fireTask(async () => {\n  await run(x);\n}, 'run');",
  ],
  [
    'an async function in place with an argument',
    '(async (y) => {\n  await run(y);\n})(x);',
    "fireTask((async (y) => {\n  await run(y);\n})(x), 'POST /x');",
  ],
  [
    'an async function in place with an argument that it does not take',
    '(async () => {\n  await run(x);\n})(log(x));',
    "fireTask((async () => {\n  await run(x);\n})(log(x)), 'run');",
  ],
  [
    'an async function in place that counts its arguments',
    '(async function () {\n  await run(arguments.length);\n})();',
    "fireTask((async function () {\n  await run(arguments.length);\n})(), 'run');",
  ],
  [
    'an async function in place with a function in it that has its own this',
    '(async function () {\n  later(function () { this.x = 1; });\n  await run(x);\n})();',
    "fireTask(async function () {\n  later(function () { this.x = 1; });\n  await run(x);\n}, 'run');",
  ],
  [
    'an async function in place whose rejection is handled',
    '(async () => { await run(x); })().catch(log);',
    "fireTask((async () => { await run(x); })().catch(log), 'run');",
  ],
  ['a combinator', 'Promise.all(ids.map(ping));', "fireTask(Promise.all(ids.map(ping)), 'ping');"],
  [
    'a dropped map',
    'ids.map(async (id) => { await ping(id); });',
    "fireTask(Promise.all(ids.map(async (id) => { await ping(id); })), 'ping');",
  ],
  ['an awaited map', 'await ids.map(ping);', 'await Promise.all(ids.map(ping));'],
  [
    'an async callback of forEach',
    'ids.forEach(async (id) => {\n  await ping(id);\n});',
    "ids.forEach((id) => { fireTask(async () => {\n  await ping(id);\n}, 'ping'); });",
  ],
  [
    'an async callback without parentheses',
    'ids.forEach(async id => {\n  await ping(id);\n});',
    "ids.forEach(id => { fireTask(async () => {\n  await ping(id);\n}, 'ping'); });",
  ],
  [
    'an async callback with an expression',
    'ids.forEach(async (id) => await ping(id));',
    "ids.forEach((id) => { fireTask(async () => await ping(id), 'ping'); });",
  ],
  [
    'an async callback with an object in parentheses',
    'ids.forEach(async (id) => ({ x: await ping(id) }));',
    "ids.forEach((id) => { fireTask(async () => ({ x: await ping(id) }), 'ping'); });",
  ],
  [
    'an async function expression that uses its this',
    'ids.forEach(async function (id) { this.x = await ping(id, arguments[1]); }, y);',
    "ids.forEach(function (id) { fireTask(async () => { this.x = await ping(id, arguments[1]); }, 'ping'); }, y);",
  ],
  [
    'a void in an async callback',
    'ids.forEach(async (id) => void ping(id));',
    "ids.forEach((id) => { fireTask(async () => fireTask(ping(id), `ping:${id}`), 'ping'); });",
  ],
  [
    'an async function expression',
    'ids.forEach(async function (id) {\n  await ping(id);\n});',
    "ids.forEach(function (id) { fireTask(async () => {\n  await ping(id);\n}, 'ping'); });",
  ],
  [
    'a callback that returns the call',
    'ids.forEach((id) => ping(id));',
    'ids.forEach((id) => fireTask(ping(id), `ping:${id}`));',
  ],
  ['a callback given by name', 'ids.forEach(ping);', "ids.forEach((id) => fireTask(ping(id), 'ping'));"],
  [
    'a callback given by name with a rest parameter',
    'ids.forEach(all); async function all(...given) { await given; }',
    "ids.forEach((...given) => fireTask(all(...given), 'all')); async function all(...given) { await given; }",
  ],
  [
    'a callback given by name that takes nothing',
    'setTimeout(other, 5); async function other() { await x; }',
    "setTimeout(() => fireTask(other(), 'other'), 5); async function other() { await x; }",
  ],
  [
    'a listener that calls itself again',
    "req.on('close', async function gone() { await x; setTimeout(gone, 5); });",
    "req.on('close', () => fireTask(async function gone() { await x; setTimeout(() => fireTask(gone(), 'gone'), 5); }, 'gone'));",
  ],
  [
    'a callback that returns in two places',
    'setTimeout(() => { if (x) return run(x); return ping(x); }, 5);',
    "setTimeout(() => { if (x) return fireTask(run(x), 'run'); return fireTask(ping(x), 'ping'); }, 5);",
  ],
  [
    'a callback that returns one of two calls',
    'setTimeout(() => x ? run(x) : ping(x), 5);',
    "setTimeout(() => x ? fireTask(run(x), 'run') : fireTask(ping(x), 'ping'), 5);",
  ],
  [
    'an async callback that returns a call',
    'setTimeout(async () => { if (x) return run(x); return ping(x); }, 5);',
    "setTimeout(() => { fireTask(async () => { if (x) return run(x); return ping(x); }, 'POST /x'); }, 5);",
  ],
  [
    'a timer',
    'setTimeout(async () => {\n  await run(x);\n}, 50);',
    "setTimeout(() => { fireTask(async () => {\n  await run(x);\n}, 'run'); }, 50);",
  ],
  [
    'a listener',
    "res.on('finish', async () => { await run(x); });",
    "res.on('finish', () => { fireTask(async () => { await run(x); }, 'run'); });",
  ],
  [
    'a void in a callback whose value is dropped',
    "res.on('close', () => void run(x));",
    "res.on('close', () => fireTask(run(x), 'run'));",
  ],
  [
    'a void in a callback whose value may be used',
    'later(() => void run(x));',
    "later(() => void fireTask(run(x), 'run'));",
  ],
  [
    'a void of a ternary that launches in both branches',
    'void (x ? run(x) : ping(x));',
    "void (x ? fireTask(run(x), 'run') : fireTask(ping(x), 'ping'));",
  ],
  ['a void behind a condition', 'x && void run(x);', "x && fireTask(run(x), 'run');"],
  ['a void that is a condition', 'void run(x) || log(x);', "void fireTask(run(x), 'run') || log(x);"],
  [
    'voids in the branches of a ternary',
    'x ? void run(x) : void ping(x);',
    "x ? fireTask(run(x), 'run') : fireTask(ping(x), 'ping');",
  ],
  ['voids in a sequence', 'void run(x), void ping(x);', "fireTask(run(x), 'run'), fireTask(ping(x), 'ping');"],
  [
    'voids in a sequence whose value the framework sees',
    'return void run(x), void ping(x);',
    "return fireTask(run(x), 'run'), void fireTask(ping(x), 'ping');",
  ],
  ['a void of a condition', 'void (x && run(x));', "void (x && fireTask(run(x), 'run'));"],
  ['a void of an array', 'void [run(x), ping(x)];', "void [fireTask(run(x), 'run'), fireTask(ping(x), 'ping')];"],
  ['a void of a map', 'void ids.map(ping);', "fireTask(Promise.all(ids.map(ping)), 'ping');"],
  [
    'a void of an async function in place',
    'void (async () => {\n  await run(x);\n})();',
    "fireTask(async () => {\n  await run(x);\n}, 'run');",
  ],
  ['a void in parentheses', '(void (run(x)));', "fireTask(run(x), 'run');"],
  ['an unread variable', 'const p = run(x);', "fireTask(run(x), 'run');"],
  [
    'an unread variable whose chain is dropped next',
    'const p = run(x); // why\np.catch(log);',
    "const p = run(x); // why\nfireTask(p.catch(log), 'run');",
  ],
  ['an unread variable that is voided next', 'const p = run(x);\nvoid p;', "const p = run(x);\nfireTask(p, 'run');"],
  [
    'an unread variable whose chain is dropped later',
    'const p = run(x); // why\nif (x) return;\np.catch(log);',
    "const p = run(x); // why\nfireTask(p, 'run');\nif (x) return;\np.catch(log);",
  ],
  [
    'an unread variable with a comment before the call',
    'const p = /* slow */ run(x);',
    "fireTask(/* slow */ run(x), 'run');",
  ],
  ['an unread variable with parentheses', 'const p = (run(x));', "fireTask(run(x), 'run');"],
  [
    'an unread variable that holds an async function called in place',
    'const p = (async () => { await run(x); })();',
    "fireTask(async () => { await run(x); }, 'run');",
  ],
  ['an unread array of promises', 'const ps = ids.map(ping);', "fireTask(Promise.all(ids.map(ping)), 'ping');"],
  ['a promise in an object that nobody reads', 'const o = { p: run(x) };', "const o = { p: fireTask(run(x), 'run') };"],
  [
    'two variables of one line',
    'const p = run(x); const q = ping(p); q.then(log); q.then(ok);',
    "const p = run(x); const q = ping(p); fireTask(q.then(log), 'ping'); fireTask(q.then(ok), 'ping');",
  ],
  [
    'an unread variable onto which work is chained, unless the function has returned before',
    'const p = run(x);\nif (x) return;\np.then((y) => ping(y)).catch(log);',
    "const p = run(x);\nfireTask(p, 'run');\nif (x) return;\nfireTask(p.then((y) => ping(y)).catch(log), 'run');",
  ],
  [
    'an unread variable onto which work is chained in a branch',
    'const p = run(x);\nif (x) void p.then((y) => ping(y));',
    "const p = run(x);\nfireTask(p, 'run');\nif (x) fireTask(p.then((y) => ping(y)), 'run');",
  ],
  [
    'an unread variable onto which work is chained later',
    'const p = run(x);\nlog(1);\np.then((y) => ping(y)).catch(log);',
    "const p = run(x);\nlog(1);\nfireTask(p.then((y) => ping(y)).catch(log), 'run');",
  ],
  [
    'one of two variables in a block of one line without a semicolon',
    'if (x) { const p = run(x), q = 1 }',
    "if (x) { const p = run(x), q = 1; fireTask(p, 'run'); }",
  ],
  [
    'one of two variables',
    'const p = run(x), q = 1;\nlog(q);',
    "const p = run(x), q = 1;\nfireTask(p, 'run');\nlog(q);",
  ],
  ['an assignment that nobody reads', 'let p;\np = run(x);', "let p;\nfireTask(run(x), 'run');"],
  [
    'an assignment whose chain is dropped next',
    'let p;\np = run(x);\np.catch(log);',
    "let p;\np = run(x);\nfireTask(p.catch(log), 'run');",
  ],
  [
    'a collection that nobody reads',
    'const ps = [];\nps.push(run(x));',
    "const ps = [];\nps.push(fireTask(run(x), 'run'));",
  ],
  [
    'branches without braces',
    'if (x) run(x);\nelse ping(x);',
    "if (x) fireTask(run(x), 'run');\nelse fireTask(ping(x), 'ping');",
  ],
  ['a condition', 'x && run(x);', "x && fireTask(run(x), 'run');"],
  ['a ternary', 'x ? run(x) : ping(x);', "x ? fireTask(run(x), 'run') : fireTask(ping(x), 'ping');"],
  ['a sequence', 'run(x), ping(x);', "fireTask(run(x), 'run'), fireTask(ping(x), 'ping');"],
  ['a returned void, whose value the framework sees', 'return void run(x);', "return void fireTask(run(x), 'run');"],
  ['a loop', 'for (const id of ids) ping(id);', 'for (const id of ids) fireTask(ping(id), `ping:${id}`);'],
  ['a switch', 'switch (x) { case 1: run(x); break; }', "switch (x) { case 1: fireTask(run(x), 'run'); break; }"],
  ['await among the arguments', 'run(await x);', "fireTask(run(await x), 'run');"],
  [
    'a launch in a launch',
    'run(async () => { ping(x); });',
    "fireTask(run(async () => { fireTask(ping(x), 'ping'); }), 'run');",
  ],
  ['a template in an argument', 'run(`a\n  ${x}`);', "fireTask(run(`a\n  ${x}`), 'run');"],
  ['two on a line', 'run(1); ping(2);', "fireTask(run(1), 'run'); fireTask(ping(2), 'ping');"],
  ['a promise as the answer', 'res.json(run(x));', 'res.json(await run(x));'],
  ['a promise in a template', 'log(`${run(x)}`);', 'log(`${await run(x)}`);'],
  ['a promise in the answer', 'res.json({ id, p: run(x) });', 'res.json({ id, p: await run(x) });'],
  ['promises mapped into the answer', 'res.json(ids.map(ping));', 'res.json(await Promise.all(ids.map(ping)));'],
  [
    'a variable that is answered with',
    'const p = run(x);\nres.json({ p });',
    'const p = await run(x);\nres.json({ p });',
  ],
  [
    'a list that is answered with',
    'const list = ids.map((id) => ping(id));\nres.json(list);',
    'const list = await Promise.all(ids.map((id) => ping(id)));\nres.json(list);',
  ],
  [
    'an object that is answered with',
    'const o = { p: run(x) };\nres.json(o);',
    'const o = { p: await run(x) };\nres.json(o);',
  ],
  [
    'a collection that is answered with, whose work goes on together',
    'const ps = [];\nids.forEach((id) => { ps.push(ping(id)); });\nres.json({ ps });',
    'const ps = [];\nids.forEach((id) => { ps.push(ping(id)); });\nres.json({ ps: await Promise.all(ps) });',
  ],
  [
    'a collection that is filled in two places',
    'const ps = [];\nps.push(run(x));\nps.push(ping(x));\nres.json(ps);',
    'const ps = [];\nps.push(await run(x));\nps.push(await ping(x));\nres.json(ps);',
  ],
  ['a promise compared', "if (run(x) === 'ok') log(x);", "if (await run(x) === 'ok') log(x);"],
  ['a promise switched over', 'switch (run(x)) { case 1: log(x); }', 'switch (await run(x)) { case 1: log(x); }'],
  [
    'a list of promises that is voided next',
    'const ps = ids.map(ping);\nvoid ps;',
    "const ps = ids.map(ping);\nfireTask(Promise.all(ps), 'ping');",
  ],
];

describe('statements', () => {
  it.each(CASES)('rewrites %s', (_, before, after) => {
    expect(body(before)).toBe(after);
  });

  it('puts ids into names when asked, and no secrets', () => {
    expect(body('run(orgId, run.id);', { names: 'ids' })).toBe(
      'fireTask(run(orgId, run.id), `run:${orgId}:${run.id}`);',
    );
    expect(body('run(sessionId, tokenId, req.body.id, userEmail, 7);', { names: 'ids' })).toBe(
      "fireTask(run(sessionId, tokenId, req.body.id, userEmail, 7), 'run');",
    );
  });

  it('notes a catch that swallows everything', () => {
    const plan = planned(`${HEAD}app.post('/x', (req, res) => { run(1).catch(() => {}); res.end(); });`);
    expect(plan.rewrites.map(({ note }) => note)).toEqual([
      'Its catch swallows every error before the task can see it.',
    ]);
  });

  it('notes nothing of a then that does nothing', () => {
    expect(
      planned(`${HEAD}app.post('/x', (req, res) => { run(1).then(() => {}); res.end(); });`).rewrites.map(
        ({ note }) => note,
      ),
    ).toEqual([undefined]);
  });

  it('awaits or returns middleware, and never makes it a task', () => {
    const koa = (code: string): string =>
      rewritten(`import Koa from 'koa';\nnew Koa().use(${code});\n`).split('\n')[1] ?? '';
    expect(koa('async (ctx, next) => { next(); }')).toBe('new Koa().use(async (ctx, next) => { await next(); });');
    expect(koa('(ctx, next) => { next(); }')).toBe('new Koa().use((ctx, next) => { return next(); });');
  });
});
