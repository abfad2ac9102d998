import { describe, expect, it } from 'vitest';
import { launchesInPackage } from '../support/decorated.ts';
import { flags, silent } from '../support/marked.ts';
import { routesIn } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('elysia', () => {
  flags(
    'routes, hooks and options',
    `
    import { Elysia } from 'elysia';
    ${MAIL}
    new Elysia({ prefix: '/api' })
      .onRequest(({ request }) => {
        mail(1);
        ^^^^^^^ floating
      })
      .derive({ as: 'global' }, ({ headers }) => {
        mail(2);
        ^^^^^^^ floating
        return {};
      })
      .get('/a', () => {
        mail(3);
        ^^^^^^^ floating
        return 'a';
      }, { beforeHandle: [() => {
        mail(4);
        ^^^^^^^ floating
      }], afterResponse() {
        void mail(5);
        ^^^^^^^^^^^^ voided
      } })
      .route('PURGE', '/cache', () => {
        mail(6);
        ^^^^^^^ floating
      })
      .ws('/ws', {
        open(socket) {
          mail(7);
          ^^^^^^^ floating
        },
        message(socket, message) {
          mail(message);
          ^^^^^^^^^^^^^ floating
        },
      })
      .onStop(() => {
        mail(8);
        ^^^^^^^ floating
      });
  `,
  );
  flags(
    'groups, guards, plugins and macros',
    `
    import { Elysia } from 'elysia';
    ${MAIL}
    new Elysia()
      .group('/v1', (app) => app.get('/a', () => {
        mail(1);
        ^^^^^^^ floating
      }))
      .guard({ beforeHandle() {
        mail(2);
        ^^^^^^^ floating
      } }, (app) => app.post('/b', () => {
        mail(3);
        ^^^^^^^ floating
      }))
      .use((app) => app.put('/c', () => {
        mail(4);
        ^^^^^^^ floating
      }))
      .macro({ signedIn: { async resolve({ cookie }) {
        mail(5);
        ^^^^^^^ floating
        return {};
      } } });
  `,
  );
  it.each([
    ["audit('a');", ["audit('a')"]],
    ["await audit('a');", []],
  ])('knows what the context is decorated with: %s', (statement, launches) => {
    expect(
      launchesInPackage(
        'elysia',
        'app.ts',
        `
      import { Elysia } from 'elysia';
      async function record(what) { await what; }
      new Elysia().decorate('audit', record).get('/a', async ({ audit }) => { ${statement} return 'a'; });
    `,
      ),
    ).toEqual(launches);
  });
  silent(
    'awaited and returned, values, and other packages',
    `
    import { Elysia } from 'elysia';
    import { Elysia as Other } from 'left-pad';
    ${MAIL}
    new Elysia().get('/', 'hello').get('/a', async ({ status }) => { await mail(1); return status(201); }).listen(3000, () => { mail(2); });
    new Elysia().onError(() => mail(3));
    new Other().get('/', () => { mail(4); });
  `,
  );
  it('names routes', () => {
    expect(
      routesIn(`
      import { Elysia } from 'elysia';
      const app = new Elysia();
      app.get('/a', () => {}, { error() {} });
      app.route('PURGE', '/cache', () => {});
      app.ws('/ws', { message() {} });
      app.onAfterHandle(() => {});
      app.group('/v1', { beforeHandle() {} }, (group) => group.post('/b', () => {}));
    `).sort(),
    ).toEqual([
      'GET /a',
      'GET /a',
      'POST /b',
      'PURGE /cache',
      'WS /ws message',
      'hook beforeHandle',
      'hook onAfterHandle',
    ]);
  });
});
