import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn, routesInPackage } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('deno', () => {
  flags(
    'served, scheduled and queued functions',
    `
    import { serve } from 'https://deno.land/std@0.177.0/http/server.ts';
    ${MAIL}
    Deno.serve((request) => {
      mail(1);
      ^^^^^^^ floating
      return new Response('ok');
    });
    Deno.serve({ port: 3000, onError(error) {
      mail(2);
      ^^^^^^^ floating
      return new Response('no');
    } }, async (request) => {
      Deno.writeTextFile('log', 'x');
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ floating
      return new Response('ok');
    });
    Deno.serve({ handler: () => {
      void mail(3);
      ^^^^^^^^^^^^ voided
      return new Response('ok');
    } });
    serve(async () => {
      mail(4);
      ^^^^^^^ floating
      return new Response('ok');
    });
    Deno.cron('nightly', '0 0 * * *', { backoffSchedule: [1000] }, () => {
      mail(5);
      ^^^^^^^ floating
    });
    const kv = await Deno.openKv();
    kv.listenQueue(async (message) => {
      kv.enqueue(message);
      ^^^^^^^^^^^^^^^^^^^ floating
      kv.set(['a'], 1);
      ^^^^^^^^^^^^^^^^ floating
      kv.atomic().check({}).set(['a'], 2).commit();
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ floating
    });
  `,
  );
  silent(
    "what is awaited or synchronous, and names of the code's own",
    `
    ${MAIL}
    Deno.serve(async () => { await mail(1); Deno.writeTextFileSync('log', 'x'); return new Response('ok'); });
    Deno.cron('nightly', '0 0 * * *', () => mail(2));
    Deno.test('works', () => { mail(3); });
    function scoped(Deno) { Deno.serve(() => { mail(4); }); }
  `,
  );
  it('finds the default export by its type, in a package that depends on its types', () => {
    const code = `${MAIL}\nexport default { fetch(request) { mail(); return new Response(); } } satisfies Deno.ServeDefaultExport;`;
    expect(routesInPackage('@types/deno', 'src/any.ts', code)).toEqual(['fetch']);
    expect(routesInPackage('left-pad', 'src/any.ts', code)).toEqual([]);
  });
  it('names routes', () => {
    expect(
      routesIn(
        "Deno.serve(() => {}); Deno.cron('nightly', '0 0 * * *', () => {}); Deno.addSignalListener('SIGTERM', () => {});",
      ),
    ).toEqual(['Deno.serve', 'cron nightly', 'signal SIGTERM']);
  });
});
