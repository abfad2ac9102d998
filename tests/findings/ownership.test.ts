import { describe, expect, it } from 'vitest';
import { foundIn } from '../support/marked.ts';

/** Puts a body into an Express handler. */
function inHandler(body: string, before = ''): string {
  return `import express from 'express';
async function run(x) { await x; }
${before}
express().post('/', async function handler(req, res) {
${body}
});`;
}

const OWNED: readonly (readonly [title: string, body: string, before?: string])[] = [
  ['a variable read later', 'const p = run(1); log(req); await p;'],
  ['a variable read in one branch', 'const p = run(1); if (req.x) { await p; }'],
  ['a variable read in a closure', 'const p = run(1); const later = async () => { await p; }; await later();'],
  ['a variable that another one is made of', 'const p = run(1); const q = p.then(f); await q;'],
  ['an alias', 'const p = run(1); const q = p; await q;'],
  ['a ternary', 'const p = req.x ? run(1) : null; await p;'],
  ['a ternary that is awaited', 'await (req.x ? run(1) : run(2));'],
  ['a fallback that is awaited', 'await (req.p ?? run(1));'],
  ["an assignment by ??= to a module's variable", 'cache ??= run(1); res.json(await cache);', 'let cache;'],
  ['an assignment by ??= to a key', 'memo[req.x] ??= run(1); await memo[req.x];', 'const memo = {};'],
  ['an array that is awaited', 'const ps = [run(1), run(2)]; await Promise.all(ps);'],
  [
    'an array that is filled and awaited',
    'const ps = []; for (const x of req.body) ps.push(run(x)); await Promise.all(ps);',
  ],
  ['a Map that is awaited', 'const ps = new Map(); ps.set(1, run(1)); await Promise.all(ps.values());'],
  ['a spread into an array', 'const ps = [...req.ps, run(1)]; await Promise.all(ps);'],
  ['an object that is returned', 'return { rows: run(1) };'],
  ['an object that is read', 'const o = { p: run(1) }; await o.p;'],
  ['an object taken apart', 'const { p } = { p: run(1) }; await p;'],
  ['an array taken apart', 'const [a, b] = [run(1), run(2)]; await a; await b;'],
  ['a returned promise', 'return run(1);'],
  ['a returned chain', 'return run(1).then(f).catch(g);'],
  ['a concise arrow whose result is used', 'const work = () => run(1); await work();'],
  ['a yield', 'const items = function* () { yield run(1); }; await Promise.all(items());'],
  ['for await', 'for await (const x of [run(1), run(2)]) log(x);'],
  ['using', 'await using job = run(1);'],
  ['a property of something else', 'req.job = run(1);'],
  ['a field of a class', 'new Keeper().keep();', 'class Keeper { keep() { this.job = run(1); } }'],
  ['a variable that nobody declares', 'current = run(1);'],
  ['a map without a function', 'req.body.map(); await run(1);'],
  ['a map beside its function', 'req.body.map(String, () => run(1));'],
  [
    'a chain that makes an answer of the response',
    'run(1).then((x) => new Page(res, x)).catch((error) => new Page(res, error));',
  ],
  ['an array that held something before', 'const ps = [req.x]; ps.push(run(1));'],
  ['a Set made of something', 'const ps = new Set(req.jobs); ps.add(run(1));'],
  ['an array that is given', 'const keep = (ps) => { ps.push(run(1)); }; keep(req.jobs);'],
  ['an array in place of an empty one', 'let ps = []; ps = req.jobs; ps.push(run(1));'],
  ['a collection that nobody declares', 'jobs.push(run(1));'],
  ['a callback that only loops', 'req.on("x", async () => { for (const x of req.body) log(x); });'],
  ['a comparison', 'log(run(1) === req.p);'],
  ['typeof', 'log(typeof run(1));'],
  ['a list as a condition', 'if ([run(1)]) log(1);'],
  ["a method of one's own that is called String", 'String(run(1));', 'const String = (p) => p;'],
  ['a collection of the module', 'jobs.add(run(1));', 'const jobs = new Set();'],
  ['an export', 'current = run(1);', 'export let current;'],
  ["a chain of the module's own tail", 'tail = tail.then(() => run(1));', 'let tail = Promise.resolve();'],
  ['an argument', 'keep(run(1));'],
  ['an argument of new', 'new Task(run(1));'],
  ['JSX', 'return render(<Page rows={run(1)} />);'],
  ["a template's tag", 'html`${run(1)}`;'],
  ['a thrown promise', 'throw run(1);'],
  [
    'Promise.withResolvers',
    'const { promise, resolve } = Promise.withResolvers(); emitter.on("x", resolve); await promise;',
  ],
  ['a chain that is kept', 'const chain = run(1).then(f); await chain.finally(g);'],
  ['Promise.all of a map', 'await Promise.all(req.body.map((x) => run(x)));'],
  ['a guard beside an await', 'const p = run(1); p.catch(() => {}); await p;'],
  ['the means to answer, given to what answers', 'show(res);', 'async function show(r) { await run(1); r.json(1); }'],
  ['the means to answer, handed on further', 'show(res);', 'async function show(r) { await run(1); later(r); }'],
  ['the means to answer, given to what writes it', 'show(res);', 'async function show(r) { r.body = await run(1); }'],
  ['the means to answer, given to who knows', 'unknown(res);'],
];

const LOST: readonly (readonly [title: string, body: string, form: string, before?: string])[] = [
  ['a variable that is only chained', 'const p = run(1); p.then(f);', 'unread'],
  ['an array that nothing reads', 'const ps = []; ps.push(run(1));', 'unread'],
  ['an object that nothing reads', 'const o = { p: run(1) };', 'unread'],
  ['a function of the platform as a callback', 'req.body.forEach(fetch);', 'callback'],
  ['a flatMap that nothing awaits', 'req.body.flatMap((x) => run(x));', 'mapped'],
  ['a Map that nothing reads', 'const ps = new Map(); ps.set(1, run(1));', 'unread'],
  ['a callback that waits in a loop', 'req.on("x", async () => { for await (const x of req) log(x); });', 'callback'],
  ['the promise as a condition', 'run(1) ? log(1) : log(2);', 'answered'],
  ['the promise added to a text', 'log("is " + run(1));', 'answered'],
  ['the promise made a text', 'log(String(run(1)));', 'answered'],
  ['the promise spread into an object', 'log({ ...run(1) });', 'answered'],
  ['an alias that nothing reads', 'const p = run(1); const q = p;', 'unread'],
  ['a ternary in a statement', 'req.x ? run(1) : null;', 'floating'],
  ['a fallback in a statement', 'req.p ?? run(1);', 'floating'],
  ['an optional call', 'req.svc; api?.run();', 'floating', 'const api = { async run() {} };'],
  ['a template literal', 'log(`${run(1)}`);', 'answered'],
  ['a spread into an object', 'const o = { ...run(1) }; log(o);', 'answered'],
  ['a condition', 'if (run(1)) log(1);', 'answered'],
  ['a negation', 'const no = !run(1); log(no);', 'answered'],
  ['an awaited array', 'await req.body.map((x) => run(x));', 'mapped'],
  ['a dropped map', 'req.body.map(async (x) => { await run(x); });', 'mapped'],
  ['a dropped combinator', 'Promise.all([run(1), run(2)]);', 'combined'],
  [
    'the means to answer, only read',
    'log(1), show(res);',
    'floating',
    'async function show(r) { await run(r.statusCode); }',
  ],
  ['the means to answer, never read', 'show(res).catch(log);', 'caught', 'async function show(r) { await run(1); }'],
  ['void in a return', 'return void run(1);', 'voided'],
];

describe('somebody owns it', () => {
  it.each(OWNED.map(([title, body, before = '']) => ({ title, body, before })))('$title', ({ body, before }) => {
    expect(foundIn(inHandler(body, before), {}, '/virtual/app.tsx')).toEqual([]);
    // The same handler is looked at: what stands beside it is found.
    expect(foundIn(inHandler(`run(0);\n${body}`, before), {}, '/virtual/app.tsx')).toEqual(['floating: run(0)']);
  });
});

describe('nobody does', () => {
  it.each(LOST.map(([title, body, form, before = '']) => ({ title, body, form, before })))(
    '$title',
    ({ body, form, before }) => {
      expect(foundIn(inHandler(body, before), {}, '/virtual/app.tsx').map((found) => found.split(':')[0])).toEqual([
        form,
      ]);
    },
  );
});

describe('with strict, an answer needs a way to fail', () => {
  const answered = (body: string): string[] =>
    foundIn(inHandler(body), { strict: true }).map((found) => found.split(':')[0] ?? '');

  it.each([
    ['a chain with a catch that answers', 'run(1).then((x) => res.json(x)).catch((error) => res.status(500).end());'],
    [
      'a chain with a second function that answers',
      'run(1).then((x) => res.json(x), (error) => res.status(500).end());',
    ],
    ['a chain whose finally answers', 'run(1).then(log).finally(() => res.end());'],
    [
      'a function called in place whose catch answers',
      '(async () => { try { res.json(await run(1)); } catch { res.status(500).end(); } })();',
    ],
    [
      'a function called in place whose finally answers',
      '(async () => { try { log(await run(1)); } finally { res.end(); } })();',
    ],
    [
      'a function of the handler whose catch answers',
      'async function answer() { try { res.json(await run(1)); } catch { res.status(500).end(); } }\nanswer();',
    ],
    ['a callback that answers', 'fs.readFile("x", async (error, text) => { res.json(await run(text)); });'],
  ])('%s is enough', (_title, body) => {
    expect(answered(body)).toEqual([]);
  });

  it.each([
    ['a chain without a catch', 'run(1).then((x) => res.json(x));', 'chained'],
    ['a chain with a catch that only logs', 'run(1).then((x) => res.json(x)).catch(log);', 'caught'],
    ['a function called in place without a try', '(async () => { res.json(await run(1)); })();', 'iife'],
    [
      'a function called in place whose catch only logs',
      '(async () => { try { res.json(await run(1)); } catch (error) { log(error); } })();',
      'iife',
    ],
    [
      'a function called in place with two tries of which none answers',
      '(async () => { try { await run(1); } catch {} try { res.json(1); } finally { log(2); } })();',
      'iife',
    ],
  ])('%s is not', (_title, body, form) => {
    expect(answered(body)).toEqual([form]);
    expect(foundIn(inHandler(body)), 'without strict').toEqual([]);
  });

  it('and a handler that has answered already waits for nothing', () => {
    expect(
      answered('res.status(202).end();\nrun(1).then((x) => res.json(x)).catch((error) => res.status(500).end());'),
    ).toEqual(['caught']);
  });
});
