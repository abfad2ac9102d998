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

describe("the user's own function that extends a query", () => {
  const OWN = `
import express from 'express';
import knex, { Knex } from 'knex';
const app = express();
const db = knex({});
function sorted(query: Knex.QueryBuilder, by: string): Knex.QueryBuilder { return query.orderBy(by); }
class Filters {
  constructor(private readonly query: Knex.QueryBuilder) {}
  apply(): Knex.QueryBuilder { this.one(); return this.query.limit(1); }
  private one(): Knex.QueryBuilder { if (!this.given) return this.query; return this.query.where('one', 1); }
}
function filters(query: Knex.QueryBuilder) { return new Filters(query); }
const stored = (row): Knex.QueryBuilder => db('rows').insert(row);
`;
  silent(
    'is no work of its own: whoever handed it the query sends it',
    `${OWN}
    app.get('/', async (req, res) => {
      const found = db('orders').select('*');
      sorted(found, 'id');
      filters(found).apply();
      const parts = db.with('part', (part) => { sorted(part, 'id'); filters(part).apply(); });
      res.json([await found, await parts]);
    });
    export class Orders {
      constructor(private readonly db: Knex) {}
      list() {
        return this.db.with('part', (part) => { sorted(part, 'id'); filters(part).apply(); }).from('part');
      }
    }
    app.get('/orders', async (req, res) => { res.json(await new Orders(db).list()); });`,
  );
  flags(
    'but one that makes its own, or takes one that nobody holds, is never sent',
    `${OWN}
    app.get('/', async (req, res) => {
      stored(req.body);
      ^^^^^^^^^^^^^^^^ lazy
      sorted(db('orders'), 'id');
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ lazy
      db('rows').insert(stored);
      ^^^^^^^^^^^^^^^^^^^^^^^^^ lazy
      res.end();
    });`,
  );
  flags(
    'and so is one that is handed the rows of a query',
    `${OWN}
    import { model } from 'mongoose';
    const Users = model('User');
    const Seen = model('Seen');
    const seen = (user) => Seen.updateOne({ user: user.id });
    app.get('/', async (req, res) => {
      const user = await Users.findById(req.params.id);
      seen(user);
      ^^^^^^^^^^ lazy
      const rows = await db('rows').select('*');
      stored(rows);
      ^^^^^^^^^^^^ lazy
      db('rows').select('*').then((kept) => { stored(kept); res.json(kept); });
                                              ^^^^^^^^^^^^ lazy
    });`,
  );
});
