import { describe, expect, it } from 'vitest';
import { findingsInPackage } from '../support/packages.ts';
import { flags, silent } from '../support/marked.ts';

describe('a callback given to a function of the same package', () => {
  flags(
    'that drops its promise',
    `
    import express from 'express';
    const app = express();
    async function mail(x) { await x; }
    function each(list, fn) { for (const item of list) fn(item); }
    function later(fn) { setTimeout(() => { fn(); }, 10); }
    class Queue { run(fn) { void fn(); } }
    app.post('/', async (req, res) => {
      each(req.body.ids, async (id) => { await mail(id); });
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ callback
      later(async () => { await mail(1); });
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ callback
      new Queue().run(async () => { await mail(3); });
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ callback
      each(req.body.ids, mail);
                         ^^^^ callback
      each(req.body.ids, (id) => mail(id));
                         ^^^^^^^^^^^^^^^^ callback
      res.sendStatus(202);
    });`,
  );

  flags(
    'that gives it to a timer, and not another one',
    `
    import express from 'express';
    const app = express();
    async function mail(x) { await x; }
    const later = (ms, fn) => setTimeout(fn, ms);
    async function sent(make, res, next) { if (off) return setImmediate(next); res.send(await make()); }
    app.post('/', async (req, res, next) => {
      later(5, async () => { await mail(1); });
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ callback
      later(5, () => mail(2));
               ^^^^^^^^^^^^^ callback
      await sent(mail, res, next);
      await sent(async () => await mail(3), res, next);
    });`,
  );

  flags(
    'a chain on its promise is reported once, where it stands',
    `
    import express from 'express';
    async function mail(x) { await x; }
    function guarded(fn) {
      fn().catch(log);
      ^^^^^^^^^^^^^^^ caught
    }
    express().post('/', (req, res) => { guarded(async () => { await mail(2); }); res.sendStatus(202); });`,
  );

  silent(
    'that awaits, returns, keeps or passes it on',
    `
    import express from 'express';
    const app = express();
    async function mail(x) { await x; }
    async function each(list, fn) { for (const item of list) await fn(item); }
    const retry = async (fn) => { try { return await fn(); } catch { return fn(); } };
    const timed = (name, fn) => fn().finally(() => stop(name));
    const all = (fns) => Promise.all(fns.map((fn) => fn()));
    const listeners = [];
    const listen = (fn) => { listeners.push(fn); };
    const both = (fn) => { fn(); other(fn); };
    app.post('/', async (req, res) => {
      await each(req.body.ids, async (id) => { await mail(id); });
      await retry(async () => { await mail(1); });
      await timed('mail', async () => { await mail(2); });
      await all([async () => { await mail(3); }]);
      listen(async () => { await mail(4); });
      both(async () => { await mail(5); });
      res.sendStatus(202);
    });`,
  );

  silent(
    'functions that call each other',
    `
    import express from 'express';
    async function mail(x) { await x; }
    function a(fn, n) { if (n > 0) b(() => fn(), n - 1); }
    function b(fn, n) { a(() => fn(), n); }
    express().post('/', async (req, res) => { a(async () => { await mail(1); }, 3); res.sendStatus(202); });`,
  );

  it('also where the function is in another file', () => {
    const route =
      "import express from 'express'; import { each } from './each.js'; express().post('/', async (req, res) => { await each([1], async (id) => { await save(id); }); res.end(); });";
    const found = (each: string): number =>
      findingsInPackage(['express'], { 'src/each.js': each, 'src/route.js': route }, 'src/route.js').findings.length;
    expect(found('export function each(list, fn) { list.forEach((item) => fn(item)); }')).toBe(1);
    expect(found('export function each(list, fn) { return Promise.all(list.map((item) => fn(item))); }')).toBe(0);
  });
});

describe('what a function of the same package is given', () => {
  const HEAD = `
    import express from 'express';
    const app = express();
    async function mail(x) { await x; }
    function both(one, two) { one(); two(); }
    function half(one, two) { one(); return two(); }
    function called(work) { work.call(null, 1); }
    function applied(work) { work.apply(null, [1]); }
    function replaced(work) { work = wrap(work); work(1); }
    function filled(work) { work ??= mail; work(1); }`;
  flags(
    'is reported for each function that it drops, in whatever way',
    `${HEAD}
    app.post('/', (req, res) => {
      both(async () => { await mail(1); }, async () => { await mail(2); });
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ callback
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ callback
      both(mail, () => mail(3));
           ^^^^ callback
                 ^^^^^^^^^^^^^ callback
      called(async () => { await mail(6); });
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ callback
      applied(mail);
              ^^^^ callback
      filled(mail);
             ^^^^ callback
      res.sendStatus(202);
    });`,
  );
  flags(
    'is not for those that it returns or replaces',
    `${HEAD}
    app.post('/', async (req, res) => {
      await half(async () => { await mail(1); }, async () => { await mail(2); });
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ callback
      replaced(async () => { await mail(5); });
      res.sendStatus(202);
    });`,
  );
  flags(
    'is reported once, where it is called, if it is under a key',
    `${HEAD}
    function under(options) { options.work(1); }
                              ^^^^^^^^^^^^^^^ floating
    app.post('/', (req, res) => { under({ work: async () => { await mail(1); } }); res.end(); });`,
  );
});
