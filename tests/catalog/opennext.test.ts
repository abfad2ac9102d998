import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('opennext', () => {
  flags(
    'all but what its context keeps',
    `
    'use server';
    import { getCloudflareContext } from '@opennextjs/cloudflare';
    ${MAIL}
    export async function save() {
      getCloudflareContext().ctx.waitUntil(mail(1));
      const { ctx } = await getCloudflareContext({ async: true });
      ctx.waitUntil((async () => {
        mail(2);
        ^^^^^^^ floating
      })());
      mail(3);
      ^^^^^^^ floating
    }
  `,
  );
  silent(
    'what is kept',
    `
    'use server';
    import { getRequestContext } from '@cloudflare/next-on-pages';
    ${MAIL}
    export async function save() {
      getRequestContext().ctx.waitUntil(mail(1));
    }
  `,
  );
  it('has no handlers of its own', () => {
    expect(
      routesIn(
        `import { getCloudflareContext } from '@opennextjs/cloudflare'; getCloudflareContext().ctx.waitUntil(() => {});`,
      ),
    ).toEqual([]);
  });
});
