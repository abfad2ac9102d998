import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const APP = `const express = require('express');
const Orders = require('./orders');
const orders = new Orders();
const app = express();
app.post('/a', async (req, res) => { await orders.create(req.body); res.end(); });
`;
// No function is meant by the name `close` alone.
const ORDERS = `const { create } = require('./orders.create');
const { close } = require('./orders.close');
function Orders() {}
Orders.prototype.create = create;
Orders.prototype.close = close;
module.exports = Orders;
`;
const CREATE = `async function create(order) { this.close(order); } //! POST /a
module.exports = { create };
`;
const CLOSE = `async function close(order) { await fetch(order); }
module.exports = { close };
`;

describe('`this` in a function that other code puts on a prototype', () => {
  reaches('is what the maker makes', {
    'app.js': APP,
    'orders.js': ORDERS,
    'orders.create.js': CREATE,
    'orders.close.js': CLOSE,
  });
  reaches('also if the function sets a field of it, and the maker is a class of the same file', {
    'app.js': APP,
    'orders.js': `class Orders {}
async function create(order) { this.last = order; this.close(order); } //! POST /a
Orders.prototype.create = create;
Orders.prototype.close = require('./orders.close').close;
module.exports = Orders;
`,
    'orders.close.js': CLOSE,
  });
  reaches('is unknown where two makers get the function', {
    'app.js': APP,
    'orders.js': `${ORDERS}
function Others() {}
Others.prototype.create = create;
module.exports.Others = Others;
`,
    'orders.create.js': CREATE.replace(' //! POST /a', ''),
    'orders.close.js': CLOSE,
  });
  reaches('is unknown where another function of that name is put there', {
    'app.js': APP,
    'orders.js': ORDERS.replace("require('./orders.create')", "require('./others')"),
    'others.js': 'exports.create = async () => { await fetch(1); };\n',
    'orders.create.js': CREATE.replace(' //! POST /a', ''),
    'orders.close.js': CLOSE,
  });
});
