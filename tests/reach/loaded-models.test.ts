import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const MANIFEST = '{ "name": "server", "dependencies": { "express": "4", "sequelize": "6" } }';
const CLIENT = `const fs = require('fs');
const path = require('path');
const Sequelize = require('sequelize');
const config = require('./config.json').development;
const db = {};
let sequelize;
if (config.variable) sequelize = new Sequelize(process.env[config.variable], config);
else sequelize = new Sequelize(config.database, config.username, config.password, config);
`;
const loading = (folder: string, load: string): string => `${CLIENT}
fs.readdirSync(__dirname)
  .filter((file) => file.slice(-3) === '.js')
  .forEach((file) => {
    const model = ${load};
    db[${folder}] = model;
  });
Object.keys(db).forEach((name) => { if (db[name].associate) db[name].associate(db); });
db.sequelize = sequelize;
db.Sequelize = Sequelize;
module.exports = db;
`;
const INDEX = loading('model.name', 'require(path.join(__dirname, file))(sequelize, Sequelize.DataTypes)');
const USER = `const { Model } = require('sequelize');
module.exports = (sequelize, DataTypes) => {
  class User extends Model {
    static associate(models) {}
    static async refresh() { await User.findAll(); }
  }
  User.init({ name: DataTypes.STRING }, { sequelize, modelName: 'User' });
  return User;
};
`;
const ORDER = `module.exports = (sequelize, DataTypes) => {
  const Order = sequelize.define('Order', { total: DataTypes.INTEGER });
  Order.associate = function (models) {};
  Order.close = async function (id) { await Order.update({}, { where: { id } }); };
  return Order;
};
`;
const routes = (body: string): string => `const express = require('express');
const db = require('../models');
const { User, Order, sequelize } = require('../models');
const router = express.Router();
router.post('/a', async (req, res) => {
${body}
  res.end();
});
module.exports = router;
`;
const server = (body: string, others: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  'package.json': MANIFEST,
  'models/index.js': INDEX,
  'models/user.js': USER,
  'models/order.js': ORDER,
  'routes/a.js': routes(body),
  ...others,
});

describe('members that modules of a folder give to an object', () => {
  reaches(
    'by the name of a class, or a name that is passed',
    server(`  db.User.create({}); //! POST /a
  User.refresh(); //! POST /a
  Order.create({}); //! POST /a
  Order.close(1); //! POST /a
  const { Order: Orders } = db;
  Orders.destroy({}); //! POST /a
  await db.User.create({});
  await Order.close(1);
  Order.associate(db);
  User.build({});`),
  );
  const CLOSING = `async function note(id) { await fetch(id); }
${ORDER}`.replace('async function (id) {', 'async function (id) {\n    note(id); //! POST /a\n   ');
  reaches('and what they run is reached', server('  await db.Order.close(1);', { 'models/order.js': CLOSING }));
  reaches(
    'but not surely, because a name leads there',
    server('  db.Order.close(1);\n  Order.close(1);\n  db.User.create({});', {
      'models/order.js': CLOSING.replace(' //! POST /a', ''),
    }),
    { evidence: 'sure' },
  );
  reaches(
    'which is sure where the module itself is imported',
    server("  await require('../models/order')(sequelize, {}).close(1); // the file itself", {
      'models/order.js': CLOSING,
    }),
    { evidence: 'sure' },
  );
  reaches(
    'beside members that are written out',
    server(`  db.sequelize.query('select 1'); //! POST /a
  const t = await sequelize.transaction();
  t.commit(); //! POST /a
  await sequelize.authenticate();
  db.sequelize.literal('1');`),
  );
  reaches(
    'by the name of the file, loaded in other ways',
    server('  db.order.create({}); //! POST /a\n  await db.order.create({});', {
      'models/index.js': loading(
        "file.split('.')[0]",
        'require(`${__dirname}/${file}`).default(sequelize, Sequelize.DataTypes)',
      ),
      'models/order.js': ORDER.replace('module.exports =', 'exports.default ='),
    }),
  );
  reaches(
    'loaded by a method that gives itself to each',
    server('  db.Order.create({}); //! POST /a\n  db.User.update({}, {}); //! POST /a\n  await db.Order.close(1);', {
      'models/index.js': loading('model.name', "sequelize['import'](path.join(__dirname, file))"),
    }),
  );
  reaches(
    'not those of another folder',
    server('  db.Order.create({});\n  db.User.create({}); //! POST /a', {
      'models/order.js': 'module.exports = () => ({ name: "Order", create() {} });',
      'old/order.js': ORDER,
    }),
  );
  reaches('not what only looks like a model', {
    ...server('  db.Order.create({});\n  db.Order.close(1);\n  db.User.update(2);'),
    'models/order.js': `module.exports = () => {
  class Order { static create(x) { return x; } static close(x) { return x; } }
  return Order;
};
`,
    'models/user.js': 'module.exports = () => ({ name: "User", update(x) { return x; } });',
  });
  reaches(
    'not where a computed key gets something else',
    server('  db.User.create({});\n  db.Order.update({});', {
      'models/index.js': loading('file', '{ create() {}, update() {} }'),
    }),
  );
});

describe('a variable that several writes fill', () => {
  const app = (writes: string): string => `const express = require('express');
const Sequelize = require('sequelize');
let db;
${writes}
const app = express();
`;
  reaches('with the same', {
    'package.json': MANIFEST,
    'app.js': `${app("if (process.env.URL) db = new Sequelize(process.env.URL); else db = new Sequelize('a', 'b');")}
app.post('/a', (req, res) => { db.query('x'); res.end(); }); //! POST /a
`,
  });
  reaches('with the same, after nothing', {
    'package.json': MANIFEST,
    'app.js': `${app("db = null;\nif (process.env.URL) db = new Sequelize(process.env.URL); else db = new Sequelize('a', 'b');")}
app.post('/a', (req, res) => { db.query('x'); res.end(); }); //! POST /a
`,
  });
  reaches('not with something else', {
    'package.json': MANIFEST,
    'app.js': `${app('if (process.env.URL) db = new Sequelize(process.env.URL); else db = { query() {} };')}
app.post('/a', (req, res) => { db.query('x'); res.end(); });
`,
  });
});
