import { defineEntry } from '../entry.ts';

export const openapiBackend = defineEntry({
  name: 'openapi-backend',
  docs: 'https://openapistack.co/docs/openapi-backend/operation-handlers/',
  packages: ['openapi-backend'],
  versions: '5',
  receivers: { app: { values: ['new openapi-backend#default()', 'new openapi-backend#OpenAPIBackend()'] } },
  registrations: [
    { methods: ['register'], minimumArguments: 2, handlers: [1], label: 'operation {0}' },
    { methods: ['register'], handlers: [{ option: '*', argument: 0 }], label: 'operation {key}' },
    { methods: ['registerHandler', 'registerSecurityHandler'], handlers: [1], label: 'operation {0}' },
    {
      calls: ['new openapi-backend#default()', 'new openapi-backend#OpenAPIBackend()'],
      handlers: [
        { option: 'handlers.*', argument: 0 },
        { option: 'securityHandlers.*', argument: 0 },
      ],
      label: 'operation {key}',
    },
  ],
  types: { handlers: ['openapi-backend#Handler'], parameters: ['openapi-backend#Context'] },
  returned: 'awaited',
});
