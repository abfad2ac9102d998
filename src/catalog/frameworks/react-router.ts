import { defineEntry } from '../entry.ts';

/** Only the functions that run on the server, in a package with the framework's own compiler or server. */
export const reactRouter = defineEntry({
  name: 'react-router',
  docs: 'https://reactrouter.com/start/framework/route-module',
  packages: ['@react-router/dev', '@react-router/node', '@remix-run/node', '@remix-run/dev', '@remix-run/cloudflare'],
  versions: '7, 8; Remix 2',
  files: [
    { path: /^app\/(?:routes\/)?(?<route>.*)\.[jt]sx?$/, exports: ['loader', 'action'], label: '{export} {route}' },
    { path: /^app\/entry\.server\.[jt]sx?$/, exports: ['default', 'handleDataRequest'], label: 'entry.server {export}' },
  ],
  types: {
    handlers: ['@remix-run/node#LoaderFunction|ActionFunction', 'react-router#LoaderFunction|ActionFunction'],
    parameters: ['@remix-run/node#LoaderFunctionArgs|ActionFunctionArgs', '@remix-run/cloudflare#LoaderFunctionArgs|ActionFunctionArgs'],
  },
  returned: 'awaited',
});
