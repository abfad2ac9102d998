import { describe, expect, it } from 'vitest';
import { findingsIn } from '../support/findings.ts';
import { flags, silent } from '../support/marked.ts';
import { routesIn } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('express', () => {
  flags(
    'a verb with a path',
    `
    import express from 'express';
    ${MAIL}
    const app = express();
    app.post('/runs', (req, res) => {
      mail(req.body);
      ^^^^^^^^^^^^^^ floating
      res.sendStatus(202);
    });
  `,
  );
  flags(
    'every handler of a list, an array and a wrapper',
    `
    const express = require('express');
    const asyncHandler = require('express-async-handler');
    ${MAIL}
    const router = express.Router();
    router.get('/a', [(req, res, next) => {
      mail(1);
      ^^^^^^^ floating
      next();
    }], asyncHandler(async (req, res) => {
      mail(2);
      ^^^^^^^ floating
      res.end();
    }));
  `,
  );
  flags(
    'a route chain without paths',
    `
    import { Router } from 'express';
    ${MAIL}
    Router().route('/orders').get((req, res) => { res.end(); }).post((req, res) => {
      mail(1);
      ^^^^^^^ floating
      res.end();
    });
  `,
  );
  flags(
    'middleware and error middleware',
    `
    import * as express from 'express';
    ${MAIL}
    const app = express.default();
    app.use((req, res, next) => {
      mail(1);
      ^^^^^^^ floating
      next();
    });
    app.use((err, req, res, next) => {
      mail(err);
      ^^^^^^^^^ floating
      res.status(500).end();
    });
  `,
  );
  flags(
    'a handler by its type, without a registration',
    `
    import type { RequestHandler, Request, Response } from 'express';
    ${MAIL}
    export const create: RequestHandler = (req, res) => {
      mail(1);
      ^^^^^^^ floating
      res.end();
    };
    export function remove(req: Request, res: Response) {
      void mail(2);
      ^^^^^^^^^^^^ voided
      res.end();
    }
  `,
  );
  flags(
    'a handler by its JSDoc type',
    `
    ${MAIL}
    /** @type {import('express').RequestHandler} */
    exports.create = (req, res) => {
      mail(1);
      ^^^^^^^ floating
      res.end();
    };
    /**
     * @param {import('express').Request} req
     * @param {import('express').Response} res
     */
    function remove(req, res) {
      mail(2);
      ^^^^^^^ floating
      res.end();
    }
  `,
  );
  flags(
    'a controller class whose methods are registered',
    `
    import express from 'express';
    ${MAIL}
    class Orders {
      create = async (req, res) => {
        mail(1);
        ^^^^^^^ floating
        res.end();
      };
      remove(req, res) {
        this.forget(req.params.id);
        ^^^^^^^^^^^^^^^^^^^^^^^^^^ floating
        res.end();
      }
      async forget(id) { await id; }
    }
    const orders = new Orders();
    express().post('/orders', orders.create).delete('/orders/:id', orders.remove.bind(orders));
  `,
  );
  flags(
    'a handler registered in a function that gets the typed app',
    `
    import type { Express } from 'express';
    ${MAIL}
    export function routes(app: Express) {
      app.get('/x', (req, res) => {
        mail(1);
        ^^^^^^^ floating
        res.end();
      });
    }
  `,
  );
  silent(
    'the settings getter and other calls that take no handler',
    `
    import express from 'express';
    ${MAIL}
    const app = express();
    app.get('env');
    app.engine('html', () => { mail(2); });
  `,
  );
  silent(
    'an object that only looks like an app',
    `
    ${MAIL}
    const app = create();
    app.post('/x', (request, out) => { mail(1); });
  `,
  );
  silent(
    'express next() is a plain callback',
    `
    import express from 'express';
    express().use((req, res, next) => { next(); });
  `,
  );
  flags(
    'nested lists, parameters, merged routers and error handlers of four',
    `
    import express, { type Router as RouterType } from 'express';
    ${MAIL}
    const router = express.Router({ mergeParams: true });
    const first = (req, res, next) => {
      mail(1);
      ^^^^^^^ floating
      next();
    };
    router.all('/a', [[first], [(req, res, next) => {
      mail(2);
      ^^^^^^^ floating
      next();
    }]]);
    router.param('id', (req, res, next, id) => {
      mail(6);
      ^^^^^^^ floating
      next();
    });
    router.use('/admin', [(req, res, next) => {
      mail(3);
      ^^^^^^^ floating
      next();
    }], (error, req, res, next) => {
      mail(4).catch(console.error);
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ caught
      next(error);
    });
    export function more(routes: RouterType) {
      routes.patch('/b', (req, res) => {
        mail(5);
        ^^^^^^^ floating
        res.end();
      });
    }
  `,
  );
  flags(
    'wrapped handlers, before they are registered',
    `
    import asyncHandler from 'express-async-handler';
    ${MAIL}
    export const list = asyncHandler(async (request, response) => {
      mail(1);
      ^^^^^^^ floating
      response.json([]);
    });
  `,
  );
  flags(
    'routers that pass promises on, and sockets',
    `
    import PromiseRouter from 'express-promise-router';
    import expressWs from 'express-ws';
    import express from 'express';
    ${MAIL}
    PromiseRouter().get('/a', async (req, res) => {
      mail(1);
      ^^^^^^^ floating
    });
    const app = express();
    expressWs(app);
    app.ws('/echo', (socket, req) => {
      socket.on('message', async (message) => {
        mail(message);
        ^^^^^^^^^^^^^ floating
      });
    });
  `,
  );
  silent(
    'the session and the login, with a callback',
    `
    import express, { type Request, type Response } from 'express';
    express().post('/logout', (req: Request, res: Response) => {
      req.session.save();
      req.session.destroy(() => { res.end(); });
      req.logout(() => { res.end(); });
    });
  `,
  );
  it('names routes by method and path', () => {
    const code = `
      import express from 'express';
      const app = express();
      const PREFIX = '/api';
      app.post('/orgs/:orgId/runs', (req, res) => {});
      app.all(['/a', '/b'], (req, res) => {});
      app.route('/books').put((req, res) => {});
      app.del(PREFIX, (req, res) => {});
      app.get(/^\\/x/, (req, res) => {});
      app.use('/admin', (req, res, next) => {});
      app.use((req, res, next) => {});
    `;
    expect(routesIn(code)).toEqual([
      'POST /orgs/:orgId/runs',
      'ALL /a|/b',
      'PUT /books',
      'DELETE /api',
      'GET /^\\/x/',
      'middleware /admin',
      'middleware',
    ]);
  });
  it('names a wrapped handler by its registration, else by its variable', () => {
    expect(
      routesIn(`
      import express from 'express';
      import asyncHandler from 'express-async-handler';
      export const list = asyncHandler(async (req, res) => {});
      express().get('/a', asyncHandler(async (req, res) => {}));
    `),
    ).toEqual(['handler list', 'GET /a']);
  });
  it('says how a launch is known', () => {
    const [finding] = findingsIn(
      `import express from 'express';\n${MAIL}\nexpress().get('/', (req, res) => { mail(1); });`,
    );
    expect(finding?.evidence).toEqual({ step: 'file', why: 'declared async at app.ts:2' });
  });
});
