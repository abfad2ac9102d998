import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn, routesInPackage } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('aws lambda', () => {
  flags(
    'handlers by their type',
    `
    import type { SQSHandler, APIGatewayProxyHandlerV2WithJWTAuthorizer, Handler } from 'aws-lambda';
    import type * as lambda from 'aws-lambda';
    ${MAIL}
    export const queue: SQSHandler = async (event) => {
      event.Records.forEach(async (record) => { await mail(record); });
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ callback
    };
    export const http: APIGatewayProxyHandlerV2WithJWTAuthorizer = async () => {
      void mail(1);
      ^^^^^^^^^^^^ voided
      return { statusCode: 202 };
    };
    export const scheduled: lambda.ScheduledHandler = async () => {
      mail(2);
      ^^^^^^^ floating
    };
    export const any = (async () => {
      mail(3).catch(console.error);
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ caught
    }) satisfies Handler;
    /** @type {import('aws-lambda').S3Handler} */
    exports.upload = async () => {
      mail(4);
      ^^^^^^^ floating
    };
  `,
  );
  flags(
    'streamed answers and wrappers',
    `
    import serverless from 'serverless-http';
    import * as Sentry from '@sentry/aws-serverless';
    ${MAIL}
    export const stream = awslambda.streamifyResponse(async (event, responseStream, context) => {
      mail(1);
      ^^^^^^^ floating
      responseStream.end();
    });
    export const watched = Sentry.wrapHandler(async () => {
      mail(2);
      ^^^^^^^ floating
    });
    export const app = serverless(create(), { request(request, event) {
      mail(3);
      ^^^^^^^ floating
    } });
  `,
  );
  silent(
    'what the runtime waits for, a callback that answers, and a type of the same name',
    `
    import type { SNSHandler, SQSHandler } from 'aws-lambda';
    import type { Handler } from './own';
    ${MAIL}
    export const awaited: SNSHandler = async (event) => { await Promise.all(event.Records.map((record) => mail(record))); };
    export const returned: SQSHandler = () => mail(1);
    export const answered: SQSHandler = (event, context, callback) => { mail(1).then(() => callback(null), callback); };
    export const other: Handler = async () => { mail(1); };
  `,
  );
  it.each([
    ['serverless', 'src/hello.js', 'exports.handler = async () => { mail(); };', 'lambda src/hello.handler'],
    [
      '@types/aws-lambda',
      'functions/hello/app.mts',
      'export const lambdaHandler = async () => { mail(); };',
      'lambda functions/hello/app.lambdaHandler',
    ],
    ['serverless', 'hello.cjs', 'module.exports = { handler: async () => { mail(); } };', 'lambda hello.handler'],
  ])('finds what is exported in a package with %s: %s', (dependency, path, code, route) => {
    expect(routesInPackage(dependency, path, `${MAIL}\n${code}`)).toEqual([route]);
  });
  it('takes an export for a handler only where the package is for Lambda', () => {
    expect(routesInPackage('left-pad', 'src/hello.js', `${MAIL}\nexports.handler = async () => { mail(); };`)).toEqual(
      [],
    );
    expect(routesInPackage('serverless', 'src/hello.js', `${MAIL}\nexports.helper = async () => { mail(); };`)).toEqual(
      [],
    );
  });
  it('names routes', () => {
    expect(
      routesIn(`
      import serverless from 'serverless-http';
      export const stream = awslambda.streamifyResponse(async () => {});
      export const app = serverless(create(), { request() {}, response() {} });
    `),
    ).toEqual(['lambda stream', 'lambda request', 'lambda response']);
  });
});
