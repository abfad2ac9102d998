import { describe, expect, it } from 'vitest';
import { launchesInPackage } from '../support/decorated.ts';
import { flags, silent } from '../support/marked.ts';
import { routesIn, routesInPackage } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('fastify', () => {
  flags(
    'hooks in options, alone and in lists, and a route apart from its registration',
    `
    import Fastify, { type RouteOptions, type onRequestAsyncHookHandler } from 'fastify';
    ${MAIL}
    const app = Fastify();
    const check = async (request, reply) => {
      mail(1);
      ^^^^^^^ floating
    };
    app.get('/a', { preHandler: [check, async () => {
      mail(2);
      ^^^^^^^ floating
    }], onResponse: async () => {
      mail(3);
      ^^^^^^^ floating
    }, handler: async () => {
      mail(4);
      ^^^^^^^ floating
      return {};
    } });
    app.setNotFoundHandler({ preValidation: async () => {
      mail(5);
      ^^^^^^^ floating
    } }, (request, reply) => {
      void mail(6);
      ^^^^^^^^^^^^ voided
      reply.code(404).send();
    });
    export const route: RouteOptions = { method: 'GET', url: '/typed', handler: async () => {
      mail(7);
      ^^^^^^^ floating
      return {};
    } };
    export const hook: onRequestAsyncHookHandler = async () => {
      mail(8);
      ^^^^^^^ floating
    };
  `,
  );
  flags(
    'plugins in CommonJS, nested, and what stands in another after',
    `
    const fastify = require('fastify')({ logger: true });
    const fp = require('fastify-plugin');
    ${MAIL}
    fastify.register(async function outer(app, options) {
      app.register((inner, _, done) => {
        inner.addHook('preHandler', async () => {
          mail(1);
          ^^^^^^^ floating
        });
        done();
      }, { prefix: '/inner' });
    });
    module.exports = fp(async function (instance) {
      instance.addHook('onClose', async () => {
        mail(2);
        ^^^^^^^ floating
      });
      instance.setErrorHandler(async (error, request, reply) => {
        mail(3);
        ^^^^^^^ floating
        reply.send(error);
      });
    });
  `,
  );
  it.each([
    ["app.audit('a');", ["app.audit('a')"]],
    ["request.server.audit('a');", ["request.server.audit('a')"]],
    ['request.track();', ['request.track()']],
    ['reply.later();', ['reply.later()']],
    ["await app.audit('a'); request.other(); app.count();", []],
  ])('knows functions that the application is decorated with: %s', (statement, launches) => {
    expect(
      launchesInPackage(
        'fastify',
        'app.js',
        `
      import Fastify from 'fastify';
      const app = Fastify();
      async function audit(what) { await what; }
      app.decorate('audit', audit);
      app.decorate('count', () => 1);
      app.decorateRequest('track', async function track() { await 0; });
      app.decorateReply('later', async () => { await 0; });
      app.get('/a', async (request, reply) => { ${statement} return {}; });
    `,
      ),
    ).toEqual(launches);
  });
  silent(
    'the thenable instance and reply, and what is answered with done',
    `
    import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
    ${MAIL}
    const app = Fastify();
    app.register(plugin).after(() => {});
    app.get('/a', async (request, reply: FastifyReply) => {
      app.decorate('x', 1);
      reply.code(201).header('x', 'y').type('text/plain');
      return mail(1);
    });
    app.addHook('onRequest', (request, reply, done) => { mail(1).then(() => done(), done); });
    export async function more(instance: FastifyInstance) { instance.register(plugin); instance.get('/b', async () => { await mail(2); return {}; }); }
  `,
  );
  silent(
    'an app of another package',
    `
    import create from 'left-pad';
    ${MAIL}
    create().get('/a', async () => { mail(1); });
  `,
  );
  it.each([
    [
      'fastify',
      'routes/orders/index.js',
      "module.exports = async function (fastify, opts) { fastify.get('/', async () => { mail(); return {}; }); };",
      ['GET /'],
    ],
    [
      'fastify',
      'plugins/support.ts',
      "export default async (app, _options) => { app.addHook('onRequest', async () => { mail(); }); };",
      ['hook onRequest'],
    ],
    [
      'left-pad',
      'routes/orders/index.js',
      "module.exports = async function (fastify, opts) { fastify.get('/', async () => { mail(); return {}; }); };",
      [],
    ],
  ])('finds plugins by their parameters in a package with %s: %s', (dependency, path, code, routes) => {
    expect(routesInPackage(dependency, path, `${MAIL}\n${code}`)).toEqual(routes);
  });
  it('names routes', () => {
    expect(
      routesIn(`
      import { fastify } from 'fastify';
      const app = fastify();
      app.get('/a', { preHandler: [() => {}] }, () => {});
      app.route({ method: ['POST', 'PUT'], url: '/c', onSend: () => {}, handler: () => {} });
      app.addHook('onReady', () => {});
      app.addContentTypeParser('text/xml', (request, payload, done) => {});
    `),
    ).toEqual(['GET /a', 'GET /a', 'POST|PUT /c', 'POST|PUT /c', 'hook onReady', 'content type parser']);
  });
});
