import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn, routesInPackage } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('supabase functions', () => {
  flags(
    'all but what the runtime keeps',
    `
    import 'jsr:@supabase/functions-js/edge-runtime.d.ts';
    ${MAIL}
    Deno.serve(async (request) => {
      EdgeRuntime.waitUntil(mail(1));
      EdgeRuntime.waitUntil((async () => {
        mail(2);
        ^^^^^^^ floating
        await mail(3);
      })());
      mail(4);
      ^^^^^^^ floating
      return new Response('ok');
    });
  `,
  );
  silent(
    'what is kept or awaited',
    `
    ${MAIL}
    Deno.serve(async (request) => { EdgeRuntime.waitUntil(mail(1)); await mail(2); return new Response('ok'); });
  `,
  );
  it('finds exported objects where the platform looks', () => {
    const code = `${MAIL}\nexport default { fetch(request) { mail(); return new Response(); } };`;
    expect(routesInPackage('supabase', 'supabase/functions/hello/index.ts', code)).toEqual(['function hello']);
    expect(routesInPackage('supabase', 'supabase/functions/_shared/index.ts', code)).toEqual([]);
    expect(routesInPackage('left-pad', 'supabase/functions/hello/index.ts', code)).toEqual([]);
  });
  it('names routes', () => {
    expect(routesIn('Deno.serve(() => new Response());')).toEqual(['Deno.serve']);
  });
});
