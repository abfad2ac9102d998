import { defineEntry } from '../entry.ts';

export const astro = defineEntry({
  name: 'astro',
  docs: 'https://docs.astro.build/en/guides/endpoints/',
  packages: ['astro'],
  versions: '5, 6, 7',
  files: [
    {
      path: /^src\/pages(?<route>\/.*)\.m?[jt]s$/,
      exports: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ALL'],
      label: '{EXPORT} {route}',
    },
    { path: /^src\/middleware(?:\/index)?\.[jt]s$/, exports: ['onRequest'], label: 'middleware' },
  ],
  registrations: [
    {
      calls: ['astro:middleware#defineMiddleware()', 'astro/middleware#defineMiddleware()'],
      handlers: [0],
      label: 'middleware',
    },
    { calls: ['astro:middleware#sequence()', 'astro/middleware#sequence()'], handlers: ['all'], label: 'middleware' },
    {
      calls: ['astro:actions#defineAction()'],
      handlers: [{ option: 'handler', argument: 0 }],
      label: 'action {variable}',
    },
  ],
  types: { handlers: ['astro#APIRoute|MiddlewareHandler'], parameters: ['astro#APIContext'] },
  returned: 'awaited',
  continuation: 1,
});
