import { blocksOf } from '../../support/blocks.ts';
import type { Scratch } from './scratch.ts';

interface Package {
  /** Names of packages of the workspace. */
  readonly needs: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

const page = blocksOf('monorepo.md');

/**
 * Twelve packages, from which `log()` goes up to the routes: by `mail`, which passes it on, and by `db`, which calls
 * it. Nothing of a framework is installed: a handler is known by its import.
 */
export const PACKAGES: Readonly<Record<string, Package>> = {
  log: { needs: [], files: { 'src/index.js': 'export function log(line) {\n  console.log(line);\n}\n' } },
  config: { needs: [], files: { 'src/index.js': "export const port = Number(process.env.PORT ?? '3000');\n" } },
  db: {
    needs: ['log'],
    files: {
      'src/index.js':
        "import { log } from '@shop/log';\nexport async function save(row) {\n  await fetch('http://db', { method: 'POST', body: row });\n  log('saved');\n}\n",
    },
  },
  mail: {
    needs: ['log', 'config'],
    files: {
      'src/index.js': "export { log } from '@shop/log';\nexport { send } from './send.js';\n",
      'src/send.js':
        "import { port } from '@shop/config';\nexport async function send(order) {\n  await fetch(`http://mail:${port}`, { method: 'POST', body: order });\n}\n",
    },
  },
  queue: {
    needs: ['config'],
    files: {
      'src/index.js':
        "import { port } from '@shop/config';\nexport const add = async (job) => fetch(`http://queue:${port}`, { method: 'POST', body: job });\n",
    },
  },
  auth: {
    needs: ['db'],
    files: {
      'src/index.js': "import { save } from '@shop/db';\nexport function touch(user) {\n  return save(user);\n}\n",
    },
  },
  billing: {
    needs: ['db', 'mail'],
    files: {
      'src/index.js':
        "import { save } from '@shop/db';\nimport { send } from '@shop/mail';\nexport class Invoices {\n  async issue(order) {\n    await save(order);\n    await send(order);\n  }\n}\n",
    },
  },
  api: {
    needs: ['billing', 'mail'],
    files: {
      'src/app.js':
        "import express from 'express';\nimport { Invoices } from '@shop/billing';\nimport { log, send } from '@shop/mail';\nconst invoices = new Invoices();\nexport const app = express();\napp.post('/orders', (req, res) => {\n  invoices.issue(req.body);\n  send(req.body);\n  log('order');\n  res.end();\n});\n",
    },
  },
  admin: {
    needs: ['auth'],
    files: {
      'src/app.js':
        "import { Hono } from 'hono';\nimport { remember } from './remember.js';\nexport const app = new Hono();\napp.get('/users/:id', (c) => {\n  remember(c.req.param('id'));\n  return c.text('ok');\n});\n",
      'src/remember.js': "import { touch } from '@shop/auth';\nexport function remember(user) {\n  touch(user);\n}\n",
    },
  },
  hooks: {
    needs: ['queue'],
    files: {
      'src/app.js':
        "import Fastify from 'fastify';\nimport { add } from '@shop/queue';\nexport const app = Fastify();\napp.post('/hook', async (request) => {\n  add(request.body).catch(console.error);\n  return { ok: true };\n});\n",
    },
  },
  web: {
    needs: ['auth', 'log'],
    files: {
      'src/app.js':
        "import Koa from 'koa';\nimport { touch } from '@shop/auth';\nimport { log } from '@shop/log';\nexport const app = new Koa();\napp.use(async (ctx) => {\n  log('request');\n  await touch(ctx.state.user);\n  ctx.body = 'ok';\n});\n",
    },
  },
  worker: {
    needs: ['mail', 'queue'],
    files: {
      'src/worker.js':
        "import { Worker } from 'bullmq';\nimport { send } from '@shop/mail';\nexport const worker = new Worker('mails', async (job) => {\n  send(job.data);\n});\n",
    },
  },
};

/** Findings of the workspace by package; the others have none. */
export const FINDINGS: Readonly<Record<string, number>> = { api: 2, admin: 1, hooks: 1, worker: 1 };

/** The packages that need `name`, directly or not, and itself. */
export function dependentsOf(name: string): string[] {
  const found = new Set([name]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const [candidate, { needs }] of Object.entries(PACKAGES))
      if (needs.some((need) => found.has(need))) found.add(candidate);
  }
  return [...found].sort();
}

/**
 * Writes the packages, or only those that are named, with the scripts of the page and one ESLint configuration at the
 * root.
 */
export function writeWorkspace(
  { write }: Pick<Scratch, 'write'>,
  ignored: readonly string[],
  only: readonly string[] = Object.keys(PACKAGES),
): void {
  const { scripts } = JSON.parse(page.file('packages/name/package.json')) as { scripts: object };
  write(
    'package.json',
    asJson({ name: 'shop', private: true, type: 'module', workspaces: ['packages/*'], packageManager: 'npm@11.0.0' }),
  );
  write('.gitignore', ['node_modules/', ...ignored, ''].join('\n'));
  write(
    'eslint.config.js',
    "import fireTask from 'eslint-plugin-fire-task';\n\nexport default [fireTask.configs.recommended];\n",
  );
  for (const name of only) {
    const { needs, files } = PACKAGES[name] ?? { needs: [], files: {} };
    const dependencies = Object.fromEntries(needs.map((need) => [`@shop/${need}`, '1.0.0']));
    write(
      `packages/${name}/package.json`,
      asJson({
        name: `@shop/${name}`,
        version: '1.0.0',
        private: true,
        type: 'module',
        exports: './src/index.js',
        scripts,
        dependencies,
      }),
    );
    for (const [path, text] of Object.entries(files)) write(`packages/${name}/${path}`, text);
  }
}

function asJson(record: object): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
