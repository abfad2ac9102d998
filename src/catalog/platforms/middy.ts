import { defineEntry } from '../entry.ts';

export const middy = defineEntry({
  name: 'middy',
  docs: 'https://middy.js.org/docs/intro/getting-started',
  packages: ['@middy/core'],
  versions: '4 to 7',
  runtime: 'frozen',
  flavour: 'lambda',
  receivers: { app: { values: ['@middy/core#default()', 'typed @middy/core#MiddyfiedHandler'], chains: true } },
  registrations: [
    { calls: ['@middy/core#default()'], handlers: [0], label: 'lambda {variable}' },
    { methods: ['handler'], handlers: [0], label: 'lambda {variable}' },
    { methods: ['before', 'after', 'onError'], handlers: [0], label: 'middleware {method}' },
    { methods: ['use'], handlers: [{ option: 'before|after|onError', argument: 0 }], label: 'middleware {key}' },
  ],
  objects: [{ types: ['@middy/core#MiddlewareObj'], handlers: ['before|after|onError'], label: 'middleware {key}' }],
  types: { handlers: ['@middy/core#MiddlewareFn'] },
  returned: 'awaited',
});
