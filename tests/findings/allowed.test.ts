import { describe } from 'vitest';
import { flags, silent } from '../support/marked.ts';

const SETUP = `
import express from 'express';
import { track, Client } from '@acme/analytics';
/** @fireAndForget a lost beat is made good by the next */
async function beat() { await 0; }
/** @fireAndForget */
async function unreasoned() { await 0; }
async function audit(id) { await id; }
class Mailer { async send(to) { await to; } async check() { await 0; } }
const mailer = new Mailer();
const client = new Client();
const app = express();
`;

describe('@fireAndForget', () => {
  flags('at the declaration, with a reason, is the author\'s word', `${SETUP}
    app.get('/', (req, res) => {
      beat();
      beat().catch(console.error);
      unreasoned();
      ^^^^^^^^^^^^ floating
      res.end();
    });`);
});

describe('allow', () => {
  const code = `${SETUP}
    app.get('/', (req, res) => {
      fetch('https://example.com').catch(() => {});
      track('x').catch(() => {});
      client.flush().catch(() => {});
      mailer.send(1);
      audit(2);
      res.end();
    });`;
  silent('takes functions of a package, a file and the platform', code, {
    allow: [
      { from: 'lib', name: 'fetch' },
      { from: 'package', name: ['track', 'Client.flush'], package: '@acme/analytics' },
      { from: 'file', name: ['Mailer.send', 'audit'] },
    ],
  });
  flags('takes nothing else: another package, another file, another name', code.replace('audit(2);', 'audit(2);\n      ^^^^^^^^ floating').replace('mailer.send(1);', 'mailer.send(1);\n      ^^^^^^^^^^^^^^ floating'), {
    forms: { caught: false },
    allow: [
      { from: 'package', name: 'audit', package: '@acme/analytics' },
      { from: 'file', name: 'audit', path: 'other.ts' },
      { from: 'file', name: 'Mailer.check' },
    ],
  });
});
