import { describe, expect, it } from 'vitest';
import { foundIn, inHandler } from '../support/marked.ts';

type Owned = readonly [code: string, before?: string];
type Lost = readonly [form: string, code: string];

/** Work whose end something waits for, though not by its promise, or that is none. */
const OWNED: readonly Owned[] = [
  ['const timeout = new Promise((r) => { setTimeout(() => r(null), 60_000) });'],
  [
    'return eventStream(signal, (send) => { async function run() { try { await w(); send(x) } catch {} } run(); return () => {} })',
  ],
  [
    'const stream = createStreamableValue(""); const fail = async () => { await w(); stream.error(1); }; void fail(); return { output: stream.value };',
  ],
  [
    'await new Promise((res, rej) => { first(n, (e, v) => e != null ? rej(e) : res(v), pred) })',
    'async function first(a, b, c) { await a; }',
  ],
  [
    'run(1, next); function run(x, _done) { const done = once(_done); mail(u).then(() => { done(null, p) }).catch((e) => { done(e) }) }',
  ],
  ['await new Promise((res) => { const stop = async () => { await f(); res() }; setTimeout(stop, ms) })'],
  ['return new Observable((s) => { const p = mail(u).then(() => s.complete(), (e) => s.error(e)) })'],
  ['return new Observable((s) => { void (async () => { try { await mail(u) } catch (e) { s.error(e) } })() })'],
  ['const ps = [mail(u)]; for (const p of ps) Promise.resolve(p).catch(() => {}); res.json(await Promise.all(ps));'],
  ['const ps = [mail(u)]; for (const p of ps) p.catch(() => {}); res.json(await Promise.all(ps));'],
  [
    'function* all() { yield mail(u); } const ps = [...all()]; for (const p of ps) Promise.resolve(p).catch(() => {}); res.json(await Promise.all(ps));',
  ],
  ['const archive = make(); archive.file(1); archive.finalize().catch(log); return archive;'],
  ['await new Promise((resolve, reject) => { client.onmessage = resolve; mail(u).catch(reject); });'],
  ['use((token, sessionCallback) => { const ack = (e) => { sessionCallback(e) }; mail(u).then(ack).catch(ack) });'],
  ['pump.on("set", async (value, callback) => { try { await mail(u); callback(); } catch (e) { callback(e); } });'],
  ['const job = await agent.start(); job.done.catch(log); await job.done;'],
  ['const job = await agent.start(); job.done.catch(log); keep(job);'],
  ['const link = await agent.connect(); link.closed.then(() => log(1)).catch(log); await link.send(u);'],
  ['const job = agent.last; job.done.then(() => mail(u)).catch(log);'],
  ['res.send(u).then(log, log);'],
  ['use((token, verified) => { mail(u).then(() => verified(null, u)).catch((e) => verified(e)) });'],
  ['const t = setInterval(() => { mail(u).catch(log) }, 1000); await audit(1); clearInterval(t);'],
  ['const t = setInterval(() => mail(u), 1000); try { await audit(1); } finally { clearInterval(t); }'],
  ['const t = setInterval(async () => { await mail(u) }, 1000); try { await audit(1); } finally { clearInterval(t); }'],
  [
    'const t = setInterval(() => mail(u), 1000); const stop = () => clearInterval(t); try { await audit(1) } finally { stop() }',
  ],
  [
    'const t = setInterval(() => mail(u), 1000); function stop() { clearInterval(t) } ws.once("close", stop); await audit(1); stop();',
  ],
  ['const t = setInterval(() => mail(u), 1000); const stop = () => clearInterval(t); return whenDone(audit(1), stop);'],
  ['ws.on("message", () => { const t = setInterval(() => mail(u), 1000); log(1); clearInterval(t); });'],
  ['const send = () => { res.json(1); }; mail(u).then(send).catch(next);'],
  [
    'const fail = (e) => { res.status(500).json(e); }; const ok = (x) => res.json(x); mail(u).then((x) => ok(x)).catch((e) => fail(e));',
  ],
  [
    'const finish = (n) => { if (n > 0) step(n); else res.end(); }; const step = (n) => { finish(n); }; mail(u).then(finish, step);',
  ],
  [
    'const finish = (n) => { if (n > 0) step(n); else res.end(); }; const step = (n) => { finish(n); }; mail(u).then(step, finish);',
  ],
  ['const r = { end: (b) => { next(b) } }; const w = r as any; void unknown(w);'],
  [
    'const parser = make(); (async () => { try { await pipeline(body, parser) } catch (e) { parser.destroy(e) } })().catch(() => {}); for await (const x of parser) log(x);',
  ],
  [
    'void sleep(5).then(() => { log(1); process.exit(1); }); await mail(u);',
    'const sleep = (ms) => new Promise((r) => setTimeout(r, ms));',
  ],
  [
    'await runMiddleware(mid, req, res);',
    'const mid = async (a, b, c) => { await a; c(); }; function runMiddleware(m, req, res) { return new Promise((resolve, reject) => { m(req, res, (err) => (err ? reject(err) : resolve())); }); }',
  ],
  [
    'await new Promise((resolve, reject) => { function fire(w) { w.execute(1, (e, v) => e ? reject(e) : resolve(v)) } import("x").then((t) => { fire(t) }); });',
  ],
  ['void store.get(u, (err, row) => { log(row); });'],
];

/** Near misses: the same words, and nothing waits. */
const LOST: readonly Lost[] = [
  ['voided', 'void store.get(u, (error) => log(error));'],
  ['voided', 'void store.get((err, row) => log(row), u);'],
  ['voided', 'void trySafe(p, (error) => log(error));'],
  ['unread', 'const p = unknown(); void p.then(a).then(b); if (x) p.then(c)'],
  ['caught', 'const { done } = await agent.start(); done.catch(log);'],
  ['caught', 'const job = await agent.start(); log(job.id); job.done.then(() => mail(u)).catch(log);'],
  ['voided', 'void helper(mail(u));'],
  ['caught', 'const send = () => { log(1); }; mail(u).then(send).catch(log);'],
  ['caught', 'await new Promise((resolve, reject) => { mail(u).catch(reject); resolve(1); });'],
  ['caught', 'mail(u).catch(() => process.exit(1));'],
  ['callback', 'setInterval(() => mail(u), 1000);'],
  ['callback', 'const t = setInterval(() => mail(u), 1000); clearInterval(other);'],
  ['callback', 'const t = setInterval(() => mail(u), 1000); setTimeout(() => clearInterval(t), 10);'],
  ['callback', 'const t = setInterval(async () => { await mail(u); clearInterval(t); }, 1000);'],
  [
    'callback',
    'const t = setInterval(async () => { await mail(u); }, 1000); ws.once("close", () => clearInterval(t));',
  ],
  [
    'callback',
    'const t = setInterval(async () => { await mail(u); }, 1000); const stop = () => clearInterval(t); ws.once("close", stop);',
  ],
  [
    'callback',
    'const t = setInterval(() => mail(u), 1000); function stop() { clearInterval(t) } ws.once("close", () => { log(1); stop(); });',
  ],
  [
    'callback',
    'const t = setInterval(() => mail(u), 1000); const clear = () => clearInterval(t); const stop = () => { clear(); }; setTimeout(stop, 10);',
  ],
  [
    'chained',
    'const logger = make(u); mail(u).then(() => { logger.error(1); }); logger.info(1); return load({ logger });',
  ],
  ['chained', 'mail(u).then(() => { console.error(1); }); return load({ console });'],
  ['caught', 'const order = load(); order.finalize().catch(log); return order;'],
  ['voided', 'void audit(verified);'],
  ['caught', 'mail(res.send(u)).then(log, log);'],
  ['caught', 'mail.send(u).then(log, log);'],
  ['chained', 'res.send(u).then(() => mail(u));'],
  ['chained', 'res.send(u).finally(log).then(mail);'],
  ['callback', 'pump.on("set", async (value, callback) => { await mail(u); callback(); });'],
  [
    'callback',
    'pump.on("set", async (value, callback) => { callback(); try { await mail(u); } catch (e) { callback(e); } });',
  ],
  [
    'callback',
    'pump.items.forEach(async (callback) => { try { await mail(u); await callback(1); } catch (e) { callback(e); } });',
  ],
  [
    'callback',
    'pump.on("set", async (value, callback) => { try { await mail(u); } catch (e) { callback(e); } log(1); });',
  ],
  ['caught', 'use((token, sessionCallback) => { mail(u).then(log).catch(() => log(sessionCallback)) });'],
  ['caught', 'use((token, onProgressCallback) => { mail(u).then(onProgressCallback).catch(onProgressCallback) });'],
  ['voided', 'const r = { end: (b) => { log(b) } }; const w = r as any; void unknown(w);'],
  ['caught', '(async () => { await pipeline(body, file) })().catch(() => {}); for await (const x of parser) log(x);'],
  [
    'callback',
    'const source = (a, b) => { setTimeout(() => { b(); }, 1); }; source(signal, async (send) => { await mail(u); });',
  ],
  ['caught', 'await new Promise((resolve, reject) => { mail(u).catch(reject); audit(1).then(resolve, reject); });'],
  ['caught', 'async function helper(id, req, team) { mail(team).catch(log); } await helper(1, req, 2);'],
];

describe('something waits for the end of the work', () => {
  it.each(OWNED)('%s', (code, before = '') => {
    // The launch beside it proves that the handler is looked at.
    expect(foundIn(`${before}${inHandler(`${code}\nvoid audit('control');`)}`)).toEqual([
      "voided: void audit('control')",
    ]);
  });
});

describe('nothing waits for the end of the work', () => {
  it.each(LOST)('%s: %s', (form, code) => {
    expect(foundIn(inHandler(code)).map((found) => found.split(':')[0])).toEqual([form]);
  });
});

describe('what a comment says of a function that gives nothing', () => {
  const documented = (body: string): string =>
    `/** @returns {Promise<void>} */\nfunction check(x) { ${body} }\n${inHandler('check(1);')}`;
  it.each([
    ['gives nothing', 'if (!x) throw new Error();', []],
    ['gives something', 'return unknown(x);', ['floating: check(1)']],
    ['is for others to write', 'throw new Error("abstract");', ['floating: check(1)']],
  ])('%s', (_title, body, expected) => {
    expect(foundIn(documented(body))).toEqual(expected);
  });
});

it('a heartbeat counts in strict', () => {
  const code = inHandler('const t = setInterval(() => mail(u), 1000); await audit(1); clearInterval(t);');
  expect(foundIn(code, { strict: true })).toEqual(['callback: () => mail(u)']);
});
