import { defineEntry } from '../entry.ts';

export const expressZodApi = defineEntry({
  name: 'express-zod-api',
  docs: 'https://github.com/RobinTail/express-zod-api#create-an-endpoint',
  packages: ['express-zod-api'],
  versions: '20 to 25',
  receivers: { factory: { values: ['express-zod-api#defaultEndpointsFactory', 'new express-zod-api#EndpointsFactory()'], chains: true } },
  registrations: [
    { on: 'factory', methods: ['build', 'buildVoid'], handlers: [{ option: 'handler', argument: 0 }], label: 'endpoint {variable}' },
    { on: 'factory', methods: ['addMiddleware'], handlers: [{ option: 'handler', argument: 0 }], label: 'middleware' },
    { calls: ['new express-zod-api#Middleware()'], handlers: [{ option: 'handler', argument: 0 }], label: 'middleware {variable}' },
  ],
  returned: 'awaited',
});
