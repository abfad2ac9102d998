import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('itty-router', () => {
  flags(
    'routes, chains, and the stages of a router',
    `
    import { AutoRouter, IttyRouter, Router, type RequestHandler } from 'itty-router';
    ${MAIL}
    const withUser = (request) => {
      mail(1);
      ^^^^^^^ floating
    };
    const router = AutoRouter({ base: '/api', before: [withUser], catch: (error) => {
      mail(error);
      ^^^^^^^^^^^ floating
    }, finally: [(response) => {
      mail(2);
      ^^^^^^^ floating
      return response;
    }] });
    router.get('/todos', withUser, () => {
      mail(3);
      ^^^^^^^ floating
      return [];
    }).post('/todos', async (request, env, ctx) => {
      ctx.waitUntil(mail(4));
      void mail(5);
      ^^^^^^^^^^^^ voided
      return {};
    });
    IttyRouter().all('*', () => {
      mail(6);
      ^^^^^^^ floating
    });
    export const typed: RequestHandler = () => {
      mail(7);
      ^^^^^^^ floating
    };
    export default { ...router };
  `,
  );
  silent(
    'awaited and returned, and routers of other packages',
    `
    import { Router } from 'itty-router';
    import { Router as Other } from 'left-pad';
    ${MAIL}
    Router().get('/a', async () => { await mail(1); }).get('/b', () => mail(2));
    Other().get('/a', () => { mail(3); });
  `,
  );
  it('names routes', () => {
    expect(
      routesIn(`
      import { Router } from 'itty-router';
      const router = Router({ before: [() => {}], missing: () => {} });
      router.get('/a', () => {}).delete('/b/:id', () => {});
    `).sort(),
    ).toEqual(['DELETE /b/:id', 'GET /a', 'router before', 'router missing']);
  });
});
