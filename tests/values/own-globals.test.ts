import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const MAIL = `module.exports = {
  init() { return this; },
  async send(x) { await fetch(x); this.log(x); }, //! POST /a
  async log(x) { await fetch(x); },
};
`;
const START = `const APP = { name: 'app' };
global.APP = APP;
APP.mail = require('./mail.js').init();
require('./routes.js');
`;
const routes = (body: string): string => `const express = require('express');
const app = express();
app.post('/a', async (req, res) => { ${body} res.end(); });
`;

describe('a global of one’s own', () => {
  reaches('is what the code puts into it', {
    'app.js': START,
    'mail.js': MAIL,
    'routes.js': routes('await APP.mail.send(1);'),
  });
  reaches('also where another file puts it into a part of it', {
    'app.js': `globalThis.APP = { name: 'app' };\nrequire('./kernel.js');\n`,
    'kernel.js': `module.exports = () => { APP.mail = require('./mail.js').init(); };\n`,
    'mail.js': MAIL,
    'routes.js': routes('await APP.mail.send(1);'),
  });
  reaches('also where the global object is named, and a worker puts less under the name', {
    'app.js': `class App { constructor() { global.hub = this; this.mail = require('./mail.js').init(); } }
new App();
require('./routes.js');
`,
    'a-worker.js': `process.on('message', (message) => { global.hub = { ...message.hub }; });
`,
    'mail.js': MAIL,
    'routes.js': routes('await global.hub.mail.send(1);'),
  });
  // No function is meant by the name `close` alone.
  reaches('is no parameter of its name, and has no part that nobody writes', {
    'app.js': START.replace('APP.mail = ', 'APP.other = '),
    'mail.js': MAIL.replace(' //! POST /a', '').replace('send', 'close'),
    'routes.js': routes('const done = (APP) => APP.other.close(1); await done(req.body); await APP.mail.close(1);'),
  });
  reaches('is what a variable of the file is not', {
    'app.js': START,
    'mail.js': MAIL.replace(' //! POST /a', '').replace('send', 'close'),
    'routes.js': `const APP = require('./other.js');\n${routes('await APP.mail.close(1);')}`,
    'other.js': 'exports.mail = { close() {} };',
  });
});
