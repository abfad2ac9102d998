import { describe, expect, it } from 'vitest';
import type { FormName } from '../../src/findings/forms.ts';
import type { UserOptions } from '../../src/findings/options.ts';
import { FORM_NAMES } from '../../src/findings/forms.ts';
import { foundIn, inHandler } from '../support/marked.ts';

/**
 * The verdicts of the 92 patterns of the lint facts, section E, that need neither types nor another file; the others
 * have tests of their own.
 */
const FINDINGS: readonly (readonly [code: string, ...forms: string[]])[] = [
  ['mail(u);', 'floating'],
  ['void mail(u);', 'voided'],
  ['void unknown(u);', 'voided'],
  ['void unknown(u).catch(log);', 'voided'],
  ['void db.unknown(u).then(ok).catch(() => {});', 'voided'],
  ['return void mail(u);', 'voided'],
  ['void req.jobs.add(u);', 'voided'],
  ['class Job { run() { void this.queue.add(u); } } new Job().run();', 'voided'],
  ['query.rows(() => { void this.queue.add(u); });', 'voided'],
  ['void res.locals.jobs.add(u);', 'voided'],
  ['hot ? void mail(u) : void audit(1);', 'voided', 'voided'],
  ['onDone(() => void mail(u));', 'voided'],
  ['mail(u).catch(log);', 'caught'],
  ['mail(u).catch(() => {});', 'caught'],
  ['mail(u).then(ok, log);', 'caught'],
  ['mail(u).then(ok, undefined);', 'chained'],
  ['mail(u).catch(null);', 'chained'],
  ['mail(u).catch(log).finally(f);', 'caught'],
  ['mail(u).catch((e) => { throw e; });', 'caught'],
  ['mail(u).then(ok);', 'chained'],
  ['mail(u).finally(f);', 'chained'],
  ['const p = mail(u);', 'unread'],
  ['const _ = mail(u);', 'unread'],
  ['let p; p = mail(u);', 'unread'],
  ['_ = mail(u);', 'unread'],
  ['const p = mail(u); p.catch(log);', 'unread'],
  ['const p = mail(u); void p;', 'unread'],
  ['const p = mail(u); const q = p;', 'unread'],
  ['const ps = []; ps.push(mail(u));', 'unread'],
  ['const o = { p: mail(u) };', 'unread'],
  ['const m = new Map(); m.set(1, mail(u));', 'unread'],
  ['const s = new Set(); s.add(mail(u));', 'unread'],
  ['ids.forEach(async (i) => { await audit(i); });', 'callback'],
  ['ids.forEach((i) => audit(i));', 'callback'],
  ['ids.forEach(audit);', 'callback'],
  ['ids.map(async (i) => { await audit(i); });', 'mapped'],
  ['ids.map(audit);', 'mapped'],
  ['ids.map((i) => audit(i));', 'mapped'],
  ['ids.map((i) => { audit(i); });', 'floating'],
  ['await ids.map(audit);', 'mapped'],
  ['Promise.all(ids.map(audit));', 'combined'],
  ['Promise.allSettled([mail(u), audit(1)]);', 'combined'],
  ['Promise.any(ids.map(audit));', 'combined'],
  ['Promise.race([mail(u), audit(1)]);', 'combined'],
  ['setTimeout(async () => { await mail(u); }, 10);', 'callback'],
  ['setTimeout(() => mail(u), 10);', 'callback'],
  ['setTimeout(mail, 10, u);', 'callback'],
  ['setTimeout(() => { mail(u); }, 10);', 'floating'],
  ['setInterval(() => audit(1), 1e3);', 'callback'],
  ['setImmediate(async () => { await audit(1); });', 'callback'],
  ['queueMicrotask(async () => { await audit(1); });', 'callback'],
  ['process.nextTick(async () => { await mail(u); });', 'callback'],
  ["res.on('finish', async () => { await audit(1); });", 'callback'],
  ["res.once('finish', async () => { await audit(1); });", 'callback'],
  ["target.addEventListener('done', async () => { await audit(1); });", 'callback'],
  ["res.on('close', () => { mail(u); });", 'floating'],
  ['(async () => { await mail(u); })();', 'iife'],
  ['(async function () { await mail(u); })();', 'iife'],
  ['(async () => { await mail(u); })().catch(log);', 'caught'],
  ['hot && mail(u);', 'floating'],
  ['log(), mail(u);', 'floating'],
  ['hot ? mail(u) : audit(1);', 'floating', 'floating'],
  ['mail(u) ?? log(1);', 'floating'],
  ['const svc = { send: mail }; svc?.send?.(u);', 'floating'],
  ['if (mail(u)) { log(1); }', 'answered'],
  ['log(!mail(u));', 'answered'],
  ['log(`${mail(u)}`);', 'answered'],
  ['log({ ...mail(u) });', 'answered'],
  ['res.json(mail(u));', 'answered'],
  ['res.status(200).json(mail(u));', 'answered'],
  ['new Promise((r) => store.save(r));', 'floating'],
  ['(mail(u) as any);', 'floating'],
  ['mail(u)!;', 'floating'],
  ['(mail(u) satisfies unknown);', 'floating'],
  ['for (const i of ids) audit(i);', 'floating'],
  ['switch (kind) { case 1: mail(u); break; }', 'floating'],
  ['try { mail(u); } catch (e) { log(e); }', 'floating'],
  ['Promise.resolve().then(() => mail(u));', 'chained'],
  ['Promise.resolve().then(() => { mail(u); throw u; });', 'chained', 'floating'],
  ['Promise.resolve(mail(u)).catch(() => {});', 'caught'],
  ['const jobs = { a: async () => { await u; }, b: async () => { await u; } }; jobs[kind]();', 'floating'],
  [
    'const jobs = { a: async () => { await u; }, b: async () => { await u; } }; const job = jobs[kind]; job();',
    'floating',
  ],
  ['fetch(url);', 'floating'],
  ["import('./later.js');", 'floating'],
  ['helper(u); function helper(x) { mail(x); }', 'floating'],
  ['ctx.waitUntil((async () => { mail(u); await audit(1); })());', 'floating'],
  ['const f = async () => { await u; }; f();', 'floating'],
  ['mail(u, { signal });', 'floating'],
  ['mail(u, (interval) => { res.end(String(interval)); });', 'floating'],
  ['tell(u); async function tell(x) { if (!x) return console.error(x); await mail(x); }', 'floating'],
  ['unknown(u).then(ok);', 'chained'],
  ['unknown(u).catch(log);', 'caught'],
  ['res.json({}); mail(u).then(() => res.end()).catch(next);', 'caught'],
  ['let a = mail(u); let b = a; a = b;', 'unread'],
  ['const run = create(); (async () => { await mail(u); run.close(); })(); res.json({});', 'iife'],
  ['finish(); try { await u; } finally { mail(u); }', 'floating'],
];

const SILENCES: readonly string[] = [
  'svc.last = mail(u);',
  'req.pending = mail(u); next();',
  'res.locals.job = mail(u);',
  'memo[k] ??= mail(k);',
  'take(mail(u));',
  'defer(() => mail(u));',
  'new Job(mail(u));',
  'await mail(u);',
  'return mail(u);',
  'await Promise.all([mail(u), audit(1)]);',
  'return Promise.all(ids.map(audit));',
  'const p = mail(u); log(1); await p;',
  'const p = mail(u); try { log(1); } finally { await p; }',
  'const [a] = [mail(u)]; await a;',
  'let p; if (hot) p = mail(u); else p = audit(1); await p;',
  'const p = mail(u); const go = async () => { await p; }; await go();',
  'const ps = []; for (const i of ids) ps.push(audit(i)); await Promise.all(ps);',
  'const ps = []; ids.forEach((i) => { ps.push(audit(i)); }); await Promise.all(ps);',
  'await Promise.all(ids.map((i) => limit(() => audit(i))));',
  'hot && (await mail(u));',
  'for await (const x of generate(u)) log(x);',
  'const p = mail(u); p.catch(() => {}); await p;',
  'mail(u).then((x) => res.json(x)).catch(next);',
  'mail(u).then((x) => res.json(x), next);',
  '(async () => { await mail(u); next(); })().catch(next);',
  '(async () => { try { res.json(await mail(u)); } catch (e) { res.status(500).end(); } })();',
  'mail(u).then((x) => res.json(x));',
  'await new Promise((ok, bad) => { mail(u).then(ok, bad); });',
  'void mail(req, res);',
  'mail(u, next);',
  'req.login(u, cb);',
  'mail(u, (err) => { res.end(String(err)); });',
  'mail(u, (saveErr) => { res.end(String(saveErr)); });',
  'mail(u, (innerError, row) => { res.end(row); });',
  'tell(u); function tell(x) { return console.error(x); }',
  'res.json({}); await mail(u);',
  'ctx.waitUntil(mail(u));',
  "res.json({}); bus.emit('x', u); stream.pipe(res); logger.info('x');",
  'next();',
  'unknown(u);',
  'void unknown;',
  "query.rows(function () { void this.orderBy('at').limit(1); });",
  'if (!u) return void res.status(400).json({ error: u });',
  "void res.redirect('/');",
  "void req.header('x');",
  'void [].push(u);',
  'void setTimeout(f, 5);',
  'void 0;',
  'items.map((i) => i.id);',
  'items.forEach((i) => log(i));',
  "busboy.on('file', async () => { await mail(u); res.end(); });",
  'await using job = mail(u);',
  'const p = mail(u); p.then((x) => res.json(x)).catch(next);',
  'await Promise.race([mail(u), audit(1)]);',
  'throw mail(u);',
  'Promise.resolve().then(() => { throw u; });',
  'Promise.resolve(log(u)).catch(() => {});',
  'const jobs = { a: async () => { await u; }, b: () => 1 }; jobs[kind]();',
  'const jobs = { a: async () => { await u; }, ...u }; jobs[kind]();',
  'for (const p of u) Promise.resolve(p).then(() => {});',
  "const stream = createStreamableValue(''); (async () => { stream.update(await u); stream.done(); })(); if (u) return { output: stream.value };",
  'let p = mail(u); while (hot) { p = p.then(() => mail(u)); } await p;',
  'setTimeout(() => { log(1); }, 10);',
  'function never() { log(1); }',
  'async function* generate(x) { yield x; } generate(u);',
  'const job = { run: () => mail(u) }; start(job);',
  'class Own extends Own {} new Own().load();',
  'const timed = (P) => class extends P {}; class Model extends timed(timed(Base)) {} new Model().load();',
  'const all = ([f, ...r]) => (f ? class extends all(r) {} : Base); class Model extends all([1, 2]) {} new Model().load();',
];

/** Forms that need more than the handler of the others. */
const ELSEWHERE: readonly { readonly form: FormName; readonly code: string; readonly options?: UserOptions }[] = [
  { form: 'lazy', code: `import knex from 'knex';\nconst db = knex({});\n${inHandler("db('users').insert(u);")}` },
  {
    form: 'middleware',
    code: "import Koa from 'koa';\nnew Koa().use(async (ctx, next) => { next(); ctx.set('x', await ctx.y); });",
  },
  { form: 'raced', code: inHandler('await Promise.race([mail(u), hot]);'), options: { strict: true } },
  { form: 'partial', code: inHandler('const p = mail(u); if (hot) return; await p;'), options: { strict: true } },
];

describe('patterns elsewhere', () => {
  it.each(ELSEWHERE)('are reported as $form', ({ form, code, options }) => {
    expect(foundIn(code, options).map((found) => found.split(':')[0])).toEqual([form]);
  });
});

it('there is a pattern for each form', () => {
  const shown = new Set<string>([...FINDINGS.flatMap(([, ...forms]) => forms), ...ELSEWHERE.map(({ form }) => form)]);
  expect(FORM_NAMES.filter((form) => !shown.has(form))).toEqual([]);
});

describe('patterns in an Express handler', () => {
  it.each(FINDINGS)('reports %s', (code, ...forms) => {
    expect(foundIn(inHandler(code)).map((found) => found.split(':')[0])).toEqual(forms);
  });

  it.each(SILENCES)('is silent about %s', (code) => {
    // The launch beside it proves that the handler is looked at.
    expect(foundIn(inHandler(`${code}\nvoid audit('control');`))).toEqual(["voided: void audit('control')"]);
  });
});
