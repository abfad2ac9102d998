import { describe, expect, it } from 'vitest';
import type { UserOptions } from '../../src/findings/options.ts';
import { messageOf } from '../../src/findings/wording.ts';
import { findingsIn } from '../support/findings.ts';

const HEAD = `
import express from 'express';
const app = express();
async function stats(id) { return (await fetch('/' + id)).json(); }
const log = console.log;
`;

function inHandler(body: string): string {
  return `${HEAD}app.post('/x', async (req, res, next) => {\n${body}\n});`;
}

/** `form: launch`, of each finding. */
function found(body: string, options: UserOptions = {}): string[] {
  const code = inHandler(body);
  return findingsIn(code, options).map(({ form, launch }) => `${form}: ${code.slice(...launch.range)}`);
}

describe('a promise is taken for its result', () => {
  it.each<readonly [situation: string, body: string, ...launches: string[]]>([
    ['in an object', 'res.json({ id, stats: stats(id) });', 'stats(id)'],
    ['deep in one', 'res.json({ a: [{ b: { stats: stats(id) } }] });', 'stats(id)'],
    ['in an object that is sent by another method', 'res.send({ s: stats(1) });', 'stats(1)'],
    ['in an array', 'res.json([stats(1), stats(2)]);', 'stats(1)', 'stats(2)'],
    ['mapped', 'res.json(xs.map((i) => stats(i)));', 'xs.map((i) => stats(i))'],
    ['mapped, in an object', 'res.json({ all: xs.map((i) => stats(i)) });', 'xs.map((i) => stats(i))'],
    ['mapped with a promise in each', 'res.json(xs.map((i) => ({ i, s: stats(i) })));', 'stats(i)'],
    ['in a variable', 'const p = stats(1); res.json(p);', 'stats(1)'],
    ['in a variable, in an object', 'const s = stats(1); res.json({ s });', 'stats(1)'],
    ['in a variable that is guarded', 'const s = stats(1); s.catch(log); res.json({ s });', 'stats(1)'],
    ['in an object in a variable', 'const o = { s: stats(1) }; res.json(o);', 'stats(1)'],
    ['in an object whose other parts are read', 'const o = { id, s: stats(1) }; log(o.id); res.json(o);', 'stats(1)'],
    ['in an object that is spread', 'const o = { s: stats(1) }; res.json({ ...o, id });', 'stats(1)'],
    ['taken out of an object again', 'const o = { s: stats(1) }; res.json({ s: o.s });', 'stats(1)'],
    ['put into an object later', 'const o = { id }; o.s = stats(1); o.n = 1; res.json(o);', 'stats(1)'],
    ['put into an empty array', 'const l = []; l[0] = stats(1); res.json(l);', 'stats(1)'],
    ['a mapped list in a variable', 'const l = xs.map((i) => stats(i)); res.json(l);', 'xs.map((i) => stats(i))'],
    ['collected', 'const ps = []; for (const i of xs) ps.push(stats(i)); res.json(ps);', 'stats(i)'],
    ['collected, and counted', 'const ps = []; ps.push(stats(1)); log(ps.length); res.json({ ps });', 'stats(1)'],
    [
      'in a Map that is made an object',
      'const m = new Map(); m.set(1, stats(1)); res.json(Object.fromEntries(m));',
      'stats(1)',
    ],
    ['in a Set that is made an array', 'const m = new Set(); m.add(stats(1)); res.json([...m.values()]);', 'stats(1)'],
    ['made text', 'res.send(JSON.stringify(stats(1)));', 'stats(1)'],
    ['made text, in an object', 'log(JSON.stringify({ s: stats(1) }));', 'stats(1)'],
    ['data of a template', "res.render('x', { user: stats(1) });", 'stats(1)'],
    ['compared with a number', 'if (stats(1) === 1) log(1);', 'stats(1)'],
    ['compared with a text', "log(stats(1) != 'open');", 'stats(1)'],
    ['compared with nothing', 'if (stats(1) === null) log(1);', 'stats(1)'],
    ['ordered', 'if (stats(1) > 5) log(1);', 'stats(1)'],
    ['switched over', 'switch (stats(1)) { case 1: log(1); }', 'stats(1)'],
    ['tested in a variable', 'const ok = stats(1); if (!ok) return res.sendStatus(403); log(1);', 'stats(1)'],
    [
      'a predicate',
      'res.json(xs.filter(async (x) => { const s = await stats(x); return s.ok; }));',
      'async (x) => { const s = await stats(x); return s.ok; }',
    ],
    ['a predicate that returns a promise', 'if (xs.some((x) => stats(x))) log(1);', 'stats(x)'],
    ['a predicate by name', 'const ok = xs.every(stats); log(ok);', 'stats'],
    [
      'sorted by promises',
      'xs.sort(async (a, b) => (await stats(a)) - b); res.json(xs);',
      'async (a, b) => (await stats(a)) - b',
    ],
    ['in an answer that is made', 'return Response.json({ s: stats(1) });', 'stats(1)'],
  ])('%s', (_situation, body, ...launches) => {
    expect(found(body)).toEqual(launches.map((launch) => `answered: ${launch}`));
  });

  it('in what a context answers with', () => {
    const code = `${HEAD}
import { Hono } from 'hono';
new Hono().get('/x', (c) => c.json({ s: stats(1) }));`;
    expect(findingsIn(code).map(({ form }) => form)).toEqual(['answered']);
  });

  it('in what is assigned as the answer', () => {
    const code = `${HEAD}
import Koa from 'koa';
new Koa().use(async (ctx, next) => { ctx.body = { s: stats(1) }; });`;
    expect(findingsIn(code).map(({ form }) => form)).toEqual(['answered']);
  });
});

describe('what is none', () => {
  it.each<readonly [situation: string, body: string]>([
    ['awaited in the object', 'res.json({ s: await stats(1) });'],
    ['awaited in a variable', 'const s = await stats(1); res.json({ s });'],
    ['awaited later', 'const s = stats(1); log(id); res.json({ s: await s });'],
    ['awaited in the object that holds it', 'const o = { s: stats(1) }; res.json({ s: await o.s });'],
    ['all of an array', 'res.json(await Promise.all(xs.map((i) => stats(i))));'],
    ['all of a list', 'const l = xs.map((i) => stats(i)); res.json(await Promise.all(l));'],
    ['all of a collection', 'const ps = []; ps.push(stats(1)); log(ps.length); res.json(await Promise.all(ps));'],
    ['put into an object and awaited', 'const o = {}; o.s = stats(1); o.s = await o.s; res.json(o);'],
    ['an object given to a function', 'take({ s: stats(1) });'],
    ['an object returned, whose reader may stream', 'return { s: stats(1) };'],
    ['present or not', 'let p; if (hot) p = stats(1); if (p) log(1); await p;'],
    ['present or not, of two', 'const p = hot ? stats(1) : null; if (p !== null) await p;'],
    ['a function in the answer', "res.render('x', { user: () => stats(1) });"],
    ['compared with another promise', 'log(stats(1) === pending);'],
    ['asked for its kind', 'if (stats(1) instanceof Promise) log(1);'],
    [
      'a predicate whose result is awaited',
      'res.json(await xs.filter(async (x) => { await stats(x); return true; }));',
    ],
    [
      'a predicate of a library',
      "import('x'); const filter = (l, f) => f(l); log(filter(xs, async (x) => { await stats(x); }));",
    ],
    ['a predicate that tests', 'res.json(xs.filter((x) => x.ok));'],
    ['reduced', 'await xs.reduce(async (before, x) => { await before; await stats(x); }, null);'],
  ])('%s', (_situation, body) => {
    expect(found(body).filter((one) => !one.includes("import('x')"))).toEqual([]);
  });
});

describe('the message says what the promise becomes', () => {
  it.each<readonly [body: string, words: string]>([
    [
      'res.json(stats(1));',
      '`stats(…)` in `POST /x` returns a promise where its result is needed: the promise itself is sent, as `{}`. Await it.',
    ],
    [
      'res.json(xs.map((i) => stats(i)));',
      '`xs.map(…)` in `POST /x` returns promises where their results are needed: each is sent as `{}`. Await `Promise.all(…)` of it.',
    ],
    ['res.json({ s: stats(1) });', 'the promise itself is sent inside the answer, as `{}`. Await it.'],
    ['log(`${stats(1)}`);', 'the promise itself becomes the text `[object Promise]`. Await it.'],
    ['log(-stats(1));', 'the promise itself becomes `NaN`. Await it.'],
    ['if (stats(1)) log(1);', 'a promise is always true. Await it.'],
    ['switch (stats(1)) { case 1: log(1); }', 'a promise is never equal to a value. Await it.'],
    ['log({ ...stats(1) });', 'a promise has nothing to spread. Await it.'],
    ['log([...stats(1)]);', 'a promise cannot be gone through: this throws. Await it.'],
    ['for (const x of stats(1)) log(x);', 'a promise cannot be gone through: this throws. Await it.'],
    ['const [first] = stats(1); log(first);', 'a promise cannot be gone through: this throws. Await it.'],
    ['const { length } = stats(1); log(length);', 'a promise has no such parts: they are `undefined`. Await it.'],
    [
      'log(xs.filter(async (x) => await stats(x)));',
      '`xs.filter(…)` in `POST /x` is given promises where their results are needed: a promise is always true. Await the results with `Promise.all(…)` first, then test them.',
    ],
  ])('%s', (body, words) => {
    const [finding] = findingsIn(inHandler(body));
    expect(finding && messageOf(finding)).toContain(words);
  });
});

describe('what is gone through or taken apart', () => {
  it.each<readonly [situation: string, body: string, ...found: string[]]>([
    ['is awaited', 'log([...(await stats(1))]); const { length } = await stats(1); log(length);'],
    ['by a loop that awaits', 'for await (const x of stats(1)) log(x);'],
    ['is a list of promises', 'for (const p of xs.map((i) => stats(i))) await p;'],
    ['has the methods of a promise', 'const { then } = stats(1); log(then);'],
    ['is a promise with more to it', "const { stdout } = execa('ls'); log(stdout);"],
    [
      'is asked once of an async function',
      'if (xs.some(async (x) => stats(x))) log(1);',
      'answered: async (x) => stats(x)',
    ],
    ['is set where it is missing, and never read', 'let job; job ??= stats(1);', 'unread: stats(1)'],
    ['is set where it is missing, and awaited', 'let job; job ??= stats(1); await job;'],
  ])('%s', (_situation, body, ...expected) => {
    expect(found(body)).toEqual(expected);
  });
});

describe('a race', () => {
  const strict = { strict: true };
  it.each<readonly [situation: string, body: string, ...found: string[]]>([
    ['whose loser goes on', 'await Promise.race([stats(1), timeout(5)]);', 'raced: stats(1)'],
    ['of which any will do', 'return Promise.any([stats(1), stats(2)]);', 'raced: stats(1)', 'raced: stats(2)'],
    ['of a timer', 'const pause = () => new Promise((r) => setTimeout(r, 5)); await Promise.race([req.x, pause()]);'],
    ['of what is held, too', 'const p = stats(1); await Promise.race([p, timeout(5)]); await p;'],
    ['of what can be stopped', 'await Promise.race([stats(1, { signal }), timeout(5)]);'],
    ['that is lost itself', 'Promise.race([stats(1), timeout(5)]);', 'combined: Promise.race([stats(1), timeout(5)])'],
    ['that is none', 'await Promise.all([stats(1), timeout(5)]);'],
  ])('%s', (_situation, body, ...expected) => {
    expect(found(body, strict)).toEqual(expected);
  });

  it('is for strict', () => {
    expect(found('await Promise.race([stats(1), timeout(5)]);')).toEqual([]);
  });
});
