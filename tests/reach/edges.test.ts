import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const PRELUDE = `import express from 'express';
const touch = async (x?: unknown) => { await fetch(String(x)); };
const app = express();
`;
const handler = (body: string): string => `app.post('/a', async (req, res) => { ${body} res.end(); });\n`;

describe('what runs', () => {
  reaches('the values of fields, and the constructor that a class inherits', {
    'app.ts': `${PRELUDE}
function first() { touch(1); return 1; } //! POST /a
class Base { constructor() { touch(2); } } //! POST /a
class Job extends Base { a = first(); }
${handler('new Job();')}`,
  });
  reaches('what was wrapped, when its wrapping is called', {
    'app.ts': `${PRELUDE}
const retrying = (fn: (x: number) => Promise<void>) => async (x: number) => { await fn(x); };
const send = retrying(async (x) => { touch(x); await touch(x); }); //! POST /a
${handler('await send(1);')}`,
  });
  reaches('what is put into a list, when that is gone through', {
    'app.ts': `${PRELUDE}
const hooks: (() => void)[] = [];
hooks.push(() => { touch(1); }); //! POST /a
${handler('for (const hook of hooks) hook();')}`,
  });
  reaches('what a loop puts into a table, when it is taken out by a key', {
    'app.ts': `${PRELUDE}
class Mail { name = 'mail'; async send() { touch(1); } } //! POST /a
class Text { name = 'text'; async send() { touch(2); } } //! POST /a
class Senders {
  static all: Record<string, any> = {};
  static init() { for (const sender of [new Mail(), new Text()]) this.all[sender.name] = sender; }
  static async send(kind: string) { return this.all[kind].send(); }
}
${handler('await Senders.send(req.body.kind);')}`,
  });
  reaches('what a function of a library goes through', {
    'app.ts': `${PRELUDE}
import _ from 'lodash';
class Users { work() { touch(1); } } //! POST /a
class Pages { work() { touch(2); } } //! POST /a
const importers: Record<string, any> = {};
importers.users = new Users();
importers.pages = new Pages();
${handler('_.each(importers, (importer) => { importer.work(); });')}`,
  });
  reaches('what the heirs of a class have, where it calls on itself what it lacks', {
    'app.js': `const express = require('express');
const { Queue } = require('./queue.js');
const app = express();
app.post('/a', async (req, res) => { await new Queue().run(); res.end(); });`,
    'base.js': `class Base { async run() { await this.push(1); this.pull(2); } }
exports.Base = Base;`,
    'queue.js': `const { Base } = require('./base.js');
const base_1 = require('./base.js');
const touch = async (x) => { await fetch(x); };
class Queue extends Base { async push(x) { touch(x); } } //! POST /a
class Other extends base_1.Base { push(x) { touch(x); } } //! POST /a
class Plain { pull(x) { touch(x); } push(x) { touch(x); } }
exports.Queue = Queue; exports.Other = Other; exports.Plain = Plain;`,
  });
  reaches('a member of a type, in the literal that is said to satisfy it, and to be constant', {
    'app.ts': `${PRELUDE}
interface Job { name: string; handler: (x: number) => Promise<void> }
const mail = { name: 'mail', handler: async (x) => { touch(x); } } as const satisfies Job; //! POST /a
const run = async (job: Job) => { await job.handler(1); };
${handler('await run(req.job);')}`,
  });
  reaches('a member of a type that nothing is said to satisfy, in what has the name', {
    'recorder.ts': `const touch = async () => { await fetch('x'); };
export class Recorder { async recordSetting() { touch(); } } //! POST /a
`,
    'app.ts': `${PRELUDE}
interface Settings { recordSetting(): Promise<void> }
class Orders { constructor(private readonly settings: Settings) {} async save() { await this.settings.recordSetting(); } }
${handler('await new Orders(req.settings).save();')}`,
  });
  reaches('what the writer of a stream gives back to clean up', {
    'app.ts': `${PRELUDE}
import { eventStream } from 'remix-utils/sse/server';
app.get('/a', (req, res) => eventStream(req.signal, (send) => { send(1); return () => { touch(1); }; })); //! GET /a
`,
  });
  reaches('an abstract method, in the class that has it', {
    'app.ts': `${PRELUDE}
abstract class Base { async run() { await this.work(); } abstract work(): Promise<void>; }
class Real extends Base { async work() { touch(1); } } //! POST /a
const real: Base = new Real();
${handler('await real.run();')}`,
  });
});

describe('what does not run', () => {
  reaches('what other callbacks give back', {
    'app.ts': `${PRELUDE}
${handler('res.json(req.body.map((x) => () => { touch(x); }).length);')}`,
  });
  reaches('the methods of what is put into another table', {
    'app.ts': `${PRELUDE}
class Mail { name = 'mail'; async send() { touch(1); } }
class Senders {
  static all: Record<string, any> = {};
  static old: Record<string, any> = {};
  static init() { for (const sender of [new Mail()]) this.old[sender.name] = sender; }
  static async send(kind: string) { return this.all[kind].send(); }
}
${handler('await Senders.send(req.body.kind);')}`,
  });
  reaches('a member of a literal of another type', {
    'app.ts': `${PRELUDE}
interface Job { name: string; handler: (x: number) => Promise<void> }
interface Other { name: string; handler: (x: number) => Promise<void> }
const mail = { name: 'mail', handler: async (x) => { touch(x); } } as const satisfies Other;
const real: Job = { name: 'real', handler: async (x) => { await touch(x); } };
const run = async (job: Job) => { await job.handler(1); };
${handler('await run(req.job);')}`,
  });
  reaches('what only has the name, where something is said to satisfy the type', {
    'app.ts': `${PRELUDE}
interface Settings { recordSetting(): Promise<void> }
class Real implements Settings { async recordSetting() { await touch(1); } }
class Other { async recordSetting() { touch(2); } }
class Orders { constructor(private readonly settings: Settings) {} async save() { await this.settings.recordSetting(); } }
${handler('await new Orders(req.settings).save();')}`,
  });
  reaches('a function that is only kept', {
    'app.ts': `${PRELUDE}
const jobs: (() => void)[] = [];
function later(job: () => void) { jobs.push(job); }
function work() { touch(1); }
${handler('later(work);')}`,
  });
  reaches('the methods of a class that a function makes', {
    'app.ts': `${PRELUDE}
function mixin() { return class { run() { touch(1); } }; }
${handler('mixin();')}`,
  });
  reaches('listeners of what other processes hear', {
    'listen.ts': `import { socket } from './socket';
const run = async () => { await fetch('x'); };
socket.on('paid', () => { run(); });
`,
    'socket.ts': 'export const socket = globalThis.connection;\n',
    'app.ts': `${PRELUDE}import { socket } from './socket';
${handler("socket.emit('paid', 1);")}`,
  });
  reaches('a name that too many functions have', {
    'many.ts': `const touch = async () => { await fetch('x'); };
${['A', 'B', 'C', 'D', 'E', 'F'].map((name) => `export class ${name} { chargeCustomer() { touch(); } }`).join('\n')}
`,
    'app.ts': `${PRELUDE}${handler("await req.scope.resolve('x').chargeCustomer(1);")}`,
  });
  reaches(
    'what only a name leads to, where it must be sure',
    {
      'billing.ts': `const touch = async () => { await fetch('x'); };
export class Billing { async chargeCustomer() { touch(); } }
`,
      'app.ts': `${PRELUDE}${handler("await req.scope.resolve('x').chargeCustomer(1);")}`,
    },
    { evidence: 'sure' },
  );
});

describe('what no server runs', () => {
  reaches('examples and scripts', {
    'examples/app.ts': `${PRELUDE}${handler('touch(1);')}`,
    'scripts/dev.ts': `${PRELUDE}${handler('touch(1);')}`,
    'src/app.ts': `${PRELUDE}${handler('touch(1);').trimEnd()} //! POST /a\n`,
  });
});

describe('what a lifecycle hook calls', () => {
  const files = (mark: string): Record<string, string> => ({
    'package.json': '{ "name": "server", "type": "module", "dependencies": { "fastify": "5" } }',
    'app.ts': `import Fastify from 'fastify';
const touch = async () => { await fetch('x'); };
async function warm() { touch(); }${mark}
Fastify().addHook('onReady', async () => { await warm(); touch(); }); //! hook onReady
`,
  });
  reaches('is not followed', files(''));
  reaches('is followed in strict', files(' //! hook onReady'), { strict: true });
});

describe('a hook that a base class calls and many classes implement', () => {
  const many = (declared: string, mark = ''): Record<string, string> => ({
    'base.ts': `export abstract class Hooks { async run() { await this.after(); } ${declared} }\n`,
    'app.ts': `${PRELUDE}import type { Hooks } from './base';
const all: Hooks[] = JSON.parse('[]');
${handler('for (const hooks of all) await hooks.run();')}`,
    ...Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [
        `hooks/h${at.toString()}.ts`,
        `import { Hooks } from '../base';
const touch = async () => { await fetch('x'); };
export class H${at.toString()} extends Hooks { async after() { touch(); } }${mark}
`,
      ]),
    ),
  });
  reaches('is each of theirs', many('protected abstract after(): Promise<void>;', ' //! POST /a'));
  reaches('is nobody’s in particular if the base class has its own', many('protected async after() {}'));
});
