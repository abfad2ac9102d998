import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { DrainPlan } from '../../src/rewriting/drain/plan-call.ts';
import { planDrain } from '../../src/rewriting/drain/plan-drain.ts';
import { evaluationBy, packageOf, refreshProject, trackerHome } from '../support/engine.ts';

const base = realpathSync(mkdtempSync(join(tmpdir(), 'fire-task-drain-')));
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

let count = 0;
type Files = Readonly<Record<string, string>>;

/** The plan for a package of these files, all ES modules. */
function planFor(files: Files, flavour?: 'next' | 'cloudflare'): DrainPlan {
  count += 1;
  const root = join(base, count.toString());
  for (const [path, text] of Object.entries({ 'package.json': '{ "type": "module" }', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  refreshProject();
  return planDrain(
    root,
    trackerHome(packageOf(join(root, 'package.json')), flavour === undefined ? {} : { flavour }),
    evaluationBy(),
  );
}

/** The text of the one file, without the import that is put in. */
function rewritten(code: string, path = 'server.js'): string {
  const plan = planFor({ [path]: code });
  if (plan.kind !== 'planned') throw new Error(plan.kind === 'left' ? plan.reason : 'nothing is planned');
  expect(plan.output).toMatch(
    /^import \{ ?(?:drainOnShutdown ?\} from '\.\/lib\/drain-on-shutdown|drainTasks ?\} from '\.\/lib\/fire-task)\.(?:js|ts)';?$/m,
  );
  return plan.output.replace(/^import \{ ?drain\w+ ?\} from '[^']+';?\n/m, '').trim();
}

const EXPRESS = "import express from 'express';\nconst app = express();\n";
const HTTP = "import { createServer } from 'node:http';\nconst server = createServer();\n";
const FASTIFY = "import Fastify from 'fastify';\nconst app = Fastify();\n";
const NEST = "import { NestFactory } from '@nestjs/core';\nimport { AppModule } from './app.module.js';\n";

describe('a server that one of its own requests ends', () => {
  const login = (end: string): string =>
    `import { createServer } from 'node:http';\nexport async function login(port) {\n  const server = createServer();\n  server.on('request', (req, res) => {\n    res.end();\n    ${end}\n  });\n  server.listen(port);\n}\n`;
  it('is none that the program waits for', () => {
    expect(planFor({ 'login.js': login('setTimeout(() => server.close(), 1000);') })).toMatchObject({
      kind: 'left',
      reason: expect.stringContaining('No place was found') as string,
    });
  });
  it.each(['server.close(); process.exit(0);', 'server.closeIdleConnections();'])('is another: %s', (end) => {
    expect(planFor({ 'login.js': login(end) }).kind).toBe('planned');
  });
  it('does not hide the one that serves', () => {
    const plan = planFor({ 'login.js': login('server.close();'), 'server.js': `${EXPRESS}app.listen(3000);` });
    expect(plan.kind === 'planned' && plan.place.path.endsWith('server.js')).toBe(true);
  });
});

describe('a server that does not keep the process alive', () => {
  it.each(['server.listen(0);\nserver.unref();', 'server.listen(0).unref();'])(
    'is not the one of the program: %s',
    (start) => {
      expect(planFor({ 'proxy.js': `${HTTP}${start}\n` })).toMatchObject({
        kind: 'left',
        reason: expect.stringContaining('No place was found') as string,
      });
    },
  );
  it('does not hide the one that serves, nor is a timer it', () => {
    const plan = planFor({
      'proxy.js': `${HTTP}server.listen(0);\nserver.unref();\n`,
      'server.js': `${EXPRESS}app.listen(3000);\nsetInterval(() => {}, 5).unref();\n`,
    });
    expect(plan.kind === 'planned' && plan.place.path.endsWith('server.js')).toBe(true);
  });
});

describe('a hook that is only set up with a setting', () => {
  const stop = (test: string): string =>
    `${EXPRESS}app.listen(3000);\nif (${test}) {\n  process.on('SIGTERM', () => {\n    process.exit(0);\n  });\n}\n`;
  it.each(['!IS_CLOUD', 'SELF_HOSTED', 'process.env.GRACEFUL'])('is left, with what to write: %s', (test) => {
    const plan = planFor({ 'server.js': stop(test) });
    expect(plan).toMatchObject({ kind: 'left', places: [{ line: 5 }] });
    expect(plan.kind === 'left' && plan.reason).toBe(
      'The code that runs at shutdown is only set up with one of the settings: call `await drainTasks()` of the ' +
        'helper there, before the process ends, and likewise with the other settings.',
    );
  });
  it.each(['IS_PRODUCTION', "process.env.NODE_ENV === 'production'", 'import.meta.main', 'server'])(
    'is rewritten where the test asks how the program runs: %s',
    (test) => {
      expect(planFor({ 'server.js': stop(test) }).kind).toBe('planned');
    },
  );
});

describe('where the server starts', () => {
  it.each<[situation: string, head: string, before: string, after: string]>([
    ['Express', EXPRESS, 'app.listen(3000);', 'drainOnShutdown(app.listen(3000));'],
    [
      'with a callback',
      EXPRESS,
      "app.listen(port, () => {\n  console.log('up');\n});",
      "drainOnShutdown(app.listen(port, () => {\n  console.log('up');\n}));",
    ],
    [
      'what is chained to it',
      EXPRESS,
      "app.listen(3000).on('error', log);",
      "drainOnShutdown(app.listen(3000).on('error', log));",
    ],
    [
      'NestJS, whose listening nobody waits for',
      NEST,
      'const app = await NestFactory.create(AppModule);\napp.listen(3000);',
      'const app = await NestFactory.create(AppModule);\ndrainOnShutdown(app);\napp.listen(3000);',
    ],
    [
      'a server with a name',
      EXPRESS,
      'const server = app.listen(3000); // the port\nuse(server);',
      'const server = app.listen(3000); // the port\ndrainOnShutdown(server);\nuse(server);',
    ],
    [
      'an exported server',
      EXPRESS,
      'export const server = app.listen(3000);',
      'export const server = app.listen(3000);\ndrainOnShutdown(server);',
    ],
    [
      'a server that is assigned',
      EXPRESS,
      'let server;\nfunction start() {\n  server = app.listen(3000);\n}',
      'let server;\nfunction start() {\n  server = app.listen(3000);\n  drainOnShutdown(server);\n}',
    ],
    [
      'a class',
      "import express from 'express';\n",
      'class Server {\n  app = express();\n  start() {\n    this.server = this.app.listen(3000);\n  }\n}',
      'class Server {\n  app = express();\n  start() {\n    this.server = this.app.listen(3000);\n    drainOnShutdown(this.server);\n  }\n}',
    ],
    [
      'without semicolons',
      EXPRESS.replaceAll(';', ''),
      'const server = app.listen(3000)\n;[1].map(use)',
      'const server = app.listen(3000)\ndrainOnShutdown(server)\n;[1].map(use)',
    ],
    [
      'a condition',
      EXPRESS,
      'if (isMain) {\n  app.listen(3000);\n}',
      'if (isMain) {\n  drainOnShutdown(app.listen(3000));\n}',
    ],
    [
      'a condition without braces',
      EXPRESS,
      'if (isMain) app.listen(3000);',
      'if (isMain) drainOnShutdown(app.listen(3000));',
    ],
    [
      'after a connection',
      EXPRESS,
      'connect().then(() => {\n  app.listen(3000);\n});',
      'connect().then(() => {\n  drainOnShutdown(app.listen(3000));\n});',
    ],
    ['node:http', HTTP, 'server.listen(3000);', 'drainOnShutdown(server.listen(3000));'],
    [
      'node:http in one expression',
      "import http from 'node:http';\nimport { app } from './app.js';\n",
      'http.createServer(app).listen(3000);',
      'drainOnShutdown(http.createServer(app).listen(3000));',
    ],
    [
      'Koa',
      "import Koa from 'koa';\nconst app = new Koa();\n",
      'app.listen(3000);',
      'drainOnShutdown(app.listen(3000));',
    ],
    [
      'Koa with web sockets',
      "import Koa from 'koa';\nimport websockify from 'koa-websocket';\nconst app = websockify(new Koa());\n",
      'app.listen(3000);',
      'drainOnShutdown(app.listen(3000));',
    ],
    [
      'Hono on Node',
      "import { serve } from '@hono/node-server';\nimport { app } from './app.js';\n",
      'serve({ fetch: app.fetch, port: 3000 });',
      'drainOnShutdown(serve({ fetch: app.fetch, port: 3000 }));',
    ],
    [
      'Fastify',
      FASTIFY,
      'await app.listen({ port: 3000 });',
      'drainOnShutdown(app);\nawait app.listen({ port: 3000 });',
    ],
    [
      'Fastify with a callback',
      FASTIFY,
      'app.listen({ port: 3000 }, (error) => {\n  if (error) throw error;\n});',
      'drainOnShutdown(app);\napp.listen({ port: 3000 }, (error) => {\n  if (error) throw error;\n});',
    ],
    [
      'Fastify in a function',
      FASTIFY,
      'const start = async () => {\n  try {\n    await app.listen({ port: 3000 });\n  } catch (error) {\n    process.exit(1);\n  }\n};',
      'const start = async () => {\n  try {\n    drainOnShutdown(app);\n    await app.listen({ port: 3000 });\n  } catch (error) {\n    process.exit(1);\n  }\n};',
    ],
    [
      'Fastify in a function of one line',
      FASTIFY,
      'const start = async () => { await app.listen({ port: 3000 }); };',
      'const start = async () => { drainOnShutdown(app); await app.listen({ port: 3000 }); };',
    ],
    [
      'a server with a name in a function of one line',
      EXPRESS,
      'function start() { const server = app.listen(3000); return server; }',
      'function start() { const server = app.listen(3000); drainOnShutdown(server); return server; }',
    ],
    [
      'a server that is assigned in a function of one line without semicolons',
      EXPRESS,
      'let server;\nfunction start() { server = app.listen(3000) }',
      'let server;\nfunction start() { server = app.listen(3000); drainOnShutdown(server); }',
    ],
    [
      'a case',
      EXPRESS,
      "let server;\nswitch (role) {\n  case 'web':\n    server = app.listen(3000);\n    break;\n}",
      "let server;\nswitch (role) {\n  case 'web':\n    server = app.listen(3000);\n    drainOnShutdown(server);\n    break;\n}",
    ],
    [
      'one server that starts in two branches',
      FASTIFY,
      'async function start() {\n  if (path) {\n    await app.listen({ path });\n  } else {\n    await app.listen({ port: 1 });\n  }\n}',
      'async function start() {\n  drainOnShutdown(app);\n  if (path) {\n    await app.listen({ path });\n  } else {\n    await app.listen({ port: 1 });\n  }\n}',
    ],
    [
      'one that starts in two branches, each of which yields it',
      EXPRESS,
      'function start() {\n  if (host) {\n    app.listen(1, host);\n  } else {\n    app.listen(1);\n  }\n}',
      'function start() {\n  if (host) {\n    drainOnShutdown(app.listen(1, host));\n  } else {\n    drainOnShutdown(app.listen(1));\n  }\n}',
    ],
    [
      'two servers of one program',
      EXPRESS,
      'app.listen(1);\nconst inner = express().listen(2);',
      'drainOnShutdown(app.listen(1));\nconst inner = express().listen(2);\ndrainOnShutdown(inner);',
    ],
    [
      'one that only hears Ctrl+C',
      EXPRESS,
      "process.on('SIGINT', () => {\n  process.exit();\n});\napp.listen(3000);",
      "process.on('SIGINT', () => {\n  process.exit();\n});\ndrainOnShutdown(app.listen(3000));",
    ],
    [
      'one that ends more than the process at Ctrl+C',
      EXPRESS,
      "process.on('SIGINT', async () => {\n  await db.end();\n  process.exit();\n});\nconst server = app.listen(3000);",
      "process.on('SIGINT', async () => {\n  await db.end();\n  process.exit();\n});\nconst server = app.listen(3000);\ndrainOnShutdown(server, { signals: ['SIGTERM'] });",
    ],
    [
      'one that closes itself at Ctrl+C, without a name',
      EXPRESS,
      "app.listen(3000);\nprocess.on('SIGINT', stop);",
      "drainOnShutdown(app.listen(3000), { signals: ['SIGTERM'] });\nprocess.on('SIGINT', stop);",
    ],
    [
      'a function that returns it, and its calls',
      EXPRESS,
      'function start() {\n  return app.listen(3000); // the port\n}\nstart();',
      'function start() {\n  const server = app.listen(3000); // the port\n  drainOnShutdown(server);\n  return server;\n}\nstart();',
    ],
    [
      'a function of one line that returns it',
      EXPRESS,
      'const start = () => { return app.listen(3000) };\nexport const running = start();',
      'const start = () => { const server = app.listen(3000); drainOnShutdown(server); return server; };\nexport const running = start();',
    ],
    [
      'a function that returns it with a name, and what calls it',
      EXPRESS,
      'async function main() {\n  const http = app.listen(3000);\n  return http;\n}\nmain().catch(fail);',
      'async function main() {\n  const http = app.listen(3000);\n  drainOnShutdown(http);\n  return http;\n}\nmain().catch(fail);',
    ],
    [
      'other listeners, none for shutdown',
      EXPRESS,
      "const names = ['SIGTERM'];\nprocess.on('exit', () => { log('bye'); });\nbus.events.on('SIGTERM', () => { log('bye'); });\nexport const watch = (child) => child.on('SIGTERM', () => { log('bye'); });\napp.listen(3000);",
      "const names = ['SIGTERM'];\nprocess.on('exit', () => { log('bye'); });\nbus.events.on('SIGTERM', () => { log('bye'); });\nexport const watch = (child) => child.on('SIGTERM', () => { log('bye'); });\ndrainOnShutdown(app.listen(3000));",
    ],
    [
      'NestJS',
      NEST,
      'async function bootstrap() {\n  const app = await NestFactory.create(AppModule);\n  await app.listen(3000);\n}',
      'async function bootstrap() {\n  const app = await NestFactory.create(AppModule);\n  drainOnShutdown(app);\n  await app.listen(3000);\n}',
    ],
  ])('%s', (_, head, before, after) => {
    expect(rewritten(`${head}${before}\n`)).toBe(`${head}${after}`.trim());
  });

  it('also with Windows line endings', () => {
    const plan = planFor({ 'server.js': `${EXPRESS}const server = app.listen(3000);\n`.replaceAll('\n', '\r\n') });
    expect(plan.kind === 'planned' && plan.output).toBe(
      "import express from 'express';\r\nimport { drainOnShutdown } from './lib/drain-on-shutdown.js';\r\nconst app = express();\r\nconst server = app.listen(3000);\r\ndrainOnShutdown(server);\r\n",
    );
  });

  it.each(['\n', '\r\n', '\r'])('on a last line that nothing ends, with %j', (eol) => {
    const plan = planFor({ 'server.js': `${EXPRESS}const server = app.listen(3000);`.replaceAll('\n', eol) });
    expect(
      plan.kind === 'planned' && plan.output.endsWith(`const server = app.listen(3000);${eol}drainOnShutdown(server);`),
    ).toBe(true);
  });

  it('stands beside the import of the helper that is there', () => {
    const plan = planFor({
      'lib/fire-task.js': "export function fireTask() {}\nglobalThis[Symbol.for('fire-task@1')] = {};\n",
      'server.js': `${EXPRESS}import { fireTask } from './lib/fire-task.js';\napp.listen(3000);\n`,
    });
    expect(plan.kind === 'planned' && plan.output).toContain(
      "import { fireTask } from './lib/fire-task.js';\nimport { drainOnShutdown } from './lib/drain-on-shutdown.js';",
    );
  });

  it('in CommonJS', () => {
    const plan = planFor({
      'package.json': '{}',
      'server.js': "'use strict';\nconst express = require('express');\nexpress().listen(3000);\n",
    });
    expect(plan.kind === 'planned' && plan.output).toBe(
      "'use strict';\nconst express = require('express');\nconst { drainOnShutdown } = require('./lib/drain-on-shutdown');\ndrainOnShutdown(express().listen(3000));\n",
    );
  });
});

describe('in the hook that is there', () => {
  const serving = `${EXPRESS}const server = app.listen(3000);\n`;

  it.each<[situation: string, before: string, after: string]>([
    [
      'the callback of close',
      "process.on('SIGTERM', () => {\n  server.close(() => {\n    db.end();\n    process.exit(0);\n  });\n});",
      "process.on('SIGTERM', () => {\n  server.close(async () => {\n    const { drained } = await drainTasks({ timeoutMs: 25_000 });\n    db.end();\n    process.exit(drained ? 0 : 1);\n  });\n});",
    ],
    [
      'the callback of close, in one expression',
      "process.once('SIGTERM', () => server.close(() => process.exit(0)));",
      "process.once('SIGTERM', () => server.close(async () => { const { drained } = await drainTasks({ timeoutMs: 25_000 }); process.exit(drained ? 0 : 1); }));",
    ],
    [
      'the callback of close, in one line',
      "process.on('SIGTERM', () => { server.close(() => { process.exit(0); }); });",
      "process.on('SIGTERM', () => { server.close(async () => { const { drained } = await drainTasks({ timeoutMs: 25_000 }); process.exit(drained ? 0 : 1); }); });",
    ],
    [
      'closing that nothing waits for',
      "process.on('SIGTERM', () => {\n  console.log('bye');\n  server.close();\n});",
      "process.on('SIGTERM', () => {\n  console.log('bye');\n  server.close(async () => { await drainTasks({ timeoutMs: 25_000 }); });\n});",
    ],
    [
      'closing that nothing waits for, in one expression',
      "process.on('SIGTERM', () => server?.close());",
      "process.on('SIGTERM', () => server?.close(async () => { await drainTasks({ timeoutMs: 25_000 }); }));",
    ],
    [
      'a function for several signals',
      "function shutdown() {\n  server.close((error) => {\n    process.exit(error ? 1 : 0);\n  });\n}\nprocess.on('SIGTERM', shutdown);\nprocess.on('SIGINT', () => shutdown());",
      "function shutdown() {\n  server.close(async (error) => {\n    await drainTasks({ timeoutMs: 25_000 });\n    process.exit(error ? 1 : 0);\n  });\n}\nprocess.on('SIGTERM', shutdown);\nprocess.on('SIGINT', () => shutdown());",
    ],
    [
      'a loop over signals',
      "for (const signal of ['SIGINT', 'SIGTERM']) {\n  process.on(signal, async () => {\n    await new Promise((resolve) => server.close(resolve));\n    await db.end();\n    process.exit(0);\n  });\n}",
      "for (const signal of ['SIGINT', 'SIGTERM']) {\n  process.on(signal, async () => {\n    await new Promise((resolve) => server.close(resolve));\n    const { drained } = await drainTasks({ timeoutMs: 25_000 });\n    await db.end();\n    process.exit(drained ? 0 : 1);\n  });\n}",
    ],
    [
      'closing that is awaited in a try',
      "process.on('SIGTERM', async () => {\n  try {\n    await server.close(); // no more requests\n    await db.end();\n  } finally {\n    process.exit();\n  }\n});",
      "process.on('SIGTERM', async () => {\n  try {\n    await server.close(); // no more requests\n    await drainTasks({ timeoutMs: 25_000 });\n    await db.end();\n  } finally {\n    process.exit();\n  }\n});",
    ],
    [
      'the callback of close that is async',
      "process.on('SIGTERM', () => {\n  server.close(async () => {\n    await db.end();\n  });\n});",
      "process.on('SIGTERM', () => {\n  server.close(async () => {\n    await drainTasks({ timeoutMs: 25_000 });\n    await db.end();\n  });\n});",
    ],
    [
      'the callback of close that does nothing',
      "process.on('SIGTERM', () => { server.close(() => {}); });",
      "process.on('SIGTERM', () => { server.close(async () => { await drainTasks({ timeoutMs: 25_000 }); }); });",
    ],
    [
      'the callback of close with nothing but a comment',
      "process.on('SIGTERM', () => { server.close(() => { /* bye */ }); });",
      "process.on('SIGTERM', () => { server.close(async () => { await drainTasks({ timeoutMs: 25_000 }); /* bye */ }); });",
    ],
    [
      'the callback of close without spaces',
      "process.on('SIGTERM',()=>{server.close(()=>{process.exit(0)})});",
      "process.on('SIGTERM',()=>{server.close(async ()=>{const { drained } = await drainTasks({ timeoutMs: 25_000 }); process.exit(drained ? 0 : 1)})});",
    ],
    [
      'a condition around closing, in one line',
      "process.on('SIGTERM', async () => { if (server) { await server.close(); } process.exit(0); });",
      "process.on('SIGTERM', async () => { if (server) { await server.close(); } const { drained } = await drainTasks({ timeoutMs: 25_000 }); process.exit(drained ? 0 : 1); });",
    ],
    [
      'closing without semicolons, in one line',
      "process.on('SIGTERM', async () => { await server.close() });",
      "process.on('SIGTERM', async () => { await server.close(); await drainTasks({ timeoutMs: 25_000 }); });",
    ],
    [
      'a function that other functions only call',
      "async function shutdown() {\n  await server.close();\n}\nprocess.on('SIGTERM', () => void shutdown());\nprocess.on('SIGINT', async () => {\n  await shutdown();\n});\nprocess.on('SIGQUIT', () => {\n  return shutdown();\n});",
      "async function shutdown() {\n  await server.close();\n  await drainTasks({ timeoutMs: 25_000 });\n}\nprocess.on('SIGTERM', () => void shutdown());\nprocess.on('SIGINT', async () => {\n  await shutdown();\n});\nprocess.on('SIGQUIT', () => {\n  return shutdown();\n});",
    ],
    [
      'an arrow function that an object holds',
      "const hooks = { stop: () => { process.exit(0); } };\nprocess.on('SIGTERM', hooks.stop);",
      "const hooks = { stop: async () => { const { drained } = await drainTasks({ timeoutMs: 25_000 }); process.exit(drained ? 0 : 1); } };\nprocess.on('SIGTERM', hooks.stop);",
    ],
    [
      'a process that is given',
      "export function stopOn(process) {\n  process.on('SIGTERM', () => {\n    const code = 0;\n    process.exit(code);\n  });\n}",
      "export function stopOn(process) {\n  process.on('SIGTERM', async () => {\n    const code = 0;\n    await drainTasks({ timeoutMs: 25_000 });\n    process.exit(code);\n  });\n}",
    ],
    [
      'an end of the process behind a try',
      "process.on('SIGTERM', () => {\n  try {\n    log();\n  } catch {}\n  process.exit(0);\n});",
      "process.on('SIGTERM', async () => {\n  try {\n    log();\n  } catch {}\n  const { drained } = await drainTasks({ timeoutMs: 25_000 });\n  process.exit(drained ? 0 : 1);\n});",
    ],
    [
      'an end of the process in finally',
      "process.on('SIGTERM', () => {\n  try {\n    log();\n  } finally {\n    process.exit(0);\n  }\n});",
      "process.on('SIGTERM', async () => {\n  try {\n    log();\n  } finally {\n    const { drained } = await drainTasks({ timeoutMs: 25_000 });\n    process.exit(drained ? 0 : 1);\n  }\n});",
    ],
    [
      'a hook that only ends the process',
      "process.on('SIGTERM', () => {\n  console.log('bye');\n  process.exit(0);\n});",
      "process.on('SIGTERM', async () => {\n  console.log('bye');\n  const { drained } = await drainTasks({ timeoutMs: 25_000 });\n  process.exit(drained ? 0 : 1);\n});",
    ],
    [
      'a limit of its own',
      "process.on('SIGTERM', () => {\n  setTimeout(() => process.exit(1), 3000);\n  server.close(() => {\n    process.exit(0);\n  });\n});",
      "process.on('SIGTERM', () => {\n  setTimeout(() => process.exit(1), 3000);\n  server.close(async () => {\n    const { drained } = await drainTasks({ timeoutMs: 2_400 });\n    process.exit(drained ? 0 : 1);\n  });\n});",
    ],
    [
      'a limit of its own that a constant holds, and a code that was set',
      "const LIMIT = 10 * 1000;\nprocess.on('SIGTERM', async () => {\n  process.exitCode = 3;\n  const timer = setTimeout(() => { log(); process.exit(1); }, LIMIT);\n  await server.close();\n  process.exit();\n});",
      "const LIMIT = 10 * 1000;\nprocess.on('SIGTERM', async () => {\n  process.exitCode = 3;\n  const timer = setTimeout(() => { log(); process.exit(1); }, LIMIT);\n  await server.close();\n  const { drained } = await drainTasks({ timeoutMs: 8_000 });\n  process.exit(drained ? undefined : 1);\n});",
    ],
    ...(
      [
        ['by its name', 'const force = () => process.exit(1);\n', 'setTimeout(force, 5000).unref();'],
        ['the exit itself', '', 'setTimeout(process.exit, 5000, 1);'],
        [
          'a function that ends the process',
          'function fatal() { process.exit(1); }\n',
          'setTimeout(() => fatal(), 5000);',
        ],
        ['of the global object', '', 'globalThis.setTimeout(() => process.exit(1), 5000);'],
      ] as const
    ).map(([how, head, timer]): [string, string, string] => [
      `a limit of its own, ${how}`,
      `${head}process.on('SIGTERM', () => {\n  ${timer}\n  server.close(() => { process.exit(0); });\n});`,
      `${head}process.on('SIGTERM', () => {\n  ${timer}\n  server.close(async () => { const { drained } = await drainTasks({ timeoutMs: 4_000 }); process.exit(drained ? 0 : 1); });\n});`,
    ]),
    [
      'a timer that is set once the tasks are done',
      "process.on('SIGTERM', () => {\n  server.close(() => {\n    setTimeout(() => process.exit(0), 100);\n  });\n});",
      "process.on('SIGTERM', () => {\n  server.close(async () => {\n    const { drained } = await drainTasks({ timeoutMs: 25_000 });\n    setTimeout(() => process.exit(drained ? 0 : 1), 100);\n  });\n});",
    ],
    [
      'a timer that is set once the tasks are done, in an async hook',
      "process.on('SIGTERM', async () => {\n  await server.close();\n  setTimeout(() => process.exit(0), wait());\n});",
      "process.on('SIGTERM', async () => {\n  await server.close();\n  const { drained } = await drainTasks({ timeoutMs: 25_000 });\n  setTimeout(() => process.exit(drained ? 0 : 1), wait());\n});",
    ],
    [
      'a function that ends the process before the result is there',
      "process.on('SIGTERM', async () => {\n  setTimeout(force, 5000);\n  await server.close();\n  process.exit(0);\n  function force() { process.exit(0); }\n});",
      "process.on('SIGTERM', async () => {\n  setTimeout(force, 5000);\n  await server.close();\n  const { drained } = await drainTasks({ timeoutMs: 4_000 });\n  process.exit(drained ? 0 : 1);\n  function force() { process.exit(0); }\n});",
    ],
    [
      'braces without spaces',
      "const {pool} = db;\nconst {log} = db;\nprocess.on('SIGTERM', () => server.close(() => process.exit(0)));",
      "const {pool} = db;\nconst {log} = db;\nprocess.on('SIGTERM', () => server.close(async () => { const {drained} = await drainTasks({timeoutMs: 25_000}); process.exit(drained ? 0 : 1); }));",
    ],
    [
      'a name that is taken, and a timer that ends nothing',
      "const drained = true;\nprocess.on('SIGTERM', () => {\n  setTimeout(log, 3000);\n  server.close(() => { process.exit(0); });\n});",
      "const drained = true;\nprocess.on('SIGTERM', () => {\n  setTimeout(log, 3000);\n  server.close(async () => { await drainTasks({ timeoutMs: 25_000 }); process.exit(0); });\n});",
    ],
  ])('%s', (_, before, after) => {
    expect(rewritten(`${serving}${before}\n`)).toBe(`${serving}${after}`.trim());
  });

  it('in another file than the server', () => {
    const plan = planFor({
      'server.js': serving,
      'stop.js':
        "import { server } from './server.js';\nprocess.on('SIGTERM', () => {\n  server.close(() => {\n    process.exit(0);\n  });\n});\n",
    });
    expect(plan.kind === 'planned' && [plan.place.path.endsWith('stop.js'), plan.calls]).toEqual([true, 'drainTasks']);
  });
});

describe('a program without an extension', () => {
  const PROGRAM = '#!/usr/bin/env node\n';
  const CJS = "const app = require('express')();\n";

  it.each([
    ['that a script starts', { scripts: { start: 'NODE_ENV=production node ./bin/www --port 1' } }],
    ['that is installed as a command', { bin: { shop: 'bin/www' } }],
    ['that is the only command', { bin: './bin/www' }],
  ])('%s starts the server', (_, manifest) => {
    const plan = planFor({
      'package.json': JSON.stringify(manifest),
      'app.js': 'exports.app = 1;\n',
      'bin/www': `${PROGRAM}${CJS}app.listen(1);\n`,
    });
    expect(plan.kind === 'planned' && plan.output).toBe(
      `${PROGRAM}${CJS}const { drainOnShutdown } = require('../lib/drain-on-shutdown');\ndrainOnShutdown(app.listen(1));\n`,
    );
  });

  it('ends the server that another file starts', () => {
    const plan = planFor({
      'package.json': '{ "bin": "bin/shop" }',
      'app.js': `${CJS}exports.server = app.listen(1);\n`,
      'bin/shop': `${PROGRAM}const { server } = require('../app');\nprocess.on('SIGTERM', () => {\n  server.close(() => {\n    process.exit(0);\n  });\n});\n`,
    });
    expect(plan.kind === 'planned' && [plan.place.path.endsWith('shop'), plan.calls]).toEqual([true, 'drainTasks']);
  });

  it.each<[situation: string, files: Files]>([
    ['that nothing starts', { 'package.json': '{}', 'bin/www': `${PROGRAM}${CJS}app.listen(1);\n` }],
    [
      'that Node does not run',
      { 'package.json': '{ "bin": "bin/www" }', 'bin/www': `#!/bin/sh\n${CJS}app.listen(1);\n` },
    ],
    [
      'that cannot load TypeScript',
      {
        'package.json': '{ "bin": "bin/www" }',
        'bin/www': `${PROGRAM}${CJS}app.listen(1);\n`,
        'app.ts': 'export {};\n',
      },
    ],
  ])('%s is not changed', (_, files) => {
    expect(planFor(files).kind).toBe('left');
  });
});

describe('what scripts and tests do', () => {
  const hook = "process.on('SIGTERM', () => { process.exit(0); });\n";

  it('is no shutdown of the server, and no start', () => {
    const plan = planFor({
      'server.js': `${EXPRESS}app.listen(1);\n`,
      'scripts/setup.js': hook,
      'tests/server.js': `${EXPRESS}app.listen(2);\n`,
    });
    expect(plan.kind === 'planned' && [plan.place.path.endsWith('server.js'), plan.calls]).toEqual([
      true,
      'drainOnShutdown',
    ]);
  });

  it('is, where there is nothing else', () => {
    const plan = planFor({ 'scripts/serve.js': `${EXPRESS}app.listen(1);\n` });
    expect(plan.kind === 'planned' && plan.place.path.endsWith('serve.js')).toBe(true);
  });
});

describe('closing that yields a promise', () => {
  it.each<[situation: string, before: string, after: string]>([
    [
      'nothing waits for it',
      "process.on('SIGTERM', () => {\n  f.close();\n});",
      "process.on('SIGTERM', async () => {\n  await f.close();\n  await drainTasks({ timeoutMs: 25_000 });\n});",
    ],
    [
      'in one expression',
      "process.on('SIGTERM', () => f.close());",
      "process.on('SIGTERM', async () => { await f.close(); await drainTasks({ timeoutMs: 25_000 }); });",
    ],
    [
      'the hook waits for it',
      "process.on('SIGTERM', async () => {\n  await f.close();\n  process.exit(0);\n});",
      "process.on('SIGTERM', async () => {\n  await f.close();\n  const { drained } = await drainTasks({ timeoutMs: 25_000 });\n  process.exit(drained ? 0 : 1);\n});",
    ],
  ])('%s', (_, before, after) => {
    const head = "import Fastify from 'fastify';\nconst f = Fastify();\nawait f.listen({ port: 1 });\n";
    expect(rewritten(`${head}${before}\n`)).toBe(`${head}${after}`.trim());
  });
});

it('the exit code that another file sets remains', () => {
  const plan = planFor({
    'server.js': `${EXPRESS}const server = app.listen(1);\nprocess.on('SIGTERM', () => {\n  server.close(() => {\n    process.exit();\n  });\n});\n`,
    'fail.js': 'export const fail = () => { process.exitCode = 3; };\n',
  });
  expect(plan.kind === 'planned' && plan.output).toContain('process.exit(drained ? undefined : 1);');
});

it('says which function for Ctrl+C does not wait', () => {
  const plan = planFor({
    'server.js': `${EXPRESS}app.listen(1);\n`,
    'stop.js': "\nprocess.on('SIGINT', () => { process.exit(); });\nprocess.on('SIGHUP', reload);\n",
    'src/testing/routes.js': "process.on('SIGINT', () => { child.kill(); });\n",
  });
  expect(plan.kind === 'planned' && plan.interrupts?.map(({ line }) => line)).toEqual([2]);
});

it.each([
  ['a server without such hooks', FASTIFY, "const other = 'onclose';\n"],
  ['a server whose hooks only a comment names', FASTIFY, '// onClose would be too late here\n'],
  [
    'a server, beside a name like that of its hooks',
    FASTIFY,
    'const onClose = () => {};\nsocket.on("close", onClose);\n',
  ],
  ['a server that knows no such hooks', EXPRESS, 'socket.onClose(() => pool.end());\n'],
])('the drain comes after the closing of %s', (_, head, more) => {
  const start = "app.listen({ port: 1 });\nprocess.on('SIGTERM', async () => {\n  await app.close();\n";
  expect(rewritten(`${head}${more}${start}  process.exit(0);\n});\n`)).toContain(
    '  await app.close();\n  const { drained } = await drainTasks({ timeoutMs: 25_000 });\n',
  );
});

describe('nothing is changed, and it is said', () => {
  it.each([
    ['// Source: https://github.com/acme/server\n', ''],
    ['', '//# sourceMappingURL=server.js.map\n'],
  ])('of a file that is written elsewhere: %s%s', (head, end) => {
    const plan = planFor({ 'server.js': `${head}${EXPRESS}app.listen(1);\n${end}` });
    expect(plan.kind === 'left' && plan.reason).toMatch(
      /because its file is generated or a copy: call `drainOnShutdown\(server\)` where the server starts/,
    );
  });

  it.each([
    ['apps/api/package.json', 'apps/api'],
    ['package.json', 'the one at the top'],
  ])('%s: of a package that others of the workspace use, who starts their server', (user, name) => {
    count += 1;
    const files = {
      'package.json': '{ "workspaces": ["apps/*", "packages/*"] }',
      [user]:
        (user === 'package.json' ? '{ "workspaces": ["packages/*"], ' : '{ "name": "api", ') +
        '"dependencies": { "mail": "*" } }',
      'packages/mail/package.json': '{ "name": "mail", "type": "module" }',
      'packages/mail/send.js': 'export async function send(x) { await x; }\n',
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(base, count.toString(), path)), { recursive: true });
      writeFileSync(join(base, count.toString(), path), text);
    }
    refreshProject();
    const root = join(base, count.toString(), 'packages/mail');
    const plan = planDrain(root, trackerHome(packageOf(join(root, 'package.json'))), evaluationBy());
    expect(plan.kind === 'left' && plan.reason).toContain(
      `This package starts no server, but other packages of the workspace use it (${name}): run \`npx fire-task init --drain\` in the`,
    );
  });

  it.each<[reason: string, files: Files, places: number]>([
    [
      'No place was found where a server starts',
      { 'app.js': "import express from 'express';\nexport const app = express();\n" },
      0,
    ],
    [
      'Servers start in several places',
      { 'a.js': `${EXPRESS}app.listen(1);\n`, 'b.js': `${EXPRESS}app.listen(2);\n` },
      2,
    ],
    [
      'Servers start in several places',
      {
        'a.js': `${FASTIFY}const other = Fastify();\nif (all) app.listen({ port: 1 });\nelse other.listen({ port: 2 });\n`,
      },
      2,
    ],
    [
      'Servers start in several places',
      {
        'a.js': `${FASTIFY}export async function one() { await app.listen({ port: 1 }); }\nexport async function two() { await app.listen({ port: 2 }); }\n`,
      },
      2,
    ],
    [
      'Servers start in several places',
      {
        'a.js': `${EXPRESS}export const one = () => { app.listen(1); };\nexport const two = () => { app.listen(2); };\n`,
      },
      2,
    ],
    [
      'The place where the server starts was left unchanged, because its result is used in an expression',
      { 'a.js': `${EXPRESS}export default () => app.listen(1);\n` },
      1,
    ],
    [
      'The place where the server starts was left unchanged, because the server is not in a variable there',
      { 'a.js': "import Fastify from 'fastify';\nawait Fastify().listen({ port: 1 });\n" },
      1,
    ],
    [
      'The place where the server starts was left unchanged, because it is not a separate statement',
      { 'a.js': `${FASTIFY}if (main) app.listen({ port: 1 });\n` },
      1,
    ],
    [
      'Several functions run at shutdown',
      {
        'a.js': `${EXPRESS}app.listen(1);\nprocess.on('SIGTERM', () => { process.exit(0); });\nprocess.on('SIGINT', () => { process.exit(1); });\n`,
      },
      2,
    ],
    [
      'The code that runs at shutdown could not be found',
      { 'a.js': `${EXPRESS}app.listen(1);\nprocess.on('SIGTERM', hooks[0]);\n` },
      1,
    ],
    [
      'The code that runs at shutdown could not be found',
      {
        'a.js': `import { once } from 'node:events';\n${EXPRESS}const server = app.listen(1);\nawait once(process, 'SIGTERM');\nserver.close();\n`,
      },
      1,
    ],
    [
      'The code that runs at shutdown could not be rewritten safely, because its own timer ends the process after a delay that could not be determined',
      {
        'a.js': `${EXPRESS}const server = app.listen(1);\nprocess.on('SIGTERM', () => {\n  setTimeout(() => process.exit(1), limit());\n  server.close(() => process.exit(0));\n});\n`,
      },
      1,
    ],
    [
      'The code that runs at shutdown could not be rewritten safely',
      {
        'a.js': `${EXPRESS}const server = app.listen(1);\nprocess.on('SIGTERM', async () => {\n  await Promise.all([close(server), server.close(), pool.end()]);\n  process.exit(0);\n});\n`,
      },
      1,
    ],
    [
      'The code that runs at shutdown could not be rewritten safely, because it also ends what the tasks may need, without waiting until the server has closed',
      {
        'a.js': `${EXPRESS}const server = app.listen(1);\nprocess.on('SIGTERM', () => {\n  server.close();\n  pool.end();\n});\n`,
      },
      1,
    ],
    [
      'The code that runs at shutdown could not be rewritten safely',
      { 'a.js': `${EXPRESS}const server = app.listen(1);\nprocess.on('SIGTERM', () => {\n  other.close();\n});\n` },
      1,
    ],
    [
      'The place where the server starts was left unchanged, because its result is used in an expression',
      { 'a.js': `${EXPRESS}let server;\nexport function start() {\n  return app.listen(1);\n}\n` },
      1,
    ],
    [
      'Closing the server runs its `onModuleDestroy` hooks, which may end what the tasks need',
      {
        'a.js': `${NEST}const app = await NestFactory.create(AppModule);\nawait app.listen(1);\nprocess.on('SIGTERM', async () => {\n  await app.close();\n  process.exit(0);\n});\n`,
        'b.js': 'export class Pool {\n  onModuleDestroy() {}\n}\n',
      },
      1,
    ],
    [
      'Closing the server runs its `onClose` hooks, which may end what the tasks need',
      {
        'a.js': `${FASTIFY}await app.listen({ port: 1 });\nprocess.on('SIGTERM', async () => {\n  await app.close();\n  process.exit(0);\n});\n`,
        'b.js': "export const plugin = (app) => { app.addHook('onClose', () => pool.end()); };\n",
      },
      1,
    ],
    [
      'The code that runs at shutdown could not be rewritten safely',
      { 'a.js': `${EXPRESS}app.listen(1);\nprocess.on('SIGTERM', () => { stop(); });\n` },
      1,
    ],
    [
      'The code that runs at shutdown could not be rewritten safely',
      {
        'a.js': `${EXPRESS}app.listen(1);\nprocess.on('SIGTERM', async () => {\n  await db.close();\n  process.exit(0);\n});\n`,
      },
      1,
    ],
    [
      'The code that runs at shutdown could not be rewritten safely',
      { 'a.js': `${EXPRESS}app.listen(1);\nprocess.on('SIGTERM', () => { db.close(() => { leave(); }); });\n` },
      1,
    ],
    [
      'The code that runs at shutdown could not be rewritten safely',
      { 'a.js': `${EXPRESS}app.listen(1);\nprocess.on('SIGTERM', () => process.exit(0));\n` },
      1,
    ],
    [
      'The code that runs at shutdown could not be rewritten safely',
      { 'a.ts': `${EXPRESS}app.listen(1);\nprocess.on('SIGTERM', (): void => {\n  process.exit(0);\n});\n` },
      1,
    ],
    [
      'The code that runs at shutdown could not be rewritten safely',
      {
        'a.ts': `${EXPRESS}const server = app.listen(1);\nprocess.on('SIGTERM', () => {\n  server.close((): void => {\n    process.exit(0);\n  });\n});\n`,
      },
      1,
    ],
    [
      'The code that runs at shutdown could not be rewritten safely',
      {
        'a.js': `${EXPRESS}app.listen(1);\nconst hooks = { stop() { process.exit(0); } };\nprocess.on('SIGTERM', hooks.stop);\n`,
      },
      1,
    ],
    [
      'The code that runs at shutdown could not be rewritten safely',
      {
        'a.js': `${EXPRESS}const server = app.listen(1);\nprocess.on('SIGTERM', async () => {\n  setTimeout(async () => { await server.close(); }, 5);\n});\n`,
      },
      1,
    ],
    [
      'The place where the server starts was left unchanged, because its result is used in an expression',
      { 'a.js': `${EXPRESS}let server;\nserver ??= app.listen(1);\n` },
      1,
    ],
    [
      'The place where the server starts was left unchanged, because its result is used in an expression',
      { 'a.js': `${EXPRESS}let server, other;\nother = server = app.listen(1);\n` },
      1,
    ],
    [
      'A library closes the server',
      { 'a.js': `${EXPRESS}import { createTerminus } from '@godaddy/terminus';\ncreateTerminus(app.listen(1), {});\n` },
      1,
    ],
    [
      'A library closes the server',
      {
        'a.js': `${NEST}const app = await NestFactory.create(AppModule);\napp.enableShutdownHooks();\nawait app.listen(3000);\n`,
      },
      1,
    ],
  ])('%s', (reason, files, places) => {
    const plan = planFor(files);
    expect(plan.kind === 'left' && [plan.reason.split(':')[0], plan.places.length]).toEqual([reason, places]);
  });

  it.each<[situation: string, files: Files, flavour?: 'next' | 'cloudflare']>([
    [
      'it drains already, by another name',
      {
        'a.cjs': `const { drainTasks: drain } = require('./lib/fire-task.js');\nconst app = require('express')();\nconst server = app.listen(1);\nprocess.on('SIGTERM', () => server.close(() => drain()));\n`,
      },
    ],
    [
      'it drains already',
      {
        'a.js': `${EXPRESS}import { drainOnShutdown } from './lib/drain-on-shutdown.js';\ndrainOnShutdown(app.listen(1));\n`,
      },
    ],
    [
      'it drains in another file',
      {
        'a.js': `${EXPRESS}app.listen(1);\n`,
        'stop.js': "import { drainTasks } from './lib/fire-task.js';\nexport const stop = () => drainTasks();\n",
      },
    ],
    ['the platform has no shutdown', { 'a.js': `${EXPRESS}app.listen(1);\n` }, 'next'],
    ['only a Worker runs', { 'a.js': 'export default { fetch() {} };\n' }, 'cloudflare'],
    ['a server is only a script', { 'scripts/a.js': `${EXPRESS}app.listen(1);\n` }, 'cloudflare'],
  ])('not a word where %s', (_, files, flavour) => {
    expect(planFor(files, flavour)).toEqual({ kind: 'none' });
  });

  it('says where a server of Node runs beside a Worker', () => {
    const plan = planFor({ 'a.js': `${EXPRESS}app.listen(1);\n` }, 'cloudflare');
    expect(plan.kind === 'left' && [plan.reason, plan.places.length]).toEqual([
      'This server runs in Node, beside the Worker: call `await drainTasks()` of the helper when it is told to stop, ' +
        'once it has closed.',
      1,
    ]);
  });

  it('leaves tests out', () => {
    const plan = planFor({ 'a.js': `${EXPRESS}app.listen(1);\n`, 'tests/a.test.js': `${EXPRESS}app.listen(2);\n` });
    expect(plan.kind).toBe('planned');
  });
});
