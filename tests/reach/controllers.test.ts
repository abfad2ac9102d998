import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const PACKAGE = '{ "name": "server", "dependencies": { "express": "4", "@acme/pipeline": "1" } }';
const SAVE = 'const save = async (x) => { await fetch(x); };\n';

/** A table of operations, of which a package's call makes a handler. */
const ORDERS = `${SAVE}
const controller = {
  docName: 'orders',
  browse: {
    permissions: true,
    query() { save(1); return []; }, //! GET /orders
  },
  add: {
    permissions(frame) { save(frame); return true; }, //! POST /orders
    async query(frame) { await save(frame); },
  },
  unused: {
    query() { save(2); },
  },
};
module.exports = controller;
`;

describe('objects in handler position', () => {
  reaches('functions of an object that a call of a package is given', {
    'package.json': PACKAGE,
    'orders.js': ORDERS,
    'app.js': `const express = require('express');
const { http } = require('@acme/pipeline');
const orders = require('./orders');
const router = express.Router();
router.get('/orders', http(orders.browse));
router.post('/orders', http(orders.add));
`,
  });
  reaches('behind an accessor, and behind what a package makes of it', {
    'package.json': PACKAGE,
    'orders.js': ORDERS,
    'api.js': `const pipeline = require('@acme/pipeline');
module.exports = {
  get orders() { return pipeline.pipeline(require('./orders'), {}); },
};
`,
    'index.js': "module.exports.endpoints = require('./api');\n",
    'app.js': `const express = require('express');
const { http } = require('@acme/pipeline');
const api = require('./index').endpoints;
module.exports = () => {
  const router = express.Router();
  router.get('/orders', http(api.orders.browse));
  router.post('/orders', http(api.orders.add));
  return router;
};
`,
  });
  reaches('with a wrapper whose code is at hand, only what it calls; and no object in another place', {
    'package.json': PACKAGE,
    'app.js': `${SAVE}const express = require('express');
const router = express.Router();
const only = (operation) => async (req, res) => { res.json(await operation.query(req)); };
const operation = { other() { save(1); }, query() { save(2); } }; //! GET /orders
router.get('/orders', only(operation));
const options = { retry() { save(3); } };
const client = require('@acme/pipeline').make(options);
`,
  });
});

describe('routers that one function makes', () => {
  reaches('each is mounted where it is', {
    'package.json': PACKAGE,
    'shared.js': `const express = require('express');
module.exports = () => express();
module.exports.Router = () => express.Router();
`,
    'orders.js': `${SAVE}const express = require('./shared');
module.exports = () => {
  const router = express.Router();
  router.post('/add', (req, res) => { save(1); res.end(); }); //! POST /orders/add
  return router;
};
`,
    'users.js': `${SAVE}const express = require('./shared');
module.exports = () => {
  const router = express.Router();
  router.post('/add', (req, res) => { save(1); res.end(); }); //! POST /users/add
  return router;
};
`,
    'app.js': `const express = require('./shared');
const orders = require('./orders');
const app = express();
app.use('/orders', orders());
app.lazyUse('/users', require('./users'));
`,
  });
});
