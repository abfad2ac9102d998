import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('middy', () => {
  flags(
    'a wrapped handler, a chain and middleware',
    `
    import middy from '@middy/core';
    ${MAIL}
    const lambdaHandler = async (event) => {
      mail(1);
      ^^^^^^^ floating
      return {};
    };
    export const wrapped = middy(lambdaHandler).use(jsonBodyParser());
    export const chained = middy()
      .use({
        before: async (request) => {
          mail(2);
          ^^^^^^^ floating
        },
        onError: (request) => {
          void mail(3);
          ^^^^^^^^^^^^ voided
        },
      })
      .after(async () => {
        mail(4);
        ^^^^^^^ floating
      })
      .handler(async () => {
        mail(5);
        ^^^^^^^ floating
      });
  `,
  );
  flags(
    'middleware made by a function, and by its type',
    `
    const middy = require('@middy/core').default;
    ${MAIL}
    const audit = (options) => {
      const after = async (request) => {
        mail(1);
        ^^^^^^^ floating
      };
      return { after };
    };
    exports.handler = middy(async () => { await mail(2); }).use([audit({})]);
  `,
  );
  flags(
    'middleware by its type',
    `
    import middy, { type MiddlewareObj } from '@middy/core';
    ${MAIL}
    export const typed: MiddlewareObj = { before: () => {
      mail(1);
      ^^^^^^^ floating
    } };
    export const before: middy.MiddlewareFn = async (request) => {
      mail(2);
      ^^^^^^^ floating
    };
  `,
  );
  silent(
    'awaited work, and chains of other packages',
    `
    import middy from '@middy/core';
    import other from 'left-pad';
    ${MAIL}
    export const handler = middy(async () => { await mail(1); }).before(() => mail(2));
    other().use({ before: async () => { mail(3); } }).handler(async () => { mail(4); });
  `,
  );
  it('names routes', () => {
    expect(
      routesIn(`
      import middy from '@middy/core';
      export const pay = middy().use({ before() {}, after() {} }).onError(() => {}).handler(async () => {});
      export const refund = middy(async () => {});
    `),
    ).toEqual(['lambda pay', 'middleware onError', 'middleware before', 'middleware after', 'lambda refund']);
  });
});
