import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const MANIFEST = '{ "name": "server", "dependencies": { "express": "4", "mongoose": "8", "sequelize": "6" } }';
const USER = `const mongoose = require('mongoose');
const schema = new mongoose.Schema({ email: String });
schema.statics.findByEmail = async function (email) { return this.findOne({ email }); };
schema.statics.normalise = function (email) { return email.trim(); };
schema.methods.touch = async function () {
  this.save().catch(() => {}); //! POST /a
  await fetch('x');
};
mongoose.model('User', schema);
`;
const ORDER = `const mongoose = require('mongoose');
const schema = mongoose.Schema({ total: Number });
schema.statics = { settle: async function (id) { await this.updateOne({ id }, {}); } };
exports.Order = mongoose.model('Order', schema);
`;
const ITEM = `const mongoose = require('mongoose');
const schema = new mongoose.Schema({}, { statics: { async restock() { await this.updateMany({}, {}); } } });
module.exports = mongoose.model('Item', schema);
`;
const routes = (body: string): string => `const express = require('express');
const mongoose = require('mongoose');
require('./models/user');
const { Order } = require('./models/order');
const Item = require('./models/item');
const User = mongoose.model('User');
const app = express();
app.post('/a', async (req, res) => {
${body}
  res.end();
});
`;
const server = (body: string, others: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  'package.json': MANIFEST,
  'models/user.js': USER,
  'models/order.js': ORDER,
  'models/item.js': ITEM,
  'app.js': routes(body),
  ...others,
});

describe('methods that the user gives a model in another place', () => {
  reaches(
    'as statics and methods of a schema',
    server(`  User.findByEmail('x'); //! POST /a
  mongoose.models.User.findByEmail('x'); //! POST /a
  User.normalise('x');
  Order.settle(1); //! POST /a
  Item.restock(); //! POST /a
  const user = await User.findById(1);
  user.touch(); //! POST /a
  new User({}).touch(); //! POST /a
  await user.touch();
  await User.findByEmail('x');`),
  );
  reaches(
    'not as what has that name elsewhere, and not on the other side',
    server('  Item.settle(1);\n  User.touch();', {
      'models/user.js': USER.replace(' //! POST /a', ''),
      'models/order.js': 'exports.Order = { settle: async (x) => { await fetch(x); } };',
    }),
  );
  const app = (model: string, body: string): Record<string, string> => ({
    'package.json': MANIFEST,
    'tag.js': `const mongoose = require('mongoose');
async function fill() { await fetch('x'); }
const schema = new mongoose.Schema({});
${model}
module.exports = mongoose.model('Tag', schema);
`,
    'app.js': `const express = require('express');
const Tag = require('./tag');
const app = express();
app.post('/a', async (req, res) => {
${body}
  res.end();
});
`,
  });
  reaches(
    'by a call',
    app(
      `schema.static('close', async (id) => { fill(id); await fetch(id); }); //! POST /a
schema.static('quiet', (id) => id);
schema.static({ open: async (id) => { await fetch(id); } });
schema.static('named', fill);
schema.method('touch', async function () { await fetch(this.id); });
schema.method({ keep: async function () { await fetch(this.id); } });`,
      `  Tag.close(1); //! POST /a
  Tag.quiet(1);
  Tag.open(1); //! POST /a
  Tag.named(1); //! POST /a
  const tag = await Tag.findById(1);
  tag.touch(); //! POST /a
  tag.keep(); //! POST /a
  await tag.touch();`,
    ),
  );
  reaches(
    'by a class',
    app(
      `class Own {
  static async close(id) { await fetch(id); }
  async touch() { fill(); await fetch(this.id); } //! POST /a
  get name() { return fill(); }
}
schema.loadClass(Own);`,
      `  Tag.close(1); //! POST /a
  const tag = new Tag({});
  tag.touch(); //! POST /a
  tag.name;`,
    ),
  );
  reaches(
    'but not by a class or a call on the other side',
    app(
      `class Own { static async close(id) { await fetch(id); } async touch() { await fetch(this.id); } }
schema.loadClass(Own);
schema.method('keep', fill);
other.static('open', fill());`,
      `  Tag.touch();
  Tag.keep();
  Tag.open();
  const tag = new Tag({});
  tag.close(1);`,
    ),
  );
  reaches(
    'nor if two places name it',
    app("schema.static('close', fill);\nother.static('close', (id) => id);", '  Tag.close(1);'),
  );
  reaches(
    'as a whole, by names',
    app('schema.statics = { fill, close: fill };', '  Tag.fill(); //! POST /a\n  Tag.close(); //! POST /a'),
  );
  reaches('on the prototype of a model', {
    'package.json': MANIFEST,
    'app.js': `const express = require('express');
const Sequelize = require('sequelize');
const db = new Sequelize('a', 'b');
const User = db.define('User', {});
User.prototype.touch = async function () { await fetch('x'); };
User.prototype.label = function () { return this.name; };
const app = express();
app.post('/a', async (req, res) => {
  const user = await User.findByPk(1);
  user.touch(); //! POST /a
  user.label();
  await user.touch();
  res.end();
});
`,
  });
});
