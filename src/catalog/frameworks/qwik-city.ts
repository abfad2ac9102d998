import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const MODULES = ['@builder.io/qwik-city', '@qwik.dev/router'];
const TAKERS = names('routeLoader$ routeAction$ globalAction$ server$');

export const qwikCity = defineEntry({
  name: 'qwik city',
  docs: 'https://qwik.dev/docs/route-loader/',
  packages: MODULES,
  versions: 'qwik-city 1, qwik.dev 2',
  registrations: [
    { calls: MODULES.map((module) => `${module}#${TAKERS}()`), handlers: [0], label: '{method} {variable}' },
  ],
  files: [
    {
      path: /^src\/(?:routes\/(?<route>.*)\/)?(?:index|layout|plugin)[^/]*\.[jt]sx?$/,
      exports: ['onRequest', 'onGet', 'onPost', 'onPut', 'onPatch', 'onDelete', 'onHead'],
      label: '{export} {route}',
    },
  ],
  types: {
    handlers: MODULES.map((module) => `${module}#RequestHandler`),
    parameters: MODULES.map((module) => `${module}#RequestEvent|RequestEventLoader|RequestEventAction`),
  },
  returned: 'awaited',
});
