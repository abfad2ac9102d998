import { describe, expect, it } from 'vitest';
import type { UserOptions } from '../../src/findings/options.ts';
import { whereOf } from '../../src/findings/wording.ts';
import { findingsInPackage } from '../support/packages.ts';

/** The findings in one file of a package. */
function findings(files: Record<string, string>, path: string, options: UserOptions = {}): string[] {
  const { findings: found, source } = findingsInPackage(['fastify', 'koa'], files, path, options);
  return found.map((finding) => `${source.text.slice(...finding.node.range)} in ${whereOf(finding)}`);
}

describe("what code puts on a framework's objects", () => {
  const PLUGIN = `
    import fp from 'fastify-plugin';
    export async function audit(id) { await id; record(id); }
    async function record(id) { await id; }
    class Mailer { async send(to) { await to; } name() { return 'mailer'; } }
    export default fp(async (app) => {
      app.decorate('audit', audit);
      app.decorate('mailer', new Mailer());
      app.decorate('version', () => 1);
    });`;
  const ROUTES = `
    import Fastify from 'fastify';
    const app = Fastify();
    app.get('/orders', async (request, reply) => {
      request.server.audit(1);
      app.mailer.send(2);
      app.mailer.name();
      app.version();
      await request.server.audit(3);
      return {};
    });`;

  it('is known to launch, in whatever file it is decorated', () => {
    expect(findings({ 'plugin.js': PLUGIN, 'routes.js': ROUTES }, 'routes.js')).toEqual([
      'request.server.audit(1) in `GET /orders`',
      'app.mailer.send(2) in `GET /orders`',
    ]);
  });

  it('is reached from the handler that calls it', () => {
    expect(findings({ 'plugin.js': PLUGIN, 'routes.js': ROUTES }, 'plugin.js')).toEqual([
      'record(id) in `GET /orders` (audit)',
    ]);
  });

  it('is not looked for beyond the reach that is asked for, nor on objects of somebody else', () => {
    expect(findings({ 'plugin.js': PLUGIN, 'routes.js': ROUTES }, 'routes.js', { reach: 'file' })).toEqual([]);
    const other = `import Fastify from 'fastify'; Fastify().get('/', async () => { use({}); return {}; }); function use(thing) { thing.audit(1); }`;
    expect(findings({ 'plugin.js': PLUGIN, 'routes.js': other }, 'routes.js')).toEqual([]);
  });

  it('is known in every handler of a file, beside decorations that hold nothing', () => {
    const plugin = `export default async (app) => { app.decorate('empty'); app.decorate('audit', async (id) => { await id; }); app.state = 1; };`;
    const routes = `import Fastify from 'fastify';
      const app = Fastify();
      app.get('/a', async (request, reply) => { request.server.audit(1); return {}; });
      app.get('/b', async (request, reply) => { request.server.audit(2); return {}; });
      app.register(import('./plugin.js'));`;
    expect(
      findings(
        {
          'plugin.js': plugin
            .replace('export default', "import fp from 'fastify-plugin'; export default fp(")
            .replace(/;$/, ');'),
          'routes.js': routes,
        },
        'routes.js',
      ),
    ).toEqual(['request.server.audit(1) in `GET /a`', 'request.server.audit(2) in `GET /b`']);
  });

  it('is known in a package that gets the framework from another one of its workspace', () => {
    const files = {
      'package.json': '{ "workspaces": ["packages/*"] }',
      'packages/server/package.json':
        '{ "name": "@acme/server", "main": "index.js", "dependencies": { "fastify": "5" } }',
      'packages/server/index.js': "import Fastify from 'fastify'; export const createServer = () => Fastify();",
      'packages/api/package.json': '{ "name": "@acme/api", "dependencies": { "@acme/server": "*" } }',
      'packages/api/app.js': `
        import { createServer } from '@acme/server';
        export const app = createServer();
        app.decorate('audit', async (id) => { await id; });`,
      'packages/api/routes.js': `
        import { app } from './app.js';
        app.get('/a', async (request) => { request.server.audit(1); return {}; });`,
    };
    expect(findings(files, 'packages/api/routes.js')).toEqual(['request.server.audit(1) in `GET /a`']);
  });

  it("is followed through Koa's context", () => {
    const koa = `
      import Koa from 'koa';
      const app = new Koa();
      app.context.services = { mail: { async send(to) { await to; } } };
      app.use(async (ctx) => { ctx.services.mail.send(1); await ctx.services.mail.send(2); });`;
    expect(findings({ 'app.js': koa }, 'app.js')).toEqual(['ctx.services.mail.send(1) in `middleware`']);
  });
});
