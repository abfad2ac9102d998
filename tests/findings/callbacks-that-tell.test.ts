import { describe } from 'vitest';
import { flags, silent } from '../support/marked.ts';

const SETUP = `
import express from 'express';
const app = express();
async function compare(a, b, done) { await a; done?.(1); }
async function save(x) { await x; }
`;

describe('work whose callback settles the promise that the code makes', () => {
  silent(
    'is waited for with that promise, whatever the callback is given',
    `${SETUP}
    const same = (a) => new Promise((resolve) => { compare(a, 1, () => { resolve(true); }); });
    const asked = (a) => new Promise((resolve) => {
      setTimeout(() => resolve('late'), 50);
      compare(a, 1, (reply) => { if (reply.state !== 'PENDING') resolve(reply); });
    });
    app.post('/', async (req, res) => { res.json([await same(1), await asked(2)]); });`,
  );
  flags(
    'is lost where the callback settles nothing, or comes before the last argument',
    `${SETUP}
    const same = (a) => new Promise((resolve) => { compare(a, 1, () => { log(1); }); other(resolve); });
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ floating
    app.post('/', async (req, res) => { compare(1, 2, () => { log(2); }); res.json(await same(1)); });
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ floating`,
  );
});

describe('a list with the response in it', () => {
  silent(
    'hands the duty on',
    `${SETUP}
    async function feed(streams) { await streams; }
    app.get('/', (req, res) => { void feed([open(1), res]).catch(log); });`,
  );
  flags(
    'and a list without it does not',
    `${SETUP}
    async function feed(streams) { await streams; }
    app.get('/', (req, res) => { void feed([open(1), req.body]).catch(log); res.end(); });
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ voided`,
  );
});

describe('a function made of the response', () => {
  silent(
    'answers with it',
    `${SETUP}
    const answerTo = (res) => async (rows) => { res.json(await rows); };
    class Gateway {
      answerer(res) { return async (rows, { status } = {}) => { if (status) res.status(status); res.json(await rows); }; }
      start() { app.get('/', (req, res) => { this.answerer(res)([1], { status: 201 }); }); }
    }
    app.get('/a', (req, res) => { answerTo(res)(open(1)); });`,
  );
  flags(
    'that does not answer, or one made of something else, leaves it to others',
    `${SETUP}
    const audit = (res) => async (rows) => { await rows; log(res.statusCode); };
    const saver = (body) => async (rows) => { await rows; };
    app.get('/', (req, res) => { audit(res)([1]); res.end(); });
                                 ^^^^^^^^^^^^^^^ floating
    app.get('/a', (req, res) => { saver(req.body)([1]); res.end(); });
                                  ^^^^^^^^^^^^^^^^^^^^ floating`,
  );
});

describe('a function that is given the response last', () => {
  silent(
    'answers with it',
    `${SETUP}
    function apply(app, before, after, data: unknown, res: express.Response) {
      save(after).then(() => { res.json(1); }, () => { write(before, (error) => { res.status(500).send('no'); }); });
    }
    app.post('/', (req, res) => { apply(app, 1, 2, req.body, res); });`,
  );
  flags(
    'and does not answer with what else it is given',
    `${SETUP}
    function apply(app, before, after, data: unknown, res: express.Response) {
      save(after).then(() => { before.json(1); }, () => { log(1); });
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ caught
      res.json(1);
    }
    app.post('/', (req, res) => { apply(app, 1, 2, req.body, res); });`,
  );
});

describe('work that answers before the handler is left', () => {
  silent(
    'is not answered by what follows only where the handler goes on',
    `${SETUP}
    app.post('/', async (req, res, next) => {
      const fail = async (error) => { await save(error); next(error); };
      if (!req.body) { fail(1); return; }
      if (!req.body.id) { save(2).then(() => res.sendStatus(400)).catch(next); return; }
      switch (req.query.kind) {
        case 'a': save(4).then(() => res.sendStatus(400)).catch(next); return;
        case 'b': { save(5).then(() => res.sendStatus(400)).catch(next); return; }
      }
      res.json(await save(3));
    });`,
  );
  flags(
    'is answered by what runs in any case',
    `${SETUP}
    app.post('/', async (req, res, next) => {
      const fail = async (error) => { await save(error); next(error); };
      if (!req.body) { fail(1); res.sendStatus(400); return; }
                       ^^^^^^^ floating
      if (!req.body.id) { fail(2); return res.sendStatus(400); }
                          ^^^^^^^ floating
      if (req.query.x) { fail(3); }
                         ^^^^^^^ floating
      list.forEach((each) => { fail(each); return; });
                               ^^^^^^^^^^ floating
      try { fail(4); throw new Error('no'); } catch { log(); }
            ^^^^^^^ floating
      switch (req.query.kind) {
        case 'a': fail(5); break;
                  ^^^^^^^ floating
        case 'b': fail(6); res.sendStatus(400); return;
                  ^^^^^^^ floating
      }
      res.json(1);
    });`,
  );
});

describe('work after which the process ends', () => {
  const ENDING = `${SETUP}
    function die() { log(1); process.exit(1); }
    function perhaps(open) { if (open > 0) return; process.exit(0); }
    function often(open) { try { if (open) { return log(1); } } catch { log(2); } die(); }
    function at(open) { if (open > 0) log(1); return die(); }`;
  silent(
    'cannot be cut by it',
    `${ENDING}
    app.post('/', (req, res) => {
      save(1).then(() => die());
      save(2).then(at);
      save(3).then(() => { rows.map((row) => { return row; }); process.exit(0); });
      res.end();
    });`,
  );
  flags(
    'is cut where it may go on instead',
    `${ENDING}
    app.post('/', (req, res) => {
      save(1).then(() => perhaps(2));
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ chained
      save(2).then(often);
      ^^^^^^^^^^^^^^^^^^^ chained
      save(3).then((rows) => { if (rows.length > 0) return; process.exit(0); });
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ chained
      res.end();
    });`,
  );
});

describe('work that tells when one element of a list is done', () => {
  const LIST = `
    import { each } from 'lists';
    import express from 'express';
    const app = express();
    async function save(x) { await fetch(x); }`;
  silent(
    'is waited for by what goes through the list, whatever the callback is called',
    `${LIST}
    app.post('/', (req, res) => {
      each(req.body, (hook, resolveHook) => { save(hook).then(log, log).then(() => resolveHook()); }, () => res.end());
      each(req.body, (row, nextRow) => { save(row).then(() => nextRow(), nextRow); }, () => res.end());
      each(req.body, (row, rowDone) => { save(row).then(() => rowDone(), rowDone); }, () => res.end());
    });`,
  );
  flags(
    'is lost where the callback is called at once, or never',
    `${LIST}
    app.post('/', (req, res) => {
      each(req.body, (hook, resolveHook) => { save(hook).then(log, log); resolveHook(); }, () => res.end());
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^ caught
      each(req.body, (row, nextPage) => { save(row).then(() => log(nextPage), log); }, () => res.end());
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ caught
    });`,
  );
});
