import { defineEntry } from '../entry.ts';

const ROUTER = ['*', '*.handler', '*.*.handler', '*.*'].map((option) => ({ option, argument: 1 }));

export const tsRest = defineEntry({
  name: 'ts-rest',
  docs: 'https://ts-rest.com/server/express',
  packages: [
    '@ts-rest/core',
    '@ts-rest/express',
    '@ts-rest/fastify',
    '@ts-rest/nest',
    '@ts-rest/next',
    '@ts-rest/serverless',
  ],
  versions: '3',
  receivers: {
    app: {
      values: ['@ts-rest/express#initServer()', '@ts-rest/fastify#initServer()', '@ts-rest/serverless/*#tsr'],
      chains: true,
    },
  },
  registrations: [
    { methods: ['router'], minimumArguments: 2, handlers: ROUTER, label: '{key}' },
    {
      methods: ['route'],
      minimumArguments: 2,
      handlers: [1, { option: 'handler', argument: 1 }],
      label: 'route {variable}',
    },
    { calls: ['@ts-rest/nest#tsRestHandler()'], minimumArguments: 2, handlers: [1, ...ROUTER], label: 'ts-rest {key}' },
    {
      calls: [
        '@ts-rest/next#createNextRoute()',
        '@ts-rest/serverless/*#createFetchHandler|createLambdaHandler|createNextHandler()',
      ],
      minimumArguments: 2,
      handlers: ROUTER,
      label: '{key}',
    },
    {
      calls: ['@ts-rest/express#createExpressEndpoints()'],
      minimumArguments: 3,
      handlers: [...ROUTER, { option: 'globalMiddleware|requestValidationErrorHandler', argument: 3 }],
      label: '{key}',
    },
    {
      calls: ['@ts-rest/next#createNextRouter()'],
      minimumArguments: 3,
      handlers: [{ option: 'errorHandler', argument: 2 }],
      label: 'error handler',
    },
    {
      calls: ['@ts-rest/serverless/*#createFetchHandler|createLambdaHandler|createNextHandler()'],
      minimumArguments: 3,
      handlers: [{ option: 'requestMiddleware|responseHandlers|errorHandler', argument: 2 }],
      label: '{key}',
    },
    {
      calls: ['@ts-rest/next#createSingleRouteHandler()'],
      minimumArguments: 2,
      handlers: [1],
      label: 'route {variable}',
    },
  ],
  returned: 'awaited',
});
