import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const TOUCH = 'const touch = async (x) => { await fetch(String(x)); };\n';

describe('an object literal whose methods set members', () => {
  reaches('what one method sets, another runs; and `this` is still the object there', {
    'app.js': `${TOUCH}const app = require('express')();
const mail = {
  open() { this.isOpen = true; this.greet(); this.send = () => { touch(1); }; }, //! GET /
  greet() { touch(2); }, //! GET /
  close: function () { this.isOpen = false; this.bye(); },
  bye() { touch(3); }, //! GET /
  never() { touch(4); },
};
app.get('/', (req, res) => { mail.open(); mail.send(); mail.close(); res.json(1); });
`,
  });
  reaches('unlike a function that makes objects', {
    'app.js': `${TOUCH}const app = require('express')();
const makers = {
  Mail: function () { this.send = () => { touch(1); }; }, //! GET /
  send() { touch(2); },
};
app.get('/', (req, res) => { new makers.Mail().send(); res.json(1); });
`,
  });
});
