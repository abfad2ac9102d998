import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('fastly compute', () => {
  flags(
    'listeners of the fetch event',
    `
    import { KVStore } from 'fastly:kv-store';
    ${MAIL}
    addEventListener('fetch', (event) => event.respondWith(handle(event)));
    async function handle(event) {
      event.waitUntil(mail(1));
      new KVStore('pages').put('a', 'b');
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ floating
      mail(2);
      ^^^^^^^ floating
      return new Response('ok');
    }
  `,
  );
  flags(
    'a handler by its type',
    `
    ${MAIL}
    export async function handle(event: FetchEvent) {
      void mail(1);
      ^^^^^^^^^^^^ voided
      return new Response('ok');
    }
  `,
  );
  silent(
    'what is awaited or kept, and stores of other packages',
    `
    import { KVStore } from 'fastly:kv-store';
    import { KVStore as Other } from 'left-pad';
    ${MAIL}
    addEventListener('fetch', async (event) => {
      event.waitUntil(mail(1));
      await new KVStore('pages').put('a', 'b');
      new Other('x').put('a', 'b');
    });
    addEventListener('message', (event) => { mail(2); });
  `,
  );
  it('names routes', () => {
    expect(routesIn("addEventListener('fetch', (event) => {}); async function handle(event: FetchEvent) {}")).toEqual([
      'fetch event',
      'handle',
    ]);
  });
});
