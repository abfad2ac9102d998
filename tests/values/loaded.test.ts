import { expect, it } from 'vitest';
import { recognition } from '../support/engine.ts';
import { atMark, valuesAre } from '../support/values.ts';

const LISTING = "const fs = require('fs'); const path = require('path'); const db = {};";
const load = (member: string, how: string): string =>
  `${LISTING} fs.readdirSync(__dirname).forEach((file) => { ${how} }); «db.${member}»`;
const LOADED = 'const model = require(path.join(__dirname, file)); db[model.name] = model;';
const CALLED = 'const model = require(path.join(__dirname, file))(client); db[model.name] = model;';
const USER = 'class User {} module.exports = User;';
const named = (many: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: many }, (_, at) => [`src/models/m${at}.js`, USER]));

valuesAre(
  {
    'a member that a module of the folder gives': [
      ['the file that names a class so', load('User', LOADED), 'class User', { 'src/models/a.js': USER }],
      [
        'the file that has the name',
        load('user', LOADED),
        'function run',
        { 'src/models/user.js': 'function run() {} module.exports = run;' },
      ],
      ['no file', load('User', LOADED), undefined, { 'src/models/a.js': 'class Order {} module.exports = Order;' }],
      ['a file of another folder', load('User', LOADED), undefined, { 'src/old/a.js': USER }],
      ['one of a folder in it', load('User', LOADED), undefined, { 'src/models/old/a.js': USER }],
      ['three of the name', load('User', LOADED), 'class User', named(3)],
      ['more of the name', load('User', LOADED), undefined, named(4)],
      [
        'what it is called with',
        load('User', CALLED),
        'class User',
        { 'src/models/a.js': 'module.exports = () => { class User {} return User; };' },
      ],
      [
        'an instance of it',
        load('User', 'db[file] = new (require(path.join(__dirname, file)))();'),
        'new User',
        { 'src/models/a.js': USER },
      ],
      [
        'a part of it',
        load('User', 'db[file] = require(path.join(__dirname, file)).main;'),
        'class User',
        { 'src/models/a.js': 'class User {} exports.main = User;' },
      ],
      [
        'not a part of it that is computed',
        load('User', 'db[file] = require(path.join(__dirname, file))[x];'),
        undefined,
        { 'src/models/a.js': 'class User {} exports.main = User;' },
      ],
      [
        'what is imported and awaited',
        load('User', 'async () => { db[file] = (await import(path.join(__dirname, file))).main; };'),
        'class User',
        { 'src/models/a.js': 'class User {} exports.main = User;' },
      ],
      [
        'by a method that calls it',
        load('User', 'db[file] = client.import(path.join(__dirname, file));'),
        'class User',
        { 'src/models/a.js': 'module.exports = () => { class User {} return User; };' },
      ],
      ['not what another value has', load('User', 'db[file] = file;'), undefined, { 'src/models/a.js': USER }],
      [
        'not what a call of nothing known gives',
        load('User', 'db[file] = require(path.join(__dirname, file)).a.b();'),
        undefined,
        { 'src/models/a.js': USER },
      ],
      [
        'what one of several ways of loading gives',
        load('User', `db[file] = file; ${LOADED}`),
        'class User',
        { 'src/models/a.js': USER },
      ],
      [
        'the name that a call gets',
        load('User', CALLED),
        'class Other',
        { 'src/models/a.js': "module.exports = (client) => { client.define('User'); return Other; }; class Other {}" },
      ],
      [
        'the name among options',
        load('User', CALLED),
        'class Other',
        { 'src/models/a.js': "module.exports = () => { init({ modelName: 'User' }); return Other; }; class Other {}" },
      ],
      [
        'not a longer name',
        load('User', LOADED),
        undefined,
        { 'src/models/a.js': 'class Users {} module.exports = Users;' },
      ],
    ],
  },
  { path: 'src/models/index.js' },
);

it('a member that a module of a folder gives is known by its name only', () => {
  const files = { 'src/models/a.js': USER };
  const value = atMark(load('User', LOADED), 'src/models/index.js', files, (node, source) =>
    recognition().expression(node, source),
  );
  expect(value).toMatchObject({ kind: 'class', byName: true });
});

const index = (load: string): Record<string, string> => ({
  'src/models/index.js': `${LISTING} class Client {} class Other {} fs.readdirSync(__dirname).forEach((file) => { ${load} });`,
});

valuesAre(
  {
    'what a module gets that a folder is loaded with': [
      [
        'by require',
        'module.exports = (client) => { «client»; };',
        'new Client',
        index('require(path.join(__dirname, file))(new Client());'),
      ],
      [
        'the second',
        'module.exports = (a, client) => { «client»; };',
        'new Client',
        index('require(path.join(__dirname, file))(1, new Client());'),
      ],
      [
        'one that is not passed',
        'module.exports = (a, client) => { «client»; };',
        'parameter 1 of exports',
        index('require(path.join(__dirname, file))(1);'),
      ],
      [
        'by several that agree',
        'module.exports = (client) => { «client»; };',
        'new Client',
        index(
          'require(path.join(__dirname, file))(new Client()); require(path.join(__dirname, file)).default(new Client());',
        ),
      ],
      [
        'not by several that do not',
        'module.exports = (client) => { «client»; };',
        'parameter 0 of exports',
        index('require(path.join(__dirname, file))(new Client()); require(path.join(__dirname, file))(new Other());'),
      ],
      [
        'by a method import, the one that has it',
        'module.exports = (client) => { «client.run»; };',
        'global#process.run',
        index('process.import(path.join(__dirname, file));'),
      ],
      [
        'not in another folder',
        'module.exports = (client) => { «client»; };',
        'parameter 0 of exports',
        index("require(path.join(__dirname, '../old', file))(new Client());"),
      ],
      [
        'not where the file exports several',
        'exports.run = (client) => { «client»; };',
        'parameter 0 of run',
        index('require(path.join(__dirname, file))(new Client());'),
      ],
      [
        'not where nothing lists a folder',
        'module.exports = (client) => { «client»; };',
        'parameter 0 of exports',
        { 'src/models/index.js': 'class Client {} require(path.join(__dirname, file))(new Client());' },
      ],
    ],
  },
  { path: 'src/models/order.js' },
);
