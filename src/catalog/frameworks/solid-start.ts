import { defineEntry } from '../entry.ts';

export const solidStart = defineEntry({
  name: 'solidstart',
  docs: 'https://docs.solidjs.com/solid-start/building-your-application/api-routes',
  packages: ['@solidjs/start'],
  aliases: { '~': ['src'] },
  versions: '1, 2',
  // The directive 'use server' identifies functions, as in Next.js.
  files: [
    {
      path: /^src\/routes(?<route>(?:\/.*)?)\.[jt]sx?$/,
      omit: /\/\([^/]*\)|\/index$/g,
      exports: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
      label: '{EXPORT} {route}',
    },
  ],
  registrations: [
    {
      calls: ['@solidjs/start/middleware#createMiddleware()'],
      handlers: [{ option: 'onRequest|onBeforeResponse', argument: 0 }, 0],
      label: 'middleware',
    },
  ],
  types: { handlers: ['@solidjs/start/server#APIHandler'], parameters: ['@solidjs/start/server#APIEvent'] },
  returned: 'awaited',
});
