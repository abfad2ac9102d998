import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const AUDIT = 'exports.audit = async () => { await fetch("https://audit.example"); };\n';
const CONTROLLER = `const { audit } = require('../lib/audit');
exports.list = (one, res) => { one.on('end', () => {}); audit(); res.end(); };__MARK__
`;
const APP = `const app = require('express')();
app.get('/a', require('./controllers/orders').list);
`;

/** A server whose package.json is made when it is installed. */
describe('a project without a package.json', () => {
  reaches('is one package that depends on what it imports', {
    'package.json': '',
    'eslint.config.mjs': 'export default [];',
    'install/package.json': '{ "name": "server" }',
    'src/lib/audit.js': AUDIT,
    'src/controllers/orders.js': CONTROLLER.replace('__MARK__', ' //! GET /a'),
    'src/controllers/users.js':
      "const { audit } = require('../lib/audit');\nexports.get = (req, res) => { audit(); res.end(); }; //! get\n",
    'src/app.js': APP,
  });
  reaches('which may be no server', {
    'package.json': '',
    'eslint.config.mjs': 'export default [];',
    'src/lib/audit.js': AUDIT,
    'src/users.js': "const { audit } = require('./lib/audit');\nexports.get = (req, res) => { audit(); res.end(); };\n",
  });
});
