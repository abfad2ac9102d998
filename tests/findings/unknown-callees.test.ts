import { describe } from 'vitest';
import { flags, silent } from '../support/marked.ts';

const SETUP = `
import express from 'express';
import lib from 'lib';
const app = express();
`;

describe('a call of which nothing is known but its chain or its void', () => {
  silent(
    'has no loss where its continuation answers',
    `${SETUP}
    app.get('/a', (req, res, next) => { const sent = lib.list().then((rows) => res.json(rows), next); });
    app.get('/b', (req, res, next) => { void lib.list().then((rows) => res.json(rows)).catch(next); });
    const ends = () => new Promise((resolve, reject) => {
      const rows = lib.list().then((found) => { resolve(found); lib.stop(); }, (reason) => { reject(reason); });
    });
    app.get('/c', async (req, res) => { res.json(await ends()); });`,
  );
  flags(
    'is lost where it does not',
    `${SETUP}
    app.get('/a', (req, res, next) => { const sent = lib.list().then((rows) => lib.log(rows), lib.log); res.end(); });
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unread
    app.get('/b', (req, res, next) => { void lib.list().then((rows) => lib.log(rows)).catch(lib.log); res.end(); });
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ voided`,
  );
  silent(
    'answers through the callback that it is given',
    `${SETUP}
    app.get('/a', (req, res) => { void lib.session(req.body, (session) => { res.json(session); }); });`,
  );
  flags(
    'answers through no callback that leaves the response alone',
    `${SETUP}
    app.get('/a', (req, res) => { void lib.session(req.body, (session) => { lib.log(session); }); res.end(); });
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ voided`,
  );
});
