import { markedFiles } from '../support/marked-files.ts';

const X = "import express from 'express';\n";
const inHandler = (head: string, body: string): string =>
  `${X}${head}\nexpress().post('/x', async (req, res) => {\n${body}\nres.end(); });`;

markedFiles(
  [
    [
      'prisma generated',
      ['express', '@prisma/client'],
      {
        'prisma/schema.prisma':
          'generator client {\n provider = "prisma-client"\n output = "../src/generated/prisma"\n}\n',
        'src/a.ts': inHandler(
          "import { PrismaClient } from './generated/prisma';\nconst prisma = new PrismaClient();",
          'prisma.user.create({}); //!\nprisma.$transaction([]); //!',
        ),
        'src/b.ts': inHandler(
          "import { PrismaClient } from './generated/prisma/client';\nconst prisma = new PrismaClient().$extends({});",
          'prisma.user.create({}); //!\nprisma.$transaction([]); //!',
        ),
        'src/c.ts': inHandler(
          "import { PrismaClient } from '@/generated/prisma/client';\nconst prisma = new PrismaClient();",
          'prisma.user.create({}); //!',
        ),
        'src/db.ts':
          "import { PrismaClient } from './generated/prisma/client.js';\nimport { PrismaPg } from '@prisma/adapter-pg';\nconst make = () => new PrismaClient({ adapter: new PrismaPg({}) }).$extends({ query: {} });\nconst g = globalThis as unknown as { prisma: ReturnType<typeof make> };\nexport const prisma = g.prisma ?? make();\nexport type Db = typeof prisma;",
        'src/d.ts': inHandler("import { prisma } from './db';", 'prisma.user.create({}); //!'),
        'src/e.ts': inHandler(
          "import { PrismaClient } from './generated/prisma';",
          'async function f(prisma: PrismaClient) { prisma.user.create({}); } //!\nawait f(1);\nawait prisma.$transaction(async (tx) => { tx.user.create({}); }); ',
        ),
        'src/f.ts': inHandler(
          "import { PrismaClient, Prisma } from './generated/prisma';\nconst prisma = new PrismaClient();",
          'await prisma.$transaction(async (tx) => { tx.user.create({}); }); //!\nasync function g(tx: Prisma.TransactionClient) { tx.user.update({}); } //!\nawait g(1);',
        ),
        'src/g.ts': inHandler(
          "import { PrismaClient } from './mine';\nconst prisma = new PrismaClient();",
          'prisma.user.create({});',
        ),
        // Ends as the output does, and is the user's own.
        'tsconfig.json': '{ "compilerOptions": { "paths": { "~/*": ["./lib/*"] } } }',
        'lib/generated/prisma.ts': 'export class PrismaClient { user = { create(x) {} }; }',
        'src/h.ts': inHandler(
          "import { PrismaClient } from '~/generated/prisma';\nconst prisma = new PrismaClient();",
          'prisma.user.create({});',
        ),
      },
    ],
    [
      'prisma plain',
      ['express', '@prisma/client'],
      {
        'src/a.ts': inHandler(
          "import { PrismaClient, Prisma } from '@prisma/client';\nconst prisma = new PrismaClient();",
          'await prisma.$transaction(async (tx) => { tx.user.create({}); }); //!\nasync function g(tx: Prisma.TransactionClient) { tx.user.update({}); } //!\nawait g(1);',
        ),
      },
    ],
    [
      'mongoose callbacks',
      ['express', 'mongoose'],
      {
        'src/a.ts': inHandler(
          "import mongoose from 'mongoose'; const Doc = mongoose.model('Doc', new mongoose.Schema({}));",
          `
Doc.findOne({}, (err, d) => { use(d); });
Doc.findOne({}).exec((err, d) => { use(d); });
Doc.find({}).sort({}).exec(function (err, d) { use(d); });
Doc.create({}, (err, d) => { use(d); });
const d = new Doc({}); d.save((err) => { use(err); });
d.save(function () { use(d); }); Doc.create({}, () => use(d)); Doc.findOne({}).exec(() => { use(d); });
d.save({}); //!
res.locals.save = (done) => { d.save(done); };
d.save({ validateBeforeSave: false }, (err) => { use(err); });
Doc.updateOne({}, {}, (err) => {});
Doc.remove({}, (err) => {});
Doc.findByIdAndUpdate(1, {}, { new: true }, (err, x) => {});
Doc.countDocuments({}, (err, x) => {});
Doc.aggregate([], (err, x) => {});
Doc.populate(d, {}, (err, x) => {});
Doc.insertMany([], (err, x) => {});
Doc.findOne({}, (err, d) => { d.save(); }); //!
Doc.findOne({}).exec(async (err, d) => { work(d); d.save(); }); //!!
Doc.findOne({}).then((d) => { d.save(); }).catch(console.error); //!!
mongoose.connect('x', (err) => {});
`,
        ),
      },
    ],
    [
      'realm',
      ['express', 'realm'],
      {
        'src/a.ts': inHandler(
          "import Realm from 'realm';",
          `
const realm = await Realm.open({});
realm.write(() => { realm.create('A', {}); });
Realm.open({}); //!
realm.subscriptions.update((s) => {}); //!
`,
        ),
      },
    ],
    [
      'mikro-orm',
      ['express', '@mikro-orm/core'],
      {
        'src/a.ts': inHandler(
          "import { EntityManager, MikroORM } from '@mikro-orm/core';",
          `
async function f(em: EntityManager) { em.flush(); em.persist(x).flush(); em.persistAndFlush(x); em.persist(x); em.create(U, {}); em.getRepository(U).nativeUpdate({}, {}); } //!!!!
await f(1);
const fork = orm.em.fork();
`,
        ),
      },
    ],
    [
      'drizzle',
      ['express', 'drizzle-orm'],
      {
        'src/a.ts': inHandler(
          "import { drizzle } from 'drizzle-orm/node-postgres'; import { NodePgDatabase } from 'drizzle-orm/node-postgres'; const db = drizzle('x');",
          `
db.insert(users).values({}); //!
db.update(users).set({}).where(1); //!
db.insert(users).values({}).execute(); //!
const q = db.select().from(users); const r = await q;
await db.transaction(async (tx) => { tx.insert(users).values({}); }); //!
async function f(db: NodePgDatabase) { db.delete(users); } //!
await f(1);
const sub = db.$with('x').as(db.select().from(users)); await db.with(sub).select().from(sub);
db.with(sub).delete(users).where(1); //!
db.$count(users); //!

db.execute(x); //!
`,
        ),
      },
    ],
    [
      'kysely',
      ['express', 'kysely'],
      {
        'src/a.ts': inHandler(
          "import { Kysely, Transaction } from 'kysely'; const db = new Kysely({});",
          `
db.insertInto('a').values({}).execute(); //!
db.selectFrom('a').selectAll().executeTakeFirst(); //!
await db.transaction().execute(async (trx) => { trx.deleteFrom('a').execute(); }); //!
async function f(trx: Transaction<X>) { trx.updateTable('a').set({}).execute(); } //!
await f(1);
const q = db.selectFrom('a').where('x', '=', 1); q.execute(); //!
db.schema.createTable('a').execute(); //!
`,
        ),
      },
    ],
    [
      'objection',
      ['express', 'objection'],
      {
        'src/a.ts': inHandler(
          "import { Model } from 'objection'; class User extends Model {} class Pet extends Model {}",
          `
User.query().insert({}); //!
User.query().patch({}).where('id', 1); //!
await User.transaction(async (trx) => { User.query(trx).insert({}); }); //!
const u = await User.query().findById(1).throwIfNotFound(); u.$query().delete(); //!
const v = await User.query().insertAndFetch({}); v.$relatedQuery('pets').relate(1); //!
const n = await User.query().patch({}).where('id', 1); n.toString();
await User.query().where((b) => { b.where('x', 1).orWhere('y', 2); });

`,
        ),
      },
    ],
    [
      'sequelize scopes',
      ['express', 'sequelize'],
      {
        'src/a.ts': inHandler(
          "import { Sequelize, DataTypes } from 'sequelize'; const sequelize = new Sequelize(''); const User = sequelize.define('User', {});",
          `
await sequelize.transaction(async (t) => { User.create({}, { transaction: t }); }); //!
const u = await User.findOne({ where: {} }); u.increment('x'); //!
u.addPet(1);
User.scope('x').findAll(); //!
sequelize.query('x'); //!
`,
        ),
      },
    ],
    [
      'drizzle on a driver that answers at once',
      ['express', 'drizzle-orm'],
      {
        'src/a.ts': inHandler(
          "import { drizzle } from 'drizzle-orm/better-sqlite3'; const db = drizzle('x');",
          `db.insert(users).values({}).run();
db.select().from(users).all();
db.transaction((tx) => { tx.delete(users).run(); tx.insert(users).values({}).returning().get(); });
db.insert(users).values({}); //!`,
        ),
      },
    ],
  ],
  { handedOn: false },
);
