import { defineEntry } from '../entry.ts';

const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'QUERY', 'fallback'];

export const sveltekit = defineEntry({
  name: 'sveltekit',
  docs: 'https://svelte.dev/docs/kit/routing#server',
  packages: ['@sveltejs/kit'],
  versions: '2, 3',
  files: [
    { path: /^src\/routes(?<route>(?:\/.*)?)\/\+server\.[jt]s$/, omit: /\/\([^/]*\)/g, exports: METHODS, label: '{EXPORT} {route}' },
    { path: /^src\/routes(?<route>(?:\/.*)?)\/\+(?:page|layout)\.server\.[jt]s$/, omit: /\/\([^/]*\)/g, exports: ['load'], label: 'load {route}' },
    { path: /^src\/hooks\.server\.[jt]s$/, exports: ['handle', 'handleFetch', 'handleError'], label: 'hook {export}' },
    { path: /^src\/hooks\.server\.[jt]s$/, exports: ['init'], kind: 'lifecycle', label: 'hook {export}' },
  ],
  types: { handlers: ['@sveltejs/kit#RequestHandler|ServerLoad|Action|Handle'], parameters: ['@sveltejs/kit#RequestEvent|ServerLoadEvent'] },
  returned: 'awaited',
});
