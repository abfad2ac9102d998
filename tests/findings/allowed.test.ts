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
  flags(
    "at the declaration, with a reason, is the author's word",
    `${SETUP}
    app.get('/', (req, res) => {
      beat();
      beat().catch(console.error);
      unreasoned();
      ^^^^^^^^^^^^ floating
      res.end();
    });`,
  );
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
  flags(
    'takes nothing else: another package, another file, another name',
    code
      .replace('audit(2);', 'audit(2);\n      ^^^^^^^^ floating')
      .replace('mailer.send(1);', 'mailer.send(1);\n      ^^^^^^^^^^^^^^ floating'),
    {
      forms: { caught: false },
      allow: [
        { from: 'package', name: 'audit', package: '@acme/analytics' },
        { from: 'file', name: 'audit', path: 'other.ts' },
        { from: 'file', name: 'Mailer.check' },
      ],
    },
  );
});

describe('allow goes by where a function comes from', () => {
  const CALLS = `
import express from 'express';
import { track, untrack } from '@acme/analytics';
import { fetch as polled } from '@acme/http';
import sdk from '@acme/sdk';
async function audit(id) { await id; }
express().get('/', (req, res) => {`;
  flags(
    'a name of this file is not that of a package',
    `${CALLS}
      track('x').then(console.log);
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ chained
      audit(1);
      res.end();
    });`,
    { allow: [{ from: 'file', name: ['track', 'audit'] }] },
  );
  flags(
    'one of the platform is not that of a package, nor that of this file',
    `${CALLS}
      fetch('/x');
      polled('/x').then(console.log);
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ chained
      audit(1);
      ^^^^^^^^ floating
      res.end();
    });`,
    { allow: [{ from: 'lib', name: ['fetch', 'audit'] }] },
  );
  flags(
    'one of a package is not its neighbour',
    `${CALLS}
      track('x').then(console.log);
      untrack('x').then(console.log);
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ chained
      res.end();
    });`,
    { allow: [{ from: 'package', name: 'track', package: '@acme/analytics' }] },
  );
  flags(
    'what a package exports by default is called default, and its members as they are written',
    `${CALLS}
      sdk('x').then(console.log);
      sdk.events.send('x').then(console.log);
      sdk.events.drop('x').then(console.log);
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ chained
      res.end();
    });`,
    { allow: [{ from: 'package', name: ['default', 'events.send'], package: '@acme/sdk' }] },
  );
});
