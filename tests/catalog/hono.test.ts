import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('hono', () => {
  flags(
    'chains, groups, methods by name and mounted applications',
    `
    import { Hono } from 'hono';
    import { mount } from 'hono/mount';
    ${MAIL}
    const app = new Hono<Env>().basePath('/api')
      .get('/a', async (c) => {
        mail(1);
        ^^^^^^^ floating
        return c.json({});
      })
      .on(['PUT', 'DELETE'], '/b', (c) => {
        mail(2);
        ^^^^^^^ floating
        return c.text('ok');
      })
      .onError((error, c) => {
        mail(error);
        ^^^^^^^^^^^ floating
        return c.text('no', 500);
      });
    app.notFound((c) => {
      void mail(3);
      ^^^^^^^^^^^^ voided
      return c.text('no', 404);
    });
    app.mount('/old', (request) => {
      mail(4);
      ^^^^^^^ floating
      return new Response('ok');
    });
    app.all('/new/*', mount((request) => {
      mail(5);
      ^^^^^^^ floating
      return new Response('ok');
    }));
  `,
  );
  flags(
    'factories',
    `
    import { createFactory, Factory } from 'hono/factory';
    ${MAIL}
    const factory = createFactory({ initApp: (app) => {
      app.use(async (c, next) => {
        next();
        ^^^^^^ middleware
      });
    } });
    export const handlers = factory.createHandlers(async (c, next) => {
      mail(1);
      ^^^^^^^ floating
      await next();
    }, (c) => {
      mail(2);
      ^^^^^^^ floating
      return c.text('ok');
    });
    export const logged = new Factory().createMiddleware(async (c, next) => {
      mail(3);
      ^^^^^^^ floating
      await next();
    });
    factory.createApp().get('/a', (c) => {
      mail(4);
      ^^^^^^^ floating
      return c.text('ok');
    });
  `,
  );
  flags(
    'validators, combined middleware, streams and sockets',
    `
    import { Hono } from 'hono';
    import { validator } from 'hono/validator';
    import { zValidator } from '@hono/zod-validator';
    import { some, except } from 'hono/combine';
    import { streamSSE } from 'hono/streaming';
    import { upgradeWebSocket } from 'hono/cloudflare-workers';
    ${MAIL}
    const app = new Hono();
    app.post('/a', validator('json', (value, c) => {
      mail(1);
      ^^^^^^^ floating
      return value;
    }), zValidator('query', schema, (result, c) => {
      mail(2);
      ^^^^^^^ floating
    }), (c) => streamSSE(c, async (stream) => {
      mail(3);
      ^^^^^^^ floating
      await stream.writeSSE({ data: 'x' });
    }));
    app.use('*', some(async (c, next) => {
      mail(4);
      ^^^^^^^ floating
      await next();
    }, except('/public', async (c, next) => {
      next();
      ^^^^^^ middleware
    })));
    app.get('/ws', upgradeWebSocket((c) => ({
      onMessage(event, socket) {
        mail(5);
        ^^^^^^^ floating
        socket.send('x');
      },
    })));
  `,
  );
  flags(
    'handlers by their types',
    `
    import type { Context, MiddlewareHandler } from 'hono';
    ${MAIL}
    export const auth: MiddlewareHandler = async (c, next) => {
      next();
      ^^^^^^ middleware
    };
    export async function list(c: Context) {
      c.req.json();
      ^^^^^^^^^^^^ floating
      mail(1);
      ^^^^^^^ floating
      return c.json([]);
    }
  `,
  );
  silent(
    'next() awaited or returned, the execution context, and answers',
    `
    import { Hono, type Context } from 'hono';
    ${MAIL}
    const app = new Hono();
    app.use(async (c, next) => { await next(); c.header('x', 'y'); });
    app.use((c, next) => next());
    app.get('/a', (c: Context) => { c.executionCtx.waitUntil(mail(1)); c.status(201); return c.json({}); });
    app.route('/sub', other);
  `,
  );
  silent(
    'an app of another package',
    `
    import { Hono } from 'left-pad';
    ${MAIL}
    new Hono().get('/a', (c) => { mail(1); });
  `,
  );
  it('names routes', () => {
    expect(
      routesIn(`
      import { Hono } from 'hono';
      import { OpenAPIHono } from '@hono/zod-openapi';
      import { createMiddleware } from 'hono/factory';
      new Hono().get('/a', () => {}).post(() => {});
      new Hono().on('PURGE', '/cache', () => {});
      export const logged = createMiddleware(() => {});
      new OpenAPIHono({ defaultHook: () => {} }).openapi(route, () => {}, () => {});
    `).sort(),
    ).toEqual(['GET /a', 'POST', 'PURGE /cache', 'middleware logged', 'route', 'route', 'validation hook']);
  });
});
