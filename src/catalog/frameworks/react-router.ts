import { defineEntry } from '../entry.ts';

const REMIX = ['node', 'cloudflare', 'deno', 'server-runtime'].map((runtime) => `@remix-run/${runtime}`);

/** Files are routes because of their folder, or because the list of routes names them. */
const MODULES = [
  { path: /^app\/(?:routes\/)?(?<route>(?<=routes\/).*|root)\.[jt]sx?$/ },
  ...['app/routes.ts', 'app/routes.js'].map((listedIn) => ({
    path: /^app\/(?!routes\/|root\.|routes\.)(?<route>.*)\.[jt]sx?$/,
    listedIn,
  })),
];

/** Only the functions that run on the server, in a package with the framework's compiler or server. */
export const reactRouter = defineEntry({
  name: 'react-router',
  docs: 'https://reactrouter.com/start/framework/route-module',
  packages: ['@react-router/dev', '@react-router/node', '@remix-run/dev', ...REMIX],
  versions: '7, 8; Remix 2',
  aliases: { '~': ['app'] },
  files: [
    ...MODULES.map((module) => ({ ...module, exports: ['loader', 'action', 'middleware'], label: '{export} {route}' })),
    {
      path: /^app\/entry\.server\.[jt]sx?$/,
      exports: ['default', 'handleDataRequest', 'handleError'],
      label: 'entry.server {export}',
    },
  ],
  types: {
    handlers: [
      ...REMIX.map((runtime) => `${runtime}#LoaderFunction|ActionFunction`),
      'react-router#LoaderFunction|ActionFunction',
    ],
    parameters: [
      ...REMIX.map((runtime) => `${runtime}#LoaderFunctionArgs|ActionFunctionArgs`),
      'react-router#LoaderFunctionArgs|ActionFunctionArgs',
    ],
  },
  returned: 'awaited',
  // The second parameter of middleware; loaders and actions have one.
  continuation: 1,
});
