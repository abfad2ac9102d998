import { defineEntry } from '../entry.ts';

const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'QUERY', 'fallback'];
const ROUTE = { omit: /\/\([^/]*\)/g };

export const sveltekit = defineEntry({
  name: 'sveltekit',
  docs: 'https://svelte.dev/docs/kit/routing#server',
  packages: ['@sveltejs/kit'],
  versions: '2, 3',
  aliases: { $lib: ['src/lib'] },
  files: [
    {
      path: /^src\/routes(?<route>(?:\/.*)?)\/\+server\.[jt]s$/,
      ...ROUTE,
      exports: METHODS,
      label: '{EXPORT} {route}',
    },
    {
      path: /^src\/routes(?<route>(?:\/.*)?)\/\+(?:page|layout)\.server\.[jt]s$/,
      ...ROUTE,
      exports: ['load'],
      label: 'load {route}',
    },
    {
      path: /^src\/routes(?<route>(?:\/.*)?)\/\+page\.server\.[jt]s$/,
      ...ROUTE,
      exports: ['actions'],
      keys: ['*'],
      label: 'action {key} {route}',
    },
    {
      path: /^src\/hooks\.server\.[jt]s$/,
      exports: ['handle', 'handleFetch', 'handleError', 'handleValidationError'],
      label: 'hook {export}',
    },
    { path: /^src\/hooks\.server\.[jt]s$/, exports: ['init'], kind: 'lifecycle', label: 'hook {export}' },
  ],
  registrations: [
    { calls: ['@sveltejs/kit/hooks#sequence()'], handlers: ['all'], label: 'hook handle' },
    {
      calls: ['$app/server#query|form|command()', '$app/server#query.batch|live()'],
      handlers: ['last'],
      label: 'remote function {variable}',
    },
  ],
  types: {
    handlers: ['@sveltejs/kit#RequestHandler|ServerLoad|Action|Handle|HandleFetch|HandleServerError'],
    parameters: ['@sveltejs/kit#RequestEvent|ServerLoadEvent'],
  },
  returned: 'awaited',
  // `handle({ event, resolve })`
  continuation: 'resolve',
});
