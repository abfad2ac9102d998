import { describe, expect, it } from 'vitest';
import { findingsInPackage } from '../support/packages.ts';
import { launchIn } from '../support/launches.ts';

const MAILER = 'export class Mailer { async sendWelcome(id) { await post(id); } }';
const TWO = `${MAILER} export const other = { sendWelcome: async (id) => { await push(id); } };`;
const BUS = 'export class EventBus { async publish(id) { await post(id); } }';
const TWO_BUSES = `${BUS} export class Feed { publish(id) { this.id = id; } }`;

const EXTENDING =
  "import { Message } from 'acme'; Message.prototype.safeReply = async function (x) { await this.reply(x); };";

type Row = readonly [title: string, code: string, definitions: string];

const FOUND: readonly Row[] = [
  ['through a container', "function f(req) { req.container.resolve('m').sendWelcome(1); }", MAILER],
  ['through a member of a parameter', 'function f(req) { req.config.mail.sendWelcome(1); }', MAILER],
  ['through what is taken out of a parameter', 'function f({ mail }) { mail.sendWelcome(1); }', MAILER],
  ['through a field', 'class A { run() { this.adapter.sendWelcome(1); } }', MAILER],
  ['through a variable', 'const m = table[name]; m.sendWelcome(1);', MAILER],
  ['where there are several, which all launch', 'function f(req) { req.mail.sendWelcome(1); }', TWO],
  ['a common verb that only one function has', 'function f(req) { req.bus.publish(1); }', BUS],
  [
    'a common verb of the class that the receiver is named after',
    'function f(req) { req.eventBus.publish(1); }',
    TWO_BUSES,
  ],
  ['an extension of a prototype, on a parameter', 'function f(message) { message.safeReply(1); }', EXTENDING],
  [
    'an extension of a prototype, on what a package gives',
    "import { message } from 'acme'; message.channel.safeReply(1);",
    EXTENDING,
  ],
];

const UNKNOWN: readonly Row[] = [
  ['a bare parameter', 'function f(mail) { mail.sendWelcome(1); }', MAILER],
  ['what a method of a parameter gives', "function f(mail) { mail.to('x').with(1).sendWelcome(1); }", MAILER],
  [
    'a method that processes have',
    "function f(req) { req.worker.kill('SIGTERM'); }",
    'export class Runs { async kill(id) { await post(id); } }',
  ],
  [
    'a common verb on a connection, which a package makes',
    'function f(user) { user.client.send(1); }',
    'export const channel = { async send(id) { await post(id); } };',
  ],

  [
    'a response that a call gives',
    'function f(host) { const { res } = contextOf(host); res.status(404).send(1); }',
    'export const channel = { async send(id) { await post(id); } };',
  ],
  [
    'a name that is on a prototype, and in a class of the code',
    'function f(message) { message.safeReply(1); }',
    `${EXTENDING} export class Own { async safeReply(x) { await post(x); } }`,
  ],
  ['an extension, on a class of the code', 'class Own {} new Own().safeReply(1);', EXTENDING],
  ['the parameter of a callback', 'list.forEach((mail) => { mail.sendWelcome(1); });', MAILER],
  ['what a package gives', "import { mail } from 'acme'; mail.sendWelcome(1);", MAILER],
  [
    'a value whose members are known',
    'interface Mail { to: string } function f(mail: Mail) { mail.sendWelcome(1); }',
    MAILER,
  ],
  [
    'what has the type of a package at first, and a value of the code later',
    "import type { Hub } from 'acme'; interface Entry { mail: Hub } function f(all: Record<string, Entry>) { let one = all[id]; if (!one) one = { mail: make() }; one.mail.sendWelcome(1); }",
    MAILER,
  ],
  ['a class of the code without it', 'class Mail {} new Mail().sendWelcome(1);', MAILER],
  [
    'where one of them launches nothing',
    'function f(req) { req.m.sendWelcome(1); }',
    `${MAILER} export const m = { sendWelcome(id) { return id; } };`,
  ],
  [
    'where a plain function of the name does not',
    'function f(req) { req.m.sendWelcome(1); }',
    `${MAILER} export function sendWelcome(id) { log(id); }`,
  ],
  [
    'where only plain functions have it',
    'function f(req) { req.m.sendWelcome(1); }',
    'export async function sendWelcome(id) { await post(id); }',
  ],
  [
    'where it settles at once',
    'function f(req) { req.m.sendWelcome(1); }',
    'export class M { async sendWelcome(id) { this.last = id; } }',
  ],
  [
    'a name that builtins have',
    'function f(req) { req.store.delete(1); }',
    'export class S { async delete(id) { await post(id); } }',
  ],
  ['a common verb that several have', 'function f(req) { req.bus.publish(1); }', TWO_BUSES],
  ['options of a call', 'function f(req) { req.m.onMail(1); }', 'start({ async onMail(id) { await post(id); } });'],
];

describe('the name of a method says that a call launches', () => {
  it.each(FOUND)('%s', (_title, code, definitions) => {
    expect(launchIn(code, { 'src/defined.ts': definitions })).toMatchObject({
      verdict: 'promise',
      evidence: { step: 'name' },
    });
  });
  it.each(UNKNOWN)('not %s', (_title, code, definitions) => {
    expect(launchIn(code, { 'src/defined.ts': definitions })).toBeUndefined();
  });
});

describe('a finding by the name of a method is likely', () => {
  const found = (options: object): unknown =>
    findingsInPackage(
      ['express'],
      {
        'src/mailer.js': MAILER,
        'src/lib.js': 'export const welcome = (ctx) => ctx.mail.sendWelcome(1);',
        'src/app.js': `import express from 'express';
import { welcome } from './lib.js';
const app = express();
app.post('/a', (req, res) => { req.mail.sendWelcome(1); welcome(req); res.end(); });`,
      },
      'src/app.js',
      options,
    ).findings.map(({ callee, origin }) => [callee, origin.evidence]);
  it('also behind a function that returns it', () => {
    expect(found({})).toEqual([
      ['req.mail.sendWelcome', 'likely'],
      ['welcome', 'likely'],
    ]);
  });
  it('and left out where only what is sure is asked for', () => {
    expect(found({ evidence: 'sure' })).toEqual([]);
  });
});
