import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('bunny edge scripting', () => {
  flags(
    'scripts and middleware',
    `
    import * as BunnySDK from '@bunny.net/edgescript-sdk';
    import * as FromWeb from 'https://esm.sh/@bunny.net/edgescript-sdk@0.11.2';
    ${MAIL}
    BunnySDK.net.http.serve(async (request) => {
      Bunny.v1.waitUntil(mail(1));
      mail(2);
      ^^^^^^^ floating
      return new Response('ok');
    });
    FromWeb.net.http.serve({ port: 8080 }, (request) => {
      void mail(3);
      ^^^^^^^^^^^^ voided
      return new Response('ok');
    });
    BunnySDK.net.http.servePullZone({ url: 'https://example.com' }).onOriginRequest(async (context) => {
      mail(4);
      ^^^^^^^ floating
      return context.request;
    });
  `,
  );
  silent(
    'what is kept or awaited, and other packages',
    `
    import * as BunnySDK from '@bunny.net/edgescript-sdk';
    import * as Other from 'left-pad';
    ${MAIL}
    BunnySDK.net.http.serve(async () => { Bunny.v1.waitUntil(mail(1)); await mail(2); return new Response('ok'); });
    Other.net.http.serve(() => { mail(3); });
  `,
  );
  it('names routes', () => {
    expect(
      routesIn(
        "import * as BunnySDK from '@bunny.net/edgescript-sdk'; BunnySDK.net.http.serve(() => {}); BunnySDK.net.http.servePullZone({}).onOriginResponse(() => {});",
      ),
    ).toEqual(['edge script', 'onOriginResponse']);
  });
});
