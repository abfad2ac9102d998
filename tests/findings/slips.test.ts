import { describe, expect, it } from 'vitest';
import { findingsIn } from '../support/findings.ts';
import { findingsInPackage } from '../support/packages.ts';
import { planned } from '../support/rewritten.ts';

const HEAD = `import express from 'express';
import { Queue } from 'bullmq';
const queue = new Queue('q');
const app = express();
async function run(x) { await x; }
async function assertOpen(id) { await id; }
async function checkout(id) { await id; }
async function mayRead(user) { const role = await user.role; if (role !== 'owner') throw new Error('no'); }
async function checkAccess(user) { await run(user); if (!user.ok) throw new Error('no'); }
async function checkForUpdates() { const version = await run(1); if (!version) throw new Error('no'); }
async function verifyLater(id) { await run(id); if (id > 9) throw new Error('no'); }
async function validateCache(id) { await run(id); }
async function ensureWarm(id) { try { if (id > 9) throw new Error('no'); await run(id); } catch { /* cold */ } }
async function store(user) { const stored = await run(user); if (!stored) throw new Error('no'); }
async function save(user) { if (!user) throw new Error('no'); await user.save(); }
class Account { name; async save() { await run(this); } async setName(name) { this.name = await run(name); } async setAll(x) { await run(x); Object.assign(this, x); } async setCopy(x) { await run(x); Object.assign(x, this); } async setLater(x) { await run(x); } }
const accounts = { async save(account) { await run(account); } };
const limiter = { async removeTokens(n) { await run(n); }, async consume(key) { await run(key); } };
const feed = { async consume(key) { await run(key); } };
async function hush(x) { try { await x; } catch { console.log(x); } }
const db = { async transaction(work) { await work({}); } };
class Hub {
  state = {};
  async load() { const open = await run(1); this.state.open = open; }
  async loadAll() { this.state.open = true; await run(1); }
  async join() { this.load(); return await run(this.state.open); }
  async joinAll() { this.loadAll(); return await run(this.state.open); }
  async leave() { if (this.state.open) { this.load(); return; } await run(2); }
  start() { this.load(); return run(this.state.open); }
}
const access = { async authorizeUser(u) { await u; } };
`;

function handler(body: string, async = 'async '): string {
  return `${HEAD}app.post('/x', ${async}(req, res) => {\n${body}\n});\n`;
}

describe('a launch that is most likely a forgotten await', () => {
  it.each([
    ['an assertion', 'assertOpen(req.params.id);\nres.json(1);'],
    ['one behind void', 'void assertOpen(req.params.id);\nres.json(1);'],
    ['an authorisation of an object', 'access.authorizeUser(req.user);\nres.json(1);'],
    ['a check whose body refuses', 'checkAccess(req.user);\nres.json(1);'],
    ['a function that does nothing but throw', 'mayRead(req.user);\nres.json(1);'],
    ['a limit that holds up the code', 'limiter.removeTokens(1);\nres.json(1);'],
    ['a limit for each key', 'void limiter.consume(req.ip);\nres.json(1);'],
    [
      'a call before a return, where the other calls are awaited',
      'if (req.query.all) { store(req.user); return; }\nawait store(req.user);\nres.json(1);',
    ],
    ['an object that stores its changes', 'const a = new Account();\na.name = 1;\na.save();\nres.json(1);'],
    ['the store of a changed object', 'const a = new Account();\na.name.first = 1;\naccounts.save(a);\nres.json(1);'],
    [
      'an object that a method of its own changed',
      'const a = new Account();\nawait a.setName(1);\na.save();\nres.json(1);',
    ],
    [
      'the store of a new object, where a failure answers, too',
      'try { const a = new Account(req.body); accounts.save(a); return res.json(1); } catch { res.status(500).end(); }',
    ],
    ['a step of a transaction', 'await db.transaction(async (tx) => { await run(tx); run(1); });\nres.json(1);'],
    ['what fills the fields that the code after it reads', 'await new Hub().join();\nres.json(1);'],
    ['a method that sets a field', 'const a = new Account();\na.setName(1);\nres.json(a);'],
    ['a method that sets several', 'const a = new Account();\na.setAll({ name: 1 });\nres.json(a);'],
    [
      'all of a try whose catch throws',
      'try { run(req); } catch (e) { console.log(e); throw new Error(e); }\nres.json(1);',
    ],
    ['the end of a try whose catch answers', 'try { run(req); } catch { return res.status(409).end(); }\nres.json(1);'],
    [
      'a function that calls itself',
      'async function next(n) { await run(n); if (n > 0) { next(n - 1); n = 0; } }\nawait next(3);',
    ],
    ['the end of what is awaited for each', 'await Promise.all(req.body.map(async (x) => { run(x); }));\nres.json(1);'],
    [
      'the end of what a variable holds that is awaited',
      'const all = req.body.map(async (x) => { run(x); });\nawait Promise.all(all);\nres.json(1);',
    ],
  ])('%s: to await comes first, and a person decides', (_, body) => {
    const [finding] = findingsIn(handler(body));
    expect(finding?.remedies.slice(0, 2)).toEqual(['await', 'fire-task']);
    expect(finding?.note).toBe(finding?.slip?.why);
    const { rewrites, skips } = planned(handler(body));
    expect([rewrites, skips.map(({ code }) => code)]).toEqual([[], ['likely-slip']]);
  });

  it('a method that sets a field, known by its name alone: a person decides', () => {
    const { findings } = findingsInPackage(
      ['express'],
      {
        'account.js': 'export class Account { async setName(name) { await post(name); this.name = name; } }',
        'app.js': `import express from 'express';
const accounts = {};
express().post('/x', (req, res) => { accounts[req.body.id].setName(1); res.end(); });`,
      },
      'app.js',
    );
    expect(findings.map(({ callee, slip }) => [callee, slip?.why])).toEqual([
      ['accounts[…].setName', 'It sets a field that the code after it may read, but only if it is awaited.'],
    ]);
  });

  it.each([
    ['in place', 'await Promise.all(req.body.map((x) => { run(x); }));\nres.json(1);'],
    ['in a variable', 'const all = req.body.map((x) => { run(x); });\nawait Promise.all(all);\nres.json(1);'],
  ])('what is awaited for each, and nothing returns it, %s: a person returns it', (_, body) => {
    const { rewrites, skips } = planned(handler(body));
    expect([rewrites, skips.map(({ code, reason }) => [code, reason])]).toEqual([
      [],
      [
        [
          'likely-slip',
          'The code that collects the results waits for nothing, because this function does not return the call. ' +
            'Return it, or make it a task if it is meant.',
        ],
      ],
    ]);
  });

  it.each(['', '.catch(console.error)'])('what a transaction%s does for each item: a person awaits it', (caught) => {
    const code = handler(
      `await db.transaction(async () => { [1].forEach(async (x) => { await run(x); }); })${caught};\nres.json(1);`,
    );
    const { rewrites, skips } = planned(code);
    expect([rewrites, skips.map(({ reason }) => reason)]).toEqual([
      [],
      ['It is a step of a transaction, which ends without waiting for it. Await it, or make it a task if it is meant.'],
    ]);
  });

  it.each([
    ['a guard', 'assertOpen(1);\nres.json(1);', 'await assertOpen(1);\nres.json(1);'],
    ['one behind void', 'void assertOpen(1);\nres.json(1);', 'await assertOpen(1);\nres.json(1);'],
    [
      'what a try protects',
      'try { run(req); } catch { return res.status(409).end(); }\nres.json(1);',
      'try { await run(req); } catch { return res.status(409).end(); }\nres.json(1);',
    ],
  ])('is awaited where its owner asks for it: %s', (_, body, after) => {
    const { output, rewrites } = planned(handler(body), 'app.js', { awaitGuards: true });
    expect(output).toBe(handler(after));
    expect(rewrites.map(({ remedy }) => remedy)).toEqual(['await']);
    expect(planned(output, 'app.js', { awaitGuards: true }).output, 'nothing is left').toBe(output);
  });

  it.each([
    ['a variable takes what nobody reads', handler('const ok = mayRead(1);\nres.json(1);')],
    ['nothing can be awaited', handler('assertOpen(1);\nres.json(1);', '')],
    [
      'a function calls itself, which may go on for ever',
      handler('async function next(n) { await run(n); if (n > 0) { next(n - 1); n = 0; } }\nawait next(3);'),
    ],
    ['a callback in between is not async', handler('[1].map((x) => { assertOpen(x); });\nres.json(1);')],
  ])('is left to a person all the same where %s', (_, code) => {
    const { rewrites, skips } = planned(code, 'app.js', { awaitGuards: true });
    expect([rewrites, skips.map((skip) => skip.code)]).toEqual([[], ['likely-slip']]);
  });

  it('gets no task for a quick fix where nothing can be awaited', () => {
    expect(findingsIn(handler('assertOpen(1);\nres.json(1);', '')).map(({ remedies }) => remedies)).toEqual([[]]);
  });

  it.each([
    ['a name that only begins so', 'checkout(1);\nres.json(1);'],
    ['a function that works, too', 'save(req.user);\nres.json(1);'],
    ['one that works in a declaration', 'store(req.user);\nres.json(1);'],
    ['the only call before a return', 'if (req.query.all) { store(req.user); return; }\nres.json(1);'],
    ['a call that more follows', 'if (req.query.all) store(req.user);\nawait store(req.user);\nres.json(1);'],
    [
      'a call before a return, where another is passed on',
      'if (req.query.all) { store(req.user); return; }\nif (req.query.some) hold(store(req.user));\nelse await store(req.user);\nres.json(1);',
    ],
    ['what consumes no limit', 'feed.consume(1);\nres.json(1);'],
    ['an object that nothing changed', 'const a = new Account();\na.save();\nres.json(1);'],
    ['an object that is changed afterwards', 'const a = new Account();\na.save();\na.name = 1;\nres.json(1);'],
    ['an object that was only read again', 'const a = new Account();\nawait a.reload();\na.save();\nres.json(1);'],
    [
      'the store of a new object that no failure answers',
      'const a = new Account(req.body);\naccounts.save(a);\nres.json(1);',
    ],
    [
      'the store of a new object before more work',
      'try { const a = new Account(req.body); accounts.save(a); await run(1); res.json(1); } catch { res.status(500).end(); }',
    ],
    ['a step of a transaction that is put off', 'await db.transaction(async (tx) => { void run(tx); });\nres.json(1);'],
    ['what follows a transaction', 'await db.transaction(async (tx) => { await run(tx); });\nrun(1);\nres.json(1);'],
    ['what fills the fields before it waits', 'await new Hub().joinAll();\nres.json(1);'],
    ['what fills fields before a mere return', 'await new Hub().leave();\nres.json(1);'],
    ['what fills fields where nothing can be awaited', 'await new Hub().start();\nres.json(1);'],
    ['a try around what fails for nobody', 'try { hush(req); } catch { return res.status(409).end(); }\nres.json(1);'],
    ['an object that notes its use', 'const a = new Account();\na.lastSeenAt = 1;\na.save();\nres.json(1);'],
    [
      'a changed object that is meant to be stored later',
      'const a = new Account();\na.name = 1;\nvoid a.save();\nres.json(1);',
    ],
    ['a method that fills another object', 'const a = new Account();\na.setCopy({});\nres.json(a);'],
    ['a method that only begins like a setter', 'const a = new Account();\na.setLater(1);\nres.json(a);'],
    ['a check that nobody waits for', 'checkForUpdates();\nres.json(1);'],
    ['one that is put off', 'verifyLater(1);\nres.json(1);'],
    ['a check that refuses nothing', 'validateCache(1);\nres.json(1);'],
    [
      'what a class only has so that others write it',
      'class Files { async remove(path) { throw new Error("not implemented"); } }\nnew Files().remove(1);\nres.json(1);',
    ],
    ['one that keeps its refusals to itself', 'ensureWarm(1);\nres.json(1);'],
    ['a try that has answered before', 'try { res.json(1); run(req); } catch { res.status(500).end(); }'],
    [
      'the end of a try whose catch throws',
      'try { await run(1); run(req); } catch (e) { throw new Error(e); }\nres.json(1);',
    ],
    ['a try whose catch throws only sometimes', 'try { run(req); } catch (e) { if (e.bad) throw e; }\nres.json(1);'],
    ['a try whose catch only logs', 'try { run(req); } catch (e) { console.log(e); }\nres.json(1);'],
    ['the end of what nobody collects', '[1].map(async (x) => { run(x); }).length;\nres.json(1);'],
    [
      'the end of what is returned before, too',
      'await Promise.all([1].map((x) => { if (x) return x.done; run(x); }));\nres.json(1);',
    ],
    ['what a variable holds that nobody awaits', 'const all = [1].map((x) => { run(x); });\nres.json(all.length);'],
    ['what is let go before the end', 'await Promise.all([1].map(async (x) => { run(x); await 1; }));\nres.json(1);'],
    ['a module that is loaded', "import('./later.js');\nres.json(1);"],
    ['a handled rejection', 'assertOpen(1).catch(console.error);\nres.json(1);'],
  ])('is not seen in %s', (_, body) => {
    expect(planned(handler(body)).rewrites.map(({ finding, remedy }) => [finding.slip, remedy])).toEqual([
      [undefined, 'fire-task'],
    ]);
  });

  it('an enqueue becomes a task, with a note that awaiting is better', () => {
    expect(planned(handler("queue.add('x', {});\nres.json(1);")).rewrites.map(({ note }) => note)).toEqual([
      'Awaiting it is better: a job that is not queued yet is lost with the process.',
    ]);
  });
});
