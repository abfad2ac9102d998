import { describe, expect, it } from 'vitest';
import { findingsIn } from '../support/findings.ts';
import { planned, rewritten } from '../support/rewritten.ts';

const HEAD = `import express from 'express';
const app = express();
const log = console.log;
async function stats(x) { return await x; }
`;

function handler(body: string): string {
  return `${HEAD}app.post('/x', async (req, res) => {\n${body}\n});\n`;
}

function mended(body: string): string {
  return rewritten(handler(body)).slice(`${HEAD}app.post('/x', async (req, res) => {\n`.length, -'\n});\n'.length);
}

describe('a promise that becomes part of an answer is awaited, and never a task', () => {
  it.each([
    ['in an object', 'res.json({ id, s: stats(1) });', 'res.json({ id, s: await stats(1) });'],
    ['in an object deeper', 'res.json({ a: { s: stats(1) } });', 'res.json({ a: { s: await stats(1) } });'],
    ['in an array', 'res.json([stats(1)]);', 'res.json([await stats(1)]);'],
    [
      'mapped',
      'res.json(req.body.map((i) => stats(i)));',
      'res.json(await Promise.all(req.body.map((i) => stats(i))));',
    ],
    [
      'mapped in an object',
      'res.json({ list: req.body.map(stats) });',
      'res.json({ list: await Promise.all(req.body.map(stats)) });',
    ],
    ['in a variable', 'const p = stats(1); res.json(p);', 'const p = await stats(1); res.json(p);'],
    [
      'in a variable, by its name',
      'const s = stats(1); res.json({ s });',
      'const s = await stats(1); res.json({ s });',
    ],
    [
      'in a variable that is set elsewhere, too',
      'let s = null; if (req.x) s = stats(1); res.json({ s });',
      'let s = null; if (req.x) s = await stats(1); res.json({ s });',
    ],
    [
      'mapped into a variable',
      'const list = req.body.map((i) => stats(i)); res.json(list);',
      'const list = await Promise.all(req.body.map((i) => stats(i))); res.json(list);',
    ],
    [
      'in an object in a variable',
      'const o = { s: stats(1) }; res.json(o);',
      'const o = { s: await stats(1) }; res.json(o);',
    ],
    [
      'in an object that is spread',
      'const o = { s: stats(1) }; res.json({ ...o, x: 1 });',
      'const o = { s: await stats(1) }; res.json({ ...o, x: 1 });',
    ],
    [
      'in a collection',
      'const ps = []; for (const i of req.body) ps.push(stats(i)); res.json(ps);',
      'const ps = []; for (const i of req.body) ps.push(stats(i)); res.json(await Promise.all(ps));',
    ],
    [
      'under a key',
      'const o = {}; for (const k of req.body) o[k] = stats(k); res.json({ o });',
      'const o = {}; for (const k of req.body) o[k] = await stats(k); res.json({ o });',
    ],
    ['in text', 'res.send(JSON.stringify(stats(1)));', 'res.send(JSON.stringify(await stats(1)));'],
    [
      'in text, deeper',
      'res.send(JSON.stringify({ s: stats(1) }));',
      'res.send(JSON.stringify({ s: await stats(1) }));',
    ],
    ['in data of a template', "res.render('x', { user: stats(1) });", "res.render('x', { user: await stats(1) });"],
    ['compared', "if (stats(1) === 'open') res.end();", "if (await stats(1) === 'open') res.end();"],
    ['switched on', 'switch (stats(1)) { case 1: res.end(); }', 'switch (await stats(1)) { case 1: res.end(); }'],
    [
      'tested by its name',
      'const ok = stats(1); if (!ok) res.end();',
      'const ok = await stats(1); if (!ok) res.end();',
    ],
  ])('%s', (_, before, after) => {
    expect(mended(before)).toBe(after);
    expect(findingsIn(handler(before)).map(({ form }) => form)).toEqual(['answered']);
    expect(findingsIn(handler(after)), 'nothing is left').toEqual([]);
  });

  it.each([
    [
      'where only a function that is not async could wait',
      'res.json(req.body.map((i) => ({ i, s: stats(i) })));',
      'sync-function',
    ],
    ['where the variable is chained onto, too', 'const p = stats(1); p.catch(log); res.json({ p });', 'chained-holder'],
  ])('is left to a person %s', (_, body, code) => {
    const { skips, rewrites } = planned(handler(body));
    expect([rewrites, skips.map((skip) => [skip.finding.form, skip.code])]).toEqual([[], [['answered', code]]]);
  });

  it('is left to a person where a type says that it is a promise', () => {
    const { skips, rewrites } = planned(handler('const p: Promise<number> = stats(1); res.json({ p });'), 'app.ts');
    expect([rewrites, skips.map(({ code }) => code)]).toEqual([[], ['typed-promise']]);
  });

  it.each([
    'const p = stats(1); res.json({ s: await p });',
    'const o = { s: stats(1) }; o.s.catch(log); res.json({ n: o.n });',
    'const o = { s: stats(1) }; await keep({ ...o }); if (o) res.json(1);',
    'const ps = []; ps.push(stats(1)); res.json(await Promise.all(ps)); ',
    'const ps = []; ps.push(stats(1)); await Promise.all(ps); res.json(ps.length);',
    'const o = {}; o.a = stats(1); await o.a; res.json({ ok: true });',
    'const p = stats(1); if (p === null) return; await p;',
    'const list = req.body.map((i) => stats(i)); await Promise.all(list); res.json(list.length);',
    'return { s: stats(1) };',
    'keep({ s: stats(1) });',
  ])('is none: %s', (body) => {
    expect(findingsIn(handler(body)).map(({ form }) => form)).toEqual([]);
  });

  it('says what an array needs', () => {
    const [finding] = findingsIn(handler('res.json(req.body.map((i) => stats(i)));'));
    expect(finding?.remedies).toEqual(['await']);
  });

  it('a guard on a variable that keeps a promise is no use of its result', () => {
    const body = 'let running; if (!running) running = stats(1);';
    expect(findingsIn(handler(body)).map(({ form }) => form)).toEqual(['unread']);
  });

  it('an array that nothing reads is one promise as a task', () => {
    expect(rewritten(handler('const list = req.body.map((i) => stats(i));\nvoid list;'))).toContain(
      "const list = req.body.map((i) => stats(i));\nfireTask(Promise.all(list), 'stats');\n",
    );
  });
});
