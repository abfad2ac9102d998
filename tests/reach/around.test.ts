import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const PRELUDE = `import express from 'express';
const save = async (x?: unknown) => { await fetch(String(x)); };
const app = express();
`;

describe('folders whose names speak against serving', () => {
  reaches('what the server itself imports is served', {
    'src/app.ts': `${PRELUDE}import { samples } from './samples/router';
app.use('/samples', samples);
app.post('/a', (req, res) => { save(req.body); res.end(); }); //! POST /a
`,
    'src/samples/router.ts': `import { Router } from 'express';
import { seed } from '../seeds/index.js';
const save = async (x?: unknown) => { await fetch(String(x)); };
export const samples = Router();
samples.post('/s', (req, res) => { save(1); seed(); res.end(); }); //! POST /samples/s
`,
    'src/seeds/index.ts': `const save = async (x?: unknown) => { await fetch(String(x)); };
export const seed = () => { void save(1); }; //! POST /samples/s (seed)
`,
    'examples/server.ts': `${PRELUDE}app.post('/e', (req, res) => { save(req.body); res.end(); });
`,
  });
});

describe('folders of routes', () => {
  const route = `const save = async (x?: unknown) => { await fetch(String(x)); };
export default function handler(req, res) { save(req.body); res.end(); }`;
  reaches('a file that gets an address is served, whatever the folder below is called', {
    'package.json': '{ "dependencies": { "next": "15" } }',
    'pages/api/v1/migration/index.ts': `${route} //! API route /api/v1/migration
`,
    'migrations/pages/api/move.ts': `${route}
`,
  });
});

describe('functions given to what is given back', () => {
  reaches('an option runs when what was made is called', {
    'stream.ts': `export function createLoader(options: { timeout: number; handler: (context: unknown) => Promise<void> }) {
  const { timeout, handler } = options;
  return async function loader(request: unknown) { await handler({ request, timeout }); };
}
`,
    'presenter.ts': `import { createLoader } from './stream';
const save = async (x?: unknown) => { await fetch(String(x)); };
export class Presenter {
  loader() {
    return createLoader({ timeout: 1, handler: async (context) => { save(context).catch(() => {}); } }); //! POST /a
  }
}
`,
    'app.ts': `import express from 'express';
import { Presenter } from './presenter';
const load = new Presenter().loader();
const app = express();
app.post('/a', async (req, res) => { await load(req); res.end(); });
`,
  });
  reaches('not of a helper that is used all over', {
    'app.ts': `${PRELUDE}
function later(fn: () => unknown) { return () => fn(); }
const one = later(() => { void save(1); });
const two = later(() => { void save(2); });
const three = later(() => { void save(3); });
export const start = () => { one(); two(); three(); };
app.post('/a', async (req, res) => { res.end(); });
`,
  });
});

describe('packages of a workspace', () => {
  const manifests = {
    'package.json': '{ "private": true, "workspaces": ["apps/*", "packages/*"] }',
    'packages/core/package.json': '{ "name": "@acme/core", "main": "src/index.ts" }',
    'packages/mail/package.json': '{ "name": "@acme/mail", "dependencies": { "@acme/core": "*" } }',
    'packages/other/package.json': '{ "name": "@acme/other" }',
    'apps/web/package.json':
      '{ "name": "web", "dependencies": { "express": "5", "@acme/core": "*", "@acme/mail": "*" } }',
  };
  reaches('an interface of one is implemented in another', {
    ...manifests,
    'packages/core/src/index.ts': 'export interface Sender { deliver(to: string): Promise<void>; }\n',
    'packages/mail/src/index.ts': `import type { Sender } from '@acme/core';
export class Mailer implements Sender {
  async deliver(to: string) { void this.log(to); } //! POST /a
  async log(to: string) { await fetch(to); }
}
`,
    'apps/web/src/app.ts': `import express from 'express';
import type { Sender } from '@acme/core';
const app = express();
const notify = async (sender: Sender) => { await sender.deliver('x'); };
app.post('/a', async (req, res) => { await notify(req.app.locals.sender); res.end(); });
`,
  });
  reaches('by a name that only one that is depended on has', {
    ...manifests,
    'packages/core/src/index.ts': 'export {};\n',
    'packages/mail/src/index.ts': `export const billing = {
  async chargeCustomer(id: string) { void this.log(id); }, //! POST /a
  async log(id: string) { await fetch(id); },
};
`,
    'packages/other/src/index.ts': `export const rest = {
  async refundCustomer(id: string) { void this.log(id); },
  async log(id: string) { await fetch(id); },
};
`,
    'apps/web/src/app.ts': `import express from 'express';
const app = express();
app.post('/a', async (req, res) => {
  await req.scope.resolve('billing').chargeCustomer(1);
  await req.scope.resolve('rest').refundCustomer(1);
  res.end();
});
`,
  });
});
