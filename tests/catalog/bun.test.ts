import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn, routesInPackage } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('bun', () => {
  flags(
    'fetch, routes, errors and sockets',
    `
    import { serve } from 'bun';
    ${MAIL}
    const server = Bun.serve({
      routes: {
        '/status': new Response('ok'),
        '/users/:id': (request) => {
          mail(1);
          ^^^^^^^ floating
          return new Response('ok');
        },
        '/posts': { POST: async (request) => {
          void mail(2);
          ^^^^^^^^^^^^ voided
          return Response.json({});
        } },
      },
      fetch(request, server) {
        Bun.write('log', 'x');
        ^^^^^^^^^^^^^^^^^^^^^ floating
        if (server.upgrade(request)) return;
        return new Response('ok');
      },
      websocket: { message(socket, message) {
        mail(3);
        ^^^^^^^ floating
        socket.send('x');
      } },
    });
    serve({ error(error) {
      mail(4);
      ^^^^^^^ floating
      return new Response('no');
    } });
    server.reload({ fetch() {
      mail(5);
      ^^^^^^^ floating
      return new Response('ok');
    } });
  `,
  );
  silent(
    'what is awaited or returned',
    `
    ${MAIL}
    Bun.serve({ async fetch() { await mail(1); return new Response('ok'); }, routes: { '/x': () => mail(2) } });
  `,
  );
  silent(
    'a serve of another package',
    `
    import { serve } from 'left-pad';
    ${MAIL}
    serve({ fetch() { mail(1); } });
  `,
  );
  it('finds the default export of the entry point, in a package that depends on its types', () => {
    const code = `${MAIL}\nexport default { port: 3000, fetch(request) { mail(); return new Response(); } };`;
    expect(routesInPackage('@types/bun', 'index.ts', code)).toEqual(['Bun.serve fetch']);
    expect(routesInPackage('@types/bun', 'src/client.ts', code)).toEqual([]);
    expect(routesInPackage('left-pad', 'index.ts', code)).toEqual([]);
  });
  it('names routes', () => {
    expect(
      routesIn("Bun.serve({ fetch() {}, routes: { '/a': () => {}, '/b': { GET() {} } }, websocket: { open() {} } });"),
    ).toEqual(['Bun.serve fetch', 'Bun.serve /a', 'Bun.serve /b.GET', 'websocket open']);
  });
});
