import { describe } from 'vitest';
import { flags, silent } from '../support/marked.ts';

const HEAD = `
    import express from 'express';
    async function run(x) { await x; }
    express().post('/', async (req, res) => {`;

describe('a promise that one path owns and another drops', () => {
  flags(
    'an early return',
    `${HEAD}
      const p = run(1);
                ^^^^^^ partial
      if (req.body.done) return res.end();
      await p;
    });`,
    { strict: true },
  );
  flags(
    'a check that throws',
    `${HEAD}
      const p = run(1);
                ^^^^^^ partial
      if (!req.user) { log(req); throw new Error('no user'); }
      res.json(await p);
    });`,
    { strict: true },
  );
  flags(
    'owned in one branch alone',
    `${HEAD}
      const p = run(1);
                ^^^^^^ partial
      if (req.body.wait) await p;
    });`,
    { strict: true },
  );
  flags(
    'a return in a try',
    `${HEAD}
      const p = run(1);
                ^^^^^^ partial
      try { if (req.body.x) return; check(req); } catch (error) { log(error); }
      await p;
    });`,
    { strict: true },
  );
  flags(
    'a return in a block with a name',
    `${HEAD}
      const p = run(1);
                ^^^^^^ partial
      check: { if (req.body.x) return; log(req); }
      await p;
    });`,
    { strict: true },
  );
  flags(
    'beside a loop that ends',
    `${HEAD}
      const p = run(1);
                ^^^^^^ partial
      if (req.body.x) { while (more()) log(req); } else await p;
      const q = run(2);
                ^^^^^^ partial
      if (req.body.y) { for (; more();) log(req); } else await q;
    });`,
    { strict: true },
  );
  flags(
    'by its form alone, without strict',
    `${HEAD}
      const p = run(1);
                ^^^^^^ partial
      if (req.body.done) return;
      await p;
    });`,
    { forms: { partial: true } },
  );
});

describe('no such path', () => {
  silent('by default nothing is said', `${HEAD} const p = run(1); if (req.body.done) return; await p; });`);
  const strict = (title: string, body: string): void => {
    silent(title, `${HEAD} ${body} });`, { strict: true });
  };
  strict('both branches', 'const p = run(1); if (req.body.x) { await p; } else { return p; }');
  strict('read in the test', 'const p = run(1); if (await p) return; other();');
  strict('read before the return', 'const p = run(1); await p; if (req.body.x) return; other();');
  strict('a return that gives it', 'const p = run(1); if (req.body.x) return p; await p;');
  strict('a return with both', 'const a = run(1); const b = run(2); await Promise.all([a, b]);');
  strict('a closure may run on any path', 'const p = run(1); if (req.body.x) return; queue.push(() => p);');
  strict(
    'a throw that is caught',
    'const p = run(1); try { if (req.body.x) throw new Error(); } catch { other(); } await p;',
  );
  strict('finally', 'const p = run(1); try { if (req.body.x) return; other(); } finally { await p; }');
  strict(
    'a switch is left alone',
    'const p = run(1); switch (req.body.x) { case 1: await p; break; default: return p; }',
  );
  strict('a try that leaves nothing out', 'const p = run(1); try { other(); } catch { log(1); } await p;');
  strict('a closure beside a read', 'const p = run(1); queue.push(() => p); if (req.body.x) return; await p;');
  strict(
    'a round of a loop is left alone',
    'for (const x of req.body) { const p = run(x); if (x) await p; } for (const x in req.body) { const p = run(x); if (x) await p; } for (let i = 0; i < 2; i++) { const p = run(i); if (i) await p; }',
  );
  strict(
    'a round of a loop without a count, too',
    'while (more()) { const p = run(1); if (req.body.x) await p; } do { const p = run(2); if (req.body.x) await p; } while (more());',
  );
  strict(
    'going on with the next round',
    'for (const x of req.body) { const p = run(x); if (x) { await p; } else { continue; } return; }',
  );
  strict(
    'leaving a block with a name',
    'work: { const p = run(1); if (req.body.x) { await p; } else { break work; } }',
  );
  strict('a try around it', 'try { const p = run(1); if (req.body.x) await p; } finally { other(); }');
  strict(
    'a case of a switch around it',
    'switch (req.body.x) { case 1: { const p = run(1); if (req.body.y) await p; } }',
  );
  strict(
    'a branch that never ends',
    'const p = run(1); if (req.body.x) { while (true) { tick(); } } else await p; const q = run(2); if (req.body.y) { for (;;) { tick(); } } else await q;',
  );
  strict('a loop without an end', 'const p = run(1); while (true) { if (await p) break; }');
});

describe('a promise that is written over', () => {
  flags(
    'before anything read it',
    `${HEAD}
      let p = run(1);
              ^^^^^^ unread
      p = run(2);
      await p;
    });`,
  );
  flags(
    'in a block that follows',
    `${HEAD}
      let p = run(1);
              ^^^^^^ unread
      log(req);
      { p = null; }
      await p;
    });`,
  );
  flags(
    'twice',
    `${HEAD}
      let p;
      p = run(1);
          ^^^^^^ unread
      p = run(2);
      await p;
    });`,
  );
  silent('not where it was read before', `${HEAD} let p = run(1); await p; p = run(2); await p; });`);
  silent('not where the new value is made of it', `${HEAD} let p = run(1); p = p.then(() => run(2)); await p; });`);
  silent('not where it is written on one path only', `${HEAD} let p = run(1); if (req.x) p = run(2); await p; });`);
  silent('not where a closure may read it', `${HEAD} let p = run(1); keep(() => p); p = run(2); await p; });`);
});
