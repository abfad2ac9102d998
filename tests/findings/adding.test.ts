import { describe } from 'vitest';
import { flags, silent } from '../support/marked.ts';

const SETUP = `
import express from 'express';
import type { Knex } from 'knex';
const app = express();
async function save(x) { await x; }
`;

describe('what adds to a query', () => {
  silent(
    'is no work of its own, though `void` is written before it',
    `${SETUP}
    const open = (query: Knex.QueryBuilder) => { void query.where('open', true).limit(1); };
    app.get('/', async (req, res) => {
      const list = select(req.query, (query: Knex.QueryBuilder) => { void query.where((part) => { void part.orWhere('a'); }); });
      let found = list.from('orders');
      void found.where('id', 1).limit(2);
      open(found);
      res.json(await found);
    });`,
  );
  flags(
    'is not what a value does that is neither awaited nor a query',
    `${SETUP}
    app.get('/', async (req, res) => {
      const store = open(req.query);
      void store.write(1);
      ^^^^^^^^^^^^^^^^^^^ voided
      void save(1);
      ^^^^^^^^^^^^ voided
      store.each((part) => { void part.write(2); });
                             ^^^^^^^^^^^^^^^^^^ voided
      res.json(await save(store));
    });`,
  );
});
