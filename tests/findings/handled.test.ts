import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/findings/wording.ts';
import { findingsIn } from '../support/findings.ts';

const HEAD = `import express from 'express';
const app = express();
async function run(x) { await x; }
async function safe(x) { try { await run(x); } catch (error) { log(error); } }
const log = console.log;
`;

/** What the messages of the findings in a handler say: which of them can crash the process. */
function crashes(body: string, file = ''): boolean[] {
  const code = `${HEAD}${file}\napp.post('/x', async (req, res) => {\n${body}\nres.json(1);\n});\n`;
  const findings = findingsIn(code, { strict: true }, '/virtual/app.js');
  return findings.map((finding) => messageOf(finding).includes('can crash'));
}

/** A chain on `run(1)`, and whether a rejection is left after its last link. */
const CHAINS: readonly (readonly [links: string, stays: boolean])[] = [
  ['', true],
  ['.catch(log)', false],
  ['.catch(() => {})', false],
  ['.catch((error) => { log(error); })', false],
  ['.catch(undefined)', true],
  ['.catch(null)', true],
  ['.catch(void 0)', true],
  ['.catch()', true],
  ['.catch(0)', true],
  ['.then(log, log)', false],
  ['.then(log, undefined)', true],
  ['.then(log, null)', true],
  ['.then(undefined, log)', false],
  ['.then(log)', true],
  ['.then(log, (error) => { throw error; })', true],
  ['.then(() => { throw new Error(); }, log)', true],
  ['.then(() => run(2), log)', true],
  ['.then(() => safe(2), log)', false],
  ['.then(async () => { await run(2); }, log)', true],
  ['.then(async () => { try { await run(2); } catch { log(2); } }, log)', false],
  ['.finally(log)', true],
  ['.catch(log).then(log)', false],
  ['.catch(log).then(() => { log(1); })', false],
  ['.catch(log).then(() => { throw new Error(); })', true],
  ['.catch(log).then(() => run(2))', true],
  ['.catch(log).then(run)', true],
  ['.catch(log).then(safe)', false],
  ['.catch(log).then(() => run(2)).catch(log)', false],
  ['.catch(log).finally(log)', false],
  ['.catch(log).finally(() => { throw new Error(); })', true],
  ['.finally(log).catch(log)', false],
  ['.then(log).catch(log)', false],
  ['.then(() => { throw new Error(); }).catch(log)', false],
  ['.catch((error) => { throw error; })', true],
  ['.catch((error) => { log(error); throw error; })', true],
  ['.catch((error) => { if (error.code) throw error; })', true],
  ['.catch((error) => { try { throw error; } catch { log(error); } })', false],
  ['.catch((error) => { return () => { throw error; }; })', false],
  ['.catch((error) => { throw error; }).catch(log)', false],
  ['.catch(async (error) => { await run(error); })', true],
  ['.catch((error) => Promise.reject(error))', true],
  ['.catch((error) => { log(error); return Promise.reject(error); })', true],
  ['.catch((error) => (error.code ? Promise.reject(error) : undefined))', true],
  ['.catch((error) => Promise.reject(error)).catch(log)', false],
  ['.catch((error) => Promise.resolve(error))', false],
];

describe('a rejection at the end of a chain', () => {
  it.each(CHAINS)('void run(1)%s; stays unhandled: %s', (links, stays) => {
    expect(crashes(`void run(1)${links};`)).toEqual([stays]);
  });

  it.each(CHAINS)('setTimeout(() => run(1)%s, 5); stays unhandled: %s', (links, stays) => {
    expect(crashes(`setTimeout(() => run(1)${links}, 5);`)).toEqual([stays]);
  });

  it.each(CHAINS.filter(([, stays]) => !stays))('run(1)%s, dropped or held', (links) => {
    expect(crashes(`run(1)${links}; const p = run(1)${links};`)).toEqual([false, false]);
  });

  it.each(CHAINS.filter(([, stays]) => !stays))('safe(1)%s, which rejects nothing before', (links) => {
    expect(crashes(`void safe(1)${links};`)).toEqual([false]);
  });
});

describe('what the function that gives a promise catches', () => {
  it.each([
    ['async function f(x) { await x; }', true],
    ['async function f(x) { try { await x; } catch { log(x); } }', false],
    ['async function f(x) { try { await x; } catch (error) { throw error; } }', true],
    ['async function f(x) { try { await x; } catch { await run(x); } }', true],
    ['async function f(x) { try { await x; } finally { log(x); } }', true],
    ['async function f(x) { try { await x; } catch { log(x); } finally { log(x); } }', false],
    ['async function f(x) { const y = x.y; try { await y; } catch { log(x); } }', false],
    ['async function f(x) { await run(x); try { await x; } catch { log(x); } }', true],
    ['async function f(x) { for (const y of x) { try { await y; } catch { log(x); } } }', false],
    ['async function f(x) { for await (const y of x) log(y); }', true],
    // Without an await, nothing is caught.
    ['async function f(x) { try { return run(x); } catch { log(x); } }', true],
    ['async function f(x) { try { return await run(x); } catch { log(x); } }', false],
    ['async function f(x) { try { return safe(x); } catch { log(x); } }', false],
    ['async function f(x) { await run(x).catch(log); }', false],
    ['async function f(x) { await run(x).catch(log).then(run); }', true],
    ['function f(x) { return run(x).catch(log); }', false],
    ['const f = (x) => run(x).catch(log);', false],
    ['const f = (x) => run(x);', true],
    ['const f = (x) => (x ? safe(x) : safe(1));', false],
    ['const f = (x) => (x ? safe(x) : run(1));', true],
    ['async function f(x) { try { await x; await f(x.y); } catch { log(x); } }', false],
  ])('%s: may reject: %s', (declared, may) => {
    expect(crashes('void f(1);', declared)).toEqual([may]);
    expect(crashes('f(1);', declared)).toEqual([may]);
    expect(crashes('[1].forEach(f);', declared)).toEqual([may]);
  });

  it.each([
    ['Promise.all([run(1), safe(2)]);', true],
    ['Promise.all([run(1).catch(log), safe(2)]);', false],
    ['Promise.allSettled([run(1), run(2)]);', false],
    ['Promise.race([run(1).catch(log), run(2)]);', true],
    ['Promise.any([run(1), safe(2)]);', false],
    ['Promise.any([run(1), run(2)]);', true],
    ['Promise.any([]);', true],
    ['Promise.all(req.body.map(run));', true],
    ['Promise.all(req.body.map(safe));', false],
    ['Promise.all(req.body.map((x) => run(x).catch(log)));', false],
    ['Promise.all(req.body.map(async (x) => { await run(x); }));', true],
    ['Promise.all(req.body);', true],
    ['(async () => { await run(1); })();', true],
    ['(async () => { try { await run(1); } catch { log(1); } })();', false],
    ['req.body.forEach(async (x) => { await run(x); });', true],
    ['req.body.forEach(async (x) => { await run(x).catch(log); });', false],
    ['req.body.forEach(async (x) => { await safe(x); });', false],
    ['req.body.forEach(async (x) => { await safe(x); await run(x); });', true],
    ['req.body.forEach(async (x) => { await safe(x); throw x; });', true],
    ['(async () => { await safe(1); })();', false],
    // It is not awaited, so that nothing catches it.
    ['try { run(1); } catch { log(1); }', true],
    ['try { safe(1); } catch { log(1); }', false],
  ])('%s may reject: %s', (body, may) => {
    expect(crashes(body).at(-1)).toBe(may);
    expect(crashes(body)).not.toEqual([]);
  });
});

describe('a file that listens to all rejections', () => {
  it.each([
    ["process.on('unhandledRejection', log);", false],
    ["process.on('unhandledRejection', (error) => { log(error); });", false],
    ["process.addListener('uncaughtException', (error) => log(error));", false],
    ["function listen() { process.on('unhandledRejection', log); }", false],
    // They end the process themselves.
    ["process.on('unhandledRejection', (error) => { throw error; });", true],
    ["process.on('unhandledRejection', (error) => { log(error); process.exit(1); });", true],
    ["process.on('unhandledRejection', end);\nfunction end(error) { process.exit(1); }", true],
    ["process.on('unhandledRejection', (error) => { end(error); });\nfunction end() { process.exit(1); }", true],
    ["process.on('unhandledRejection', () => { setTimeout(() => process.exit(1), 1000); });", true],
    ["process.on('unhandledRejection', () => { app.close(() => process.exit(1)); });", true],
    ["process.on('unhandledRejection', () => a());\nconst a = () => b();\nconst b = () => process.exit(1);", true],
    ["process.on('unhandledRejection', () => again());\nfunction again() { again(); }", false],
    ["process.once('unhandledRejection', log);", true],
    ["process.off('unhandledRejection', log);", true],
    ["process.on('warning', log);", true],
    ["bus.on('unhandledRejection', log);", true],
    ['// unhandledRejection', true],
  ])('%s: can crash: %s', (listens, can) => {
    expect(crashes('run(1); void run(2);', listens)).toEqual([can, can]);
  });
});

describe('a catch that throws again', () => {
  const noteIn = (links: string): string => {
    const [finding] = findingsIn(`${HEAD}app.post('/x', (req, res) => { run(1)${links}; res.end(); });`);
    return finding?.note ?? '';
  };

  it.each([
    ['.catch((error) => { throw error; })', 'Its catch only rethrows, so nothing is handled.'],
    ['.catch((error) => { log(error); throw error; })', 'Its catch throws again, so the process can still crash.'],
    ['.catch((error) => { throw error; }).catch(log)', ''],
    ['.catch((error) => { if (error.code) throw error; })', ''],
    ['.catch(log)', ''],
  ])('%s: %s', (links, note) => {
    expect(noteIn(links)).toBe(note);
  });
});

it('says that a catch which rejects again handles nothing', () => {
  const code = (end: string): string => `${HEAD}app.post('/x', (req, res) => { run(1).catch(${end}); res.json(1); });`;
  const notes = ['(e) => Promise.reject(e)', '(e) => { log(e); return Promise.reject(e); }', 'log'].map(
    (end) => findingsIn(code(end), {}, '/virtual/app.js')[0]?.note,
  );
  expect(notes).toEqual([
    'Its catch only rethrows, so nothing is handled.',
    'Its catch throws again, so the process can still crash.',
    undefined,
  ]);
});
