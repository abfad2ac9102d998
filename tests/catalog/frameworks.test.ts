import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('fastify', () => {
  flags(
    'shorthand, options object and full declaration',
    `
    import Fastify from 'fastify';
    ${MAIL}
    const fastify = Fastify({ logger: true });
    fastify.get('/a', async (request, reply) => {
      mail(1);
      ^^^^^^^ floating
      return { ok: true };
    });
    fastify.post('/b', { schema: {}, preHandler: async (request, reply) => {
      mail(2);
      ^^^^^^^ floating
    } }, async (request, reply) => { await mail(3); });
    fastify.route({ method: 'PUT', url: '/c', handler: async function (request, reply) {
      mail(4);
      ^^^^^^^ floating
    } });
  `,
  );
  flags(
    'a plugin, typed, registered or shaped',
    `
    import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
    import { fastify } from 'fastify';
    import fp from 'fastify-plugin';
    ${MAIL}
    export const routes: FastifyPluginAsync = async (app) => {
      app.get('/typed', async () => {
        mail(1);
        ^^^^^^^ floating
        return {};
      });
    };
    export default fp(async (instance, opts) => {
      instance.get('/plugin', async () => {
        mail(2);
        ^^^^^^^ floating
        return {};
      });
    });
    fastify().register((child, opts, done) => {
      child.get('/child', async () => {
        mail(3);
        ^^^^^^^ floating
        return {};
      });
      done();
    });
    export async function more(app: FastifyInstance) {
      app.addHook('onResponse', async () => {
        mail(4);
        ^^^^^^^ floating
      });
    }
  `,
  );
  silent(
    'the reply is thenable, and nobody must await it',
    `
    import Fastify from 'fastify';
    const app = Fastify();
    app.register(plugin);
    app.get('/', (request, reply) => { reply.code(201).header('x', 'y'); reply.send({}); });
  `,
  );
  it('names routes', () => {
    expect(
      routesIn(
        `import f from 'fastify'; const app = f(); app.get('/a', h); function h() {} app.route({ method: 'PUT', url: '/c', handler: () => {} }); app.addHook('onClose', () => {});`,
      ),
    ).toEqual(['GET /a', 'PUT /c', 'hook onClose']);
  });
});

describe('koa', () => {
  flags(
    'middleware: next() is a promise',
    `
    import Koa from 'koa';
    ${MAIL}
    const app = new Koa();
    app.use(async (ctx, next) => {
      next();
      ^^^^^^ middleware
      mail(1);
      ^^^^^^^ floating
    });
  `,
  );
  flags(
    'a router',
    `
    import Router from '@koa/router';
    ${MAIL}
    const router = new Router({ prefix: '/api' });
    router.get('/a', async (ctx) => {
      mail(1);
      ^^^^^^^ floating
      ctx.body = mail(2);
                 ^^^^^^^ answered
    });
  `,
  );
  silent(
    'next() awaited or returned',
    `
    import Koa from 'koa';
    const app = new Koa();
    app.use(async (ctx, next) => { await next(); });
    app.use((ctx, next) => next());
    app.use((ctx, next) => { return next(); });
  `,
  );
});

describe('hono', () => {
  flags(
    'a route, a chain and middleware',
    `
    import { Hono } from 'hono';
    import { createMiddleware } from 'hono/factory';
    ${MAIL}
    const app = new Hono();
    app.get('/a', (c) => {
      mail(1);
      ^^^^^^^ floating
      return c.json({});
    }).post((c) => {
      void mail(2);
      ^^^^^^^^^^^^ voided
      return c.text('ok');
    });
    app.use(async (c, next) => {
      next();
      ^^^^^^ middleware
    });
    export const logged = createMiddleware(async (c, next) => {
      mail(3);
      ^^^^^^^ floating
      await next();
    });
  `,
  );
  silent(
    'the execution context takes it',
    `
    import { Hono } from 'hono';
    ${MAIL}
    new Hono().get('/a', (c) => { c.executionCtx.waitUntil(mail(1)); return c.json({}); });
  `,
  );
});

describe('nestjs', () => {
  flags(
    'controllers with injected services',
    `
    import { Controller, Post, Get, Param, Injectable } from '@nestjs/common';
    @Injectable()
    class MailService {
      async send(id: string): Promise<void> { await id; }
      name(): string { return 'mail'; }
    }
    @Controller('users')
    export class UsersController {
      constructor(private readonly mail: MailService) {}
      @Post(':id')
      update(@Param('id') id: string) {
        this.mail.send(id);
        ^^^^^^^^^^^^^^^^^^ floating
        this.mail.name();
        return { id };
      }
      @Get()
      async list() {
        await this.mail.send('1');
        return this.helper();
      }
      private helper() {
        void this.mail.send('2');
        ^^^^^^^^^^^^^^^^^^^^^^^^ voided
        return [];
      }
    }
  `,
  );
  flags(
    'a guard by its interface',
    `
    import { CanActivate } from '@nestjs/common';
    ${MAIL}
    export class Guard implements CanActivate {
      canActivate() {
        mail(1);
        ^^^^^^^ floating
        return true;
      }
    }
  `,
  );
  silent(
    'a decorated parameter makes no handler, nor does a class without the controller decorator',
    `
    import { Query, Get } from '@nestjs/common';
    ${MAIL}
    export class Plain { list(@Query() query: string) { mail(query); } @Get() other() { mail('x'); } }
  `,
  );
  it('names routes by both decorators', () => {
    expect(
      routesIn(
        `import { Controller, Get, Post } from '@nestjs/common'; @Controller('users') class A { @Get(':id') one() {} @Post() add() {} } @Controller() class B { @Get() all() {} }`,
      ),
    ).toEqual(['GET /users/:id', 'POST /users', 'GET /']);
  });
});

describe('node:http', () => {
  flags(
    'createServer and the request event',
    `
    import { createServer } from 'node:http';
    ${MAIL}
    const server = createServer((req, res) => {
      mail(1);
      ^^^^^^^ floating
      res.end();
    });
    server.on('request', async (req, res) => {
      mail(2);
      ^^^^^^^ floating
      res.end();
    });
  `,
  );
});
