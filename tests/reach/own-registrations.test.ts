import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const TOUCH = 'const touch = async (x?: unknown) => { await fetch(String(x)); };\n';
const MANIFEST = '{ "name": "server", "type": "module", "dependencies": { "bullmq": "5", "express": "5" } }';

describe("a handler that a function of the user's own registers", () => {
  reaches('through methods of a base class, made by a method', {
    'package.json': MANIFEST,
    'workers.ts': `import { Worker } from 'bullmq';
export class Workers {
  start(work: (job: unknown) => Promise<void>) { this.make('mail', work); }
  private make(name: string, work: (job: unknown) => Promise<void>) { new Worker(name, work); }
}
`,
    'mail.ts': `import { Workers } from './workers';
${TOUCH}class Mail extends Workers {
  constructor() { super(); this.start(this.work()); }
  private work() {
    return async (job: unknown) => { touch(job); await touch(1); }; //! worker
  }
}
new Mail();
`,
  });
  reaches('as it stands in the call, or by its name', {
    'package.json': MANIFEST,
    'app.ts': `import express from 'express';
${TOUCH}const app = express();
const add = (path: string, work: () => Promise<void>) => { app.post(path, work); };
add('/a', async () => { touch(1); }); //! POST
async function save() { touch(2); } //! POST
add('/b', save);
`,
  });
});

describe('what a factory makes is the handler', () => {
  reaches('not the functions that it works with, which callers give', {
    'package.json': MANIFEST,
    'mail.ts': `import { Worker } from 'bullmq';
${TOUCH}type Notify = (text: string) => Promise<void>;
const created = (notify?: Notify) => {
  return async (job: unknown) => { touch(job); await notify?.('done'); }; //! worker
};
export function start(notify?: Notify) { new Worker('mail', created(notify)); }
`,
    'main.ts': `import { start } from './mail';
start(async (text) => { await fetch(text); });
`,
  });
});

describe('what is no handler', () => {
  reaches('what a function only keeps, and what it is given beside', {
    'package.json': MANIFEST,
    'app.ts': `import express from 'express';
${TOUCH}const app = express();
const kept: (() => Promise<void>)[] = [];
const keep = (path: string, work: () => Promise<void>) => { kept.push(work); app.get(path, () => 1); };
keep('/a', async () => { touch(1); });
const add = (path: string, work: () => Promise<void>, undo: () => Promise<void>) => { app.post(path, work); kept.push(undo); };
const undo = async () => { touch(3); };
add('/b', async () => { touch(2); }, undo); //! POST
`,
  });
  reaches('what another function of the name is given', {
    'package.json': MANIFEST,
    'add.ts': `import express from 'express';
const app = express();
export const add = (path: string, work: () => Promise<void>) => { app.post(path, work); };
`,
    'app.ts': `${TOUCH}const list = new Map<string, () => Promise<void>>();
const add = (path: string, work: () => Promise<void>) => { list.set(path, work); };
add('/a', async () => { touch(1); });
`,
  });
});
