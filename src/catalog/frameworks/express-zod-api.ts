import { defineEntry } from '../entry.ts';

export const expressZodApi = defineEntry({
  name: 'express-zod-api',
  docs: 'https://github.com/RobinTail/express-zod-api#create-an-endpoint',
  packages: ['express-zod-api'],
  versions: '20 to 25',
  receivers: {
    factory: {
      values: ['express-zod-api#defaultEndpointsFactory', 'new express-zod-api#EndpointsFactory|EventStreamFactory()'],
      chains: true,
    },
  },
  registrations: [
    {
      on: 'factory',
      methods: ['build', 'buildVoid'],
      handlers: [{ option: 'handler', argument: 0 }],
      label: 'endpoint {variable}',
    },
    { on: 'factory', methods: ['addMiddleware'], handlers: [{ option: 'handler', argument: 0 }], label: 'middleware' },
    { on: 'factory', methods: ['addOptions', 'addContext'], handlers: [0], label: 'middleware' },
    {
      on: 'factory',
      methods: ['addExpressMiddleware', 'use'],
      handlers: [0, { option: 'provider', argument: 1 }],
      label: 'middleware',
    },
    {
      calls: ['new express-zod-api#ResultHandler()'],
      handlers: [{ option: 'handler', argument: 0 }],
      label: 'result handler',
    },
    {
      calls: ['new express-zod-api#Middleware()'],
      handlers: [{ option: 'handler', argument: 0 }],
      label: 'middleware {variable}',
    },
  ],
  returned: 'awaited',
});
