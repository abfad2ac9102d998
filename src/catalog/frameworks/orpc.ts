import { defineEntry } from '../entry.ts';

export const orpc = defineEntry({
  name: 'orpc',
  docs: 'https://orpc.unnoq.com/docs/procedure',
  packages: ['@orpc/server'],
  versions: '1',
  receivers: { procedure: { values: ['@orpc/server#os', '@orpc/server#implement().**'], chains: true } },
  registrations: [
    { on: 'procedure', methods: ['handler'], handlers: [0], label: 'procedure {variable}' },
    {
      calls: ['new @orpc/server/*#RPCHandler()', 'new @orpc/openapi/*#OpenAPIHandler()'],
      minimumArguments: 2,
      handlers: [{ option: 'interceptors|rootInterceptors|clientInterceptors|adapterInterceptors', argument: 1 }],
      label: 'interceptor',
    },
    { on: 'procedure', methods: ['use', 'middleware'], handlers: [0], label: 'middleware' },
    { calls: ['@orpc/server#onError|onStart|onSuccess|onFinish()'], handlers: [0], label: 'interceptor' },
  ],
  returned: 'awaited',
  continuation: 'next',
});
