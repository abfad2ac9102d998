import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const AUDIT = 'export async function audit() { await fetch("https://audit.example"); }\n';
const APP = `import express from 'express';
import { audit } from '@/lib/audit';
const app = express();
app.post('/a', (req, res) => { audit(); res.json({}); }); //! POST /a
`;

describe('aliases', () => {
  reaches('a tsconfig that extends something absent still gives its own paths', {
    'tsconfig.json': '{"extends":"@acme/none","compilerOptions":{"baseUrl":".","paths":{"@/*":["src/*"]}}}',
    'src/lib/audit.ts': AUDIT,
    'src/app.ts': APP,
  });
  reaches('paths without baseUrl, with comments in the file', {
    'tsconfig.json':
      '{\n  // ours\n  "extends": "./missing.json",\n  "compilerOptions": { "paths": { "@/*": ["./src/*"] }, },\n}',
    'src/lib/audit.ts': AUDIT,
    'src/app.ts': APP,
  });
  reaches('a tsconfig that extends a package of the workspace', {
    'package.json': '{ "private": true, "workspaces": ["apps/*", "packages/*"] }',
    'packages/config/package.json': '{ "name": "@acme/tsconfig" }',
    'packages/config/base.json': '{ "compilerOptions": { "paths": { "@/*": ["../../apps/web/src/*"] } } }',
    'apps/web/package.json': '{ "name": "web", "dependencies": { "express": "5" } }',
    'apps/web/tsconfig.json': '{ "extends": "@acme/tsconfig/base.json" }',
    'apps/web/src/lib/audit.ts': AUDIT,
    'apps/web/src/app.ts': APP,
  });
  reaches('imports of the package lead from the build to the source', {
    'package.json':
      '{ "name": "server", "type": "module", "imports": { "#lib/*": "./dist/lib/*.js" }, "dependencies": { "express": "5" } }',
    'src/lib/audit.ts': AUDIT,
    'src/app.ts': APP.replace('@/lib/audit', '#lib/audit'),
  });
  reaches("SvelteKit's $lib", {
    'package.json': '{ "name": "site", "type": "module", "devDependencies": { "@sveltejs/kit": "2" } }',
    'src/lib/audit.ts': AUDIT,
    'src/routes/api/+server.ts': `import { audit } from '$lib/audit';
export async function POST() { audit(); return new Response(); } //!
`,
  });
});

const LIB = `async function touch(id: string) { await fetch('https://x.example/' + id); }
export async function rename(id: string) { touch(id).catch(() => {}); } //! POST /a (rename)
`;
const WEB = `import express from 'express';
import { rename } from '@acme/lib';
const app = express();
app.post('/a', async (q, r) => { await rename('1'); r.json({}); });
`;
const PACKAGES = {
  'packages/lib/package.json': '{ "name": "@acme/lib", "main": "dist/index.js" }',
  'packages/lib/src/index.ts': LIB,
  'apps/web/package.json': '{ "name": "web", "dependencies": { "express": "5", "@acme/lib": "*" } }',
  'apps/web/src/app.ts': WEB,
};

describe('packages of a workspace', () => {
  const npm = { 'package.json': '{ "private": true, "workspaces": ["apps/*", "packages/*"] }' };
  reaches('by name, without node_modules, the main of which was never built', { ...npm, ...PACKAGES });
  reaches('by name, with the link in node_modules', {
    ...npm,
    ...PACKAGES,
    'node_modules/@acme/lib': { target: '../../packages/lib' },
  });
  reaches('exports that lead to dist', {
    ...npm,
    ...PACKAGES,
    'packages/lib/package.json':
      '{ "name": "@acme/lib", "exports": { ".": { "types": "./dist/index.d.ts", "import": "./dist/index.mjs" } } }',
  });
  reaches('a subpath of a package', {
    ...npm,
    ...PACKAGES,
    'packages/lib/package.json': '{ "name": "@acme/lib", "exports": { "./names": "./dist/names.js" } }',
    'packages/lib/src/index.ts': '',
    'packages/lib/src/names.ts': LIB,
    'apps/web/src/app.ts': WEB.replace('@acme/lib', '@acme/lib/names'),
  });
  reaches('pnpm', {
    'package.json': '{ "private": true }',
    'pnpm-workspace.yaml': "packages:\n  - 'apps/*'\n  - packages/*\n",
    ...PACKAGES,
  });
  reaches('Deno', {
    'package.json': '{ "private": true }',
    'deno.json': '{ "workspace": ["./apps/web", "./packages/lib"] }',
    ...PACKAGES,
  });
  reaches('Nx and plain folders, whose packages are only there', {
    'package.json': '{ "private": true }',
    'nx.json': '{}',
    ...PACKAGES,
  });
  reaches('a package without a server framework is run by one that has one, through a class', {
    ...npm,
    ...PACKAGES,
    'packages/lib/src/index.ts': `export class Names {
  async rename(id: string) { this.touch(id).catch(() => {}); } //! POST /a
  private async touch(id: string) { await fetch('https://x.example/' + id); }
}
`,
    'apps/web/src/app.ts': `import express from 'express';
import { Names } from '@acme/lib';
const names = new Names();
const app = express();
app.post('/a', async (q, r) => { await names.rename('1'); r.json({}); });
`,
  });
});

/** A workspace whose root has code and dependencies of its own. */
const SHARED = {
  'package.json': '{ "private": true, "workspaces": ["apps/*"], "dependencies": { "express": "5" } }',
  'tsconfig.base.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "@shared/*": ["libraries/shared/*"] } } }',
  'apps/web/package.json': '{ "name": "web" }',
  'apps/web/tsconfig.json': '{ "extends": "../../tsconfig.base.json" }',
  'apps/web/src/app.ts': WEB.replace('@acme/lib', '@shared/names'),
  'libraries/shared/names.ts': LIB,
};

describe('what a package of the workspace registers for those that use it', () => {
  const QUEUES = {
    'package.json': '{ "private": true, "workspaces": ["apps/*", "libs/*"] }',
    'libs/queues/package.json': '{ "name": "@acme/queues", "main": "src/index.ts", "dependencies": { "bullmq": "5" } }',
    'libs/queues/src/index.ts': "export * from './base';\n",
    'libs/queues/src/workers.ts': `import { Worker } from 'bullmq';
export class Workers {
  worker?: Worker;
  start(topic: string, work: (job: unknown) => Promise<void>) {
    const WorkerClass = process.env.PRO === undefined ? Worker : require('@acme/worker-pro').WorkerPro;
    this.worker = new WorkerClass(topic, work, {});
  }
}
`,
    'libs/queues/src/base.ts': `import { Workers } from './workers';
export class Base {
  constructor(private workers: Workers) {}
  init(work: (job: unknown) => Promise<void>) { this.workers.start('mail', work); }
  keep(work: (job: unknown) => Promise<void>) { return work; }
}
`,
    'apps/mail/package.json': '{ "name": "mail", "dependencies": { "express": "5", "@acme/queues": "*" } }',
  };
  const mail = (method: string, words: string): string => `import { Base } from '@acme/queues';
const touch = async (x: unknown) => { await fetch(String(x)); };
export class Mail extends Base {
  listen() { this.${method}(this.work()); }
  private work() {
    return async (job: unknown) => { touch(job); };${words}
  }
}
`;
  reaches('a worker whose class a condition chooses', {
    ...QUEUES,
    'apps/mail/src/mail.ts': mail('init', ' //! worker'),
  });
  reaches('not what it only keeps', { ...QUEUES, 'apps/mail/src/mail.ts': mail('keep', '') });
});

describe('code of a workspace that is in no member of it', () => {
  reaches('is run by a member, through an alias', SHARED);
  reaches('is run by a member, through a relative path', {
    ...SHARED,
    'apps/web/src/app.ts': WEB.replace('@acme/lib', '../../../libraries/shared/names'),
  });
  reaches('is not run by members that use other code of it', {
    ...SHARED,
    'libraries/shared/names.ts': LIB.replaceAll(/ \/\/!.*/g, ''),
    'libraries/shared/other.ts': 'export async function rename(id: string) { return id; }',
    'apps/web/src/app.ts': WEB.replace('@acme/lib', '@shared/other'),
  });
});

describe('files that are linted are seen', () => {
  reaches('dist is all there is', {
    'dist/index.js': `import express from 'express';
import { order } from './service.js';
const app = express();
app.post('/o', async (q, s) => { await order(q.body); s.end(); });
`,
    'dist/service.js': `async function touch(b) { await fetch('https://x.example', b); }
export async function order(b) { touch(b); } //! POST /o (order)
`,
  });
});

describe('near misses', () => {
  const silent = (text: string): string => text.replaceAll(/ \/\/!.*/g, '');
  reaches('a package that no server depends on is run by none', {
    'package.json': '{ "private": true, "workspaces": ["apps/*", "packages/*"] }',
    ...PACKAGES,
    'packages/lib/src/index.ts': silent(LIB),
    'apps/web/package.json': '{ "name": "web", "dependencies": { "express": "5" } }',
    'apps/web/src/app.ts': "import express from 'express';\nexpress().post('/a', (q, r) => r.json({}));\n",
  });
  reaches('a folder that the workspace leaves out is no package of it', {
    'package.json': '{ "private": true, "workspaces": ["apps/*", "packages/*", "!packages/lib"] }',
    ...PACKAGES,
    'packages/lib/src/index.ts': silent(LIB),
  });
  reaches('two packages of one name are neither', {
    'package.json': '{ "private": true, "workspaces": ["apps/*", "packages/*"] }',
    ...PACKAGES,
    'packages/lib/src/index.ts': silent(LIB),
    'packages/other/package.json': '{ "name": "@acme/lib" }',
  });
  reaches('an alias of a framework that the package does not depend on', {
    'src/lib/audit.ts': AUDIT,
    'src/app.ts': silent(APP).replace('@/lib/audit', '$lib/audit'),
  });
});

describe('built code beside its sources', () => {
  const manifest = '{ "name": "@acme/lib", "main": "dist/index.js" }';
  reaches('leads to the sources, though it is there', {
    'package.json': '{ "private": true, "workspaces": ["apps/*", "packages/*"] }',
    ...PACKAGES,
    'packages/lib/package.json': manifest,
    'packages/lib/.gitignore': 'dist\n',
    'packages/lib/dist/index.js': 'export async function rename(id) {}',
    'node_modules/@acme/lib': { target: '../../packages/lib' },
  });
  reaches('is seen by itself when it is linted', {
    '.gitignore': 'dist\n',
    'src/index.ts':
      "import express from 'express';\nimport { order } from './service';\nexpress().post('/o', (q) => order(q));\n",
    'src/service.ts': 'export function order(b: unknown) {}\n',
    'dist/index.js':
      "import express from 'express';\nimport { order } from './service.js';\nexpress().post('/o', (q) => { order(q); });\n",
    'dist/service.js': `async function touch(b) { await fetch('https://x.example', b); }
export function order(b) { touch(b); } //! POST /o (order)
`,
  });
});
