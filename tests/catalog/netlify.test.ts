import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn, routesInPackage } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('netlify functions', () => {
  flags(
    'handlers by their types and wrappers',
    `
    import { builder, schedule, stream, type Context, type Handler } from '@netlify/functions';
    ${MAIL}
    export const handler: Handler = async (event, context) => {
      mail(1);
      ^^^^^^^ floating
      return { statusCode: 200 };
    };
    export default async (request: Request, context: Context) => {
      context.waitUntil(mail(2));
      void mail(3);
      ^^^^^^^^^^^^ voided
      return new Response('ok');
    };
    export const built = builder(async () => {
      mail(4);
      ^^^^^^^ floating
      return { statusCode: 200, ttl: 60 };
    });
    export const daily = schedule('@daily', async () => {
      mail(5);
      ^^^^^^^ floating
      return { statusCode: 200 };
    });
    export const page = stream(async () => {
      mail(6);
      ^^^^^^^ floating
      return { statusCode: 200 };
    });
  `,
  );
  silent(
    'kept or awaited, and the same names from elsewhere',
    `
    import { getContext, schedule } from '@netlify/functions';
    import { stream } from 'left-pad';
    ${MAIL}
    export const daily = schedule('@daily', async () => { getContext().waitUntil(mail(1)); await mail(2); return { statusCode: 200 }; });
    export const other = stream(async () => { mail(3); });
  `,
  );
  it.each([
    [
      '@netlify/functions',
      'netlify/functions/hello.mts',
      'export default async (req, context) => { mail(); return new Response(); };',
      'function hello',
    ],
    [
      '@netlify/functions',
      'netlify/functions/hello/index.js',
      'exports.handler = async () => { mail(); return { statusCode: 200 }; };',
      'function hello',
    ],
    [
      'netlify-cli',
      'netlify/functions/sync-background.js',
      'exports.handler = async () => { mail(); };',
      'function sync-background',
    ],
    [
      '@netlify/edge-functions',
      'netlify/edge-functions/geo.ts',
      'export default async (request, context) => { mail(); return context.next(); };',
      'function geo',
    ],
    [
      '@netlify/functions',
      'netlify/functions/site.ts',
      'export default { fetch() { mail(); return new Response(); } };',
      'function site',
    ],
    [
      '@netlify/functions',
      'netlify/functions/site.ts',
      'export default { formSubmitted(event) { mail(); } };',
      'function site formSubmitted',
    ],
  ])('finds what a package with %s exports from %s', (dependency, path, code, route) => {
    expect(routesInPackage(dependency, path, `${MAIL}\n${code}`)).toEqual([route]);
  });
  it.each([
    ['left-pad', 'netlify/functions/hello.ts', 'export default async () => { mail(); };'],
    ['@netlify/functions', 'src/functions/hello.ts', 'export default async () => { mail(); };'],
  ])('is silent in a package with %s about %s', (dependency, path, code) => {
    expect(routesInPackage(dependency, path, `${MAIL}\n${code}`)).toEqual([]);
  });
  it('names routes', () => {
    expect(
      routesIn(
        `import { schedule, builder } from '@netlify/functions'; export const daily = schedule('@daily', () => {}); export const page = builder(() => {});`,
      ),
    ).toEqual(['schedule @daily', 'function page']);
  });
});
