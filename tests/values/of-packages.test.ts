import { expect, it } from 'vitest';
import type { ExternalValue } from '../../src/values/value.ts';
import { recognition } from '../support/engine.ts';
import { atMark, valuesAre } from '../support/values.ts';

const SCHEMA = "import mongoose from 'mongoose'; const schema = new mongoose.Schema({}); ";
const USER = "const User = mongoose.model('User', schema); «User.load»";
const SEQUELIZE = "import { Sequelize, Model } from 'sequelize'; class User extends Model { run() {} } ";

valuesAre({
  'a method that code gives a package’s value': [
    ['under a key of the place', `${SCHEMA}schema.statics.load = async function load() {}; ${USER}`, 'function load'],
    ['by a method', `${SCHEMA}schema.static('load', async function load() {}); ${USER}`, 'function load'],
    ['by a method, in an object', `${SCHEMA}schema.static({ async load() {} }); ${USER}`, 'function @.load'],
    [
      'in an object of options',
      "import mongoose from 'mongoose'; const schema = new mongoose.Schema({}, { statics: { async load() {} } }); const User = mongoose.model('User', schema); «User.load»",
      'function schema.@.statics.load',
    ],
    ['in an object at the place', `${SCHEMA}schema.statics = { async load() {} }; ${USER}`, 'function statics.load'],
    [
      'by a class',
      `${SCHEMA}class Users { static load() {} load() {} } schema.loadClass(Users); ${USER}`,
      'function Users.load',
    ],
    [
      'not by a field of a class',
      `${SCHEMA}class Users { static load = () => 1; } schema.loadClass(Users); ${USER}`,
      'mongoose#model.().load',
    ],
    [
      'not by a method of its instances',
      `${SCHEMA}class Users { load() {} } schema.loadClass(Users); ${USER}`,
      'mongoose#model.().load',
    ],
    [
      'not by what is no class',
      `${SCHEMA}schema.loadClass(users); schema.loadClass(); ${USER}`,
      'mongoose#model.().load',
    ],
    [
      'not by another method with a class',
      `${SCHEMA}class Users { static load() {} } schema.plugin(Users); schema.loadClass(class {}); ${USER}`,
      'mongoose#model.().load',
    ],
    ['not at another place', `${SCHEMA}schema.methods.load = async function () {}; ${USER}`, 'mongoose#model.().load'],
    [
      'not by another method',
      `${SCHEMA}schema.method('load', async function () {}); ${USER}`,
      'mongoose#model.().load',
    ],
    [
      'not by two',
      `${SCHEMA}schema.statics.load = function load() {}; schema.static('load', function other() {}); ${USER}`,
      'mongoose#model.().load',
    ],
    ['not what is no function', `${SCHEMA}schema.statics.load = new Map(); ${USER}`, 'mongoose#model.().load'],
    [
      'not one that the package has itself',
      `${SCHEMA}schema.statics.findOne = function findOne() {}; const User = mongoose.model('User', schema); «User.findOne»`,
      'mongoose#model.().findOne',
    ],
    [
      'in another file',
      "import mongoose from 'mongoose'; const User = mongoose.model('User'); «User.load»",
      'function load',
      { 'src/schema.ts': `${SCHEMA}schema.statics.load = async function load() {};` },
    ],
    [
      'of a document',
      `${SCHEMA}schema.methods.load = async function load() {}; const User = mongoose.model('User', schema); const user = await User.findOne(); «user.load»`,
      'function load',
    ],
    [
      'of a document, by a class',
      `${SCHEMA}class Users { load() {} } schema.loadClass(Users); const User = mongoose.model('User', schema); const user = await User.findOne(); «user.load»`,
      'function Users.load',
    ],
    [
      'not of a document, by a static method of a class',
      `${SCHEMA}class Users { static load() {} } schema.loadClass(Users); const User = mongoose.model('User', schema); const user = await User.findOne(); «user.load»`,
      'mongoose#Document.new.load',
    ],
    [
      'not of a value of another package',
      `${SCHEMA}schema.statics.load = () => {}; import { User } from 'acme'; «User.load»`,
      'acme#User.load',
    ],
  ],
  'what a package’s promise yields': [
    [
      'as the catalog says',
      "import { Kysely } from 'kysely'; const db = new Kysely(); «await db.startTransaction().execute()»",
      'kysely#ControlledTransaction.new',
    ],
    ['an instance of the class that is asked', `${SEQUELIZE}«(await User.findOne()).run»`, 'function User.run'],
    ['one of a list', `${SEQUELIZE}«(await User.findAll())[0].run»`, 'function User.run'],
    ['not a member of a list', `${SEQUELIZE}«(await User.findAll())['0x'].run»`, 'sequelize#Model.findAll.().0x.run'],
    ['one of a loop', `${SEQUELIZE}for (const user of await User.findAll()) «user.run»;`, 'function User.run'],
    ['in a callback of then', `${SEQUELIZE}User.findOne().then((user) => { «user.run»; });`, 'function User.run'],
    [
      'not in another parameter of it',
      `${SEQUELIZE}User.findOne().then((_, user) => { «user.run»; });`,
      'parameter 1.run of @',
    ],
    [
      'not in a callback of catch',
      `${SEQUELIZE}User.findOne().catch((user) => { «user.run»; });`,
      'parameter 0.run of @',
    ],
    [
      'a list in a callback of then',
      `${SEQUELIZE}User.findAll().then((users) => { «users[0].run»; });`,
      'function User.run',
    ],
    [
      'what nothing is known of, in a callback of then',
      "import { load } from 'acme'; load().then((user) => { «user.run»; });",
      'acme#load.().run',
    ],
    [
      'of several together',
      `${SEQUELIZE}const [a, user] = await Promise.all([1, User.findOne()]); «user.run»`,
      'function User.run',
    ],
    [
      'of several with a hole',
      `${SEQUELIZE}const [, user] = await Promise.all([, User.findOne()]); «user»`,
      'global#Promise.all.().1',
    ],
    [
      'of several after a spread',
      `${SEQUELIZE}const [, user] = await Promise.all([...x, User.findOne()]); «user»`,
      'global#Promise.all.().1',
    ],
    [
      'of several of which it is the first',
      `${SEQUELIZE}const [user] = await Promise.all([User.findOne(), ...x]); «user.run»`,
      'function User.run',
    ],
    ['not of a list that is not written out', `${SEQUELIZE}const [user] = await Promise.all(x); «user»`, undefined],
    ['not of another combinator', `${SEQUELIZE}const [user] = await Promise.any([User.findOne()]); «user»`, undefined],
    [
      'not of a Promise of one’s own',
      `${SEQUELIZE}const Promise = x(); const [user] = await Promise.all([User.findOne()]); «user»`,
      undefined,
    ],
  ],
});

it.each([
  ['an awaited call', "import { load } from 'acme'; const a = «await load()»;", { steps: ['load', '()'], awaited: 2 }],
  [
    'what comes after it',
    "import { load } from 'acme'; «(await load()).b»",
    { steps: ['load', '()', 'b'], awaited: 2 },
  ],
  ['one that is not', "import { load } from 'acme'; const a = «load()»;", { steps: ['load', '()'] }],
  [
    'the parameter of a function that is only given to then',
    "import { load } from 'acme'; load().then(start); function start(x) { «x»; }",
    { steps: ['load', '()'], awaited: 2 },
  ],
  [
    'a parameter of then',
    "import { load } from 'acme'; load().then((x) => { «x»; });",
    { steps: ['load', '()'], awaited: 2 },
  ],
  [
    'a call with a key',
    "import express from 'express'; const app = express(); «app.get('mail')»",
    { key: { name: 'mail', at: 3 } },
  ],
  [
    'what comes after a key',
    "import express from 'express'; const app = express(); «app.get('mail').send»",
    { key: { name: 'mail', at: 3 } },
  ],
  [
    'a call with a key of another method',
    "import express from 'express'; const app = express(); «app.use('mail')»",
    {},
  ],
  ['a call without a key', "import express from 'express'; const app = express(); «app.get(mail)»", {}],
])('%s notes it', (_title, marked, expected: Partial<ExternalValue>) => {
  const value = atMark(marked, 'src/app.ts', {}, (node, source) => recognition().expression(node, source));
  expect(value).toMatchObject(expected);
  for (const note of ['awaited', 'key'] as const)
    if (expected[note] === undefined) expect(value).not.toHaveProperty(note);
});
