import { describe, expect, it } from 'vitest';
import { launchesInPackage } from '../support/decorated.ts';
import { flags, silent } from '../support/marked.ts';
import { routesIn } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('koa', () => {
  flags(
    'an application that also serves web sockets',
    `
    const Koa = require('koa');
    const websockify = require('koa-websocket');
    ${MAIL}
    const app = websockify(new Koa());
    app.use(async (ctx, next) => {
      mail(1);
      ^^^^^^^ floating
      await next();
    });
    app.listen(3000);`,
  );
  flags(
    'middleware in CommonJS, composed and mounted',
    `
    const Koa = require('koa');
    const compose = require('koa-compose');
    const mount = require('koa-mount');
    ${MAIL}
    const app = new Koa();
    app.use(compose([async (ctx, next) => {
      next();
      ^^^^^^ middleware
    }, async (ctx, next) => {
      mail(1);
      ^^^^^^^ floating
      await next();
    }]));
    app.use(mount('/admin', async (ctx) => {
      mail(2);
      ^^^^^^^ floating
    }));
    app.on('error', (error, ctx) => {
      mail(3);
      ^^^^^^^ floating
    });
  `,
  );
  flags(
    'routers: named routes, parameters, registered lists',
    `
    import Router from '@koa/router';
    ${MAIL}
    const router = new Router({ prefix: '/api' });
    router
      .param('user', async (id, ctx, next) => {
        mail(4);
        ^^^^^^^ floating
        return next();
      })
      .get('user', '/users/:user', async (ctx) => {
        mail(1);
        ^^^^^^^ floating
        ctx.body = mail(2);
                   ^^^^^^^ answered
      });
    router.register('/x', ['GET', 'POST'], [async (ctx) => {
      mail(3);
      ^^^^^^^ floating
    }]);
    router.use('/admin', async (ctx, next) => {
      next();
      ^^^^^^ middleware
    });
  `,
  );
  flags(
    'middleware by its types',
    `
    import type Koa from 'koa';
    import type { Context, Next, Middleware } from 'koa';
    import type { RouterMiddleware } from '@koa/router';
    ${MAIL}
    export const a: Middleware = async (ctx, next) => {
      next();
      ^^^^^^ middleware
    };
    export async function b(ctx: Context, next: Next) {
      mail(1);
      ^^^^^^^ floating
      await next();
    }
    export const c: Koa.Middleware = async (ctx) => {
      mail(2);
      ^^^^^^^ floating
    };
    export const d: RouterMiddleware = async (ctx) => {
      mail(3);
      ^^^^^^^ floating
    };
  `,
  );
  it.each([
    ["ctx.audit('a');", ["ctx.audit('a')"]],
    ["await ctx.audit('a'); ctx.own('a');", []],
  ])('knows what the context is given: %s', (statement, launches) => {
    expect(
      launchesInPackage(
        'koa',
        'app.js',
        `
      const Koa = require('koa');
      const app = new Koa();
      app.context.audit = async (what) => { await what; };
      app.use(async (ctx) => { ${statement} });
    `,
      ),
    ).toEqual(launches);
  });
  silent(
    'next() awaited, returned or chained on, and events that are no errors',
    `
    import Koa from 'koa';
    import Router from '@koa/router';
    ${MAIL}
    const app = new Koa();
    app.use(async (ctx, next) => { await next(); ctx.set('x', 'y'); ctx.throw(404); });
    app.use((ctx, next) => next().then(() => { ctx.body = 'ok'; }));
    app.on('listening', () => { mail(1); });
    app.use(new Router().get('/a', (ctx) => mail(2)).routes());
  `,
  );
  flags(
    'a call that is given the context, as the answer does not wait for it',
    `
    import Koa from 'koa';
    const audit = async (ctx) => { await fetch(ctx.path); };
    const answer = (ctx, res) => { ctx.respond = false; res.end(); };
    const app = new Koa();
    app.use(async (ctx, next) => {
      try { await next(); } finally {
        audit(ctx);
        ^^^^^^^^^^ floating
      }
    });
    app.use((ctx) => audit(ctx));
    app.use(async (ctx) => { await audit(ctx); answer(ctx, ctx.res); });
    app.use((ctx) => new Promise((resolve) => { audit(ctx).then(resolve, resolve); }));
  `,
  );
  silent(
    'a router of another package',
    `
    import Router from 'left-pad';
    ${MAIL}
    new Router().get('/a', async (ctx) => { mail(1); });
  `,
  );
  it('names routes', () => {
    expect(
      routesIn(`
      import Koa from 'koa';
      import { Router } from '@koa/router';
      const router = new Router();
      router.del('/a', () => {});
      router.all('name', '/b', () => {});
      router.use('/admin', () => {});
      router.param('id', () => {});
      router.register('/c', ['GET'], () => {});
      new Koa().use(() => {});
    `),
    ).toEqual(['DELETE /a', 'ALL name', 'middleware /admin', 'parameter id', 'route /c', 'middleware']);
  });
});
