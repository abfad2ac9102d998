import { defineEntry } from '../entry.ts';

const STARTS = ['@tanstack/react-start', '@tanstack/solid-start'];
const ROUTERS = ['@tanstack/react-router', '@tanstack/solid-router'];
const METHODS = 'GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD|ANY';

export const tanstackStart = defineEntry({
  name: 'tanstack start',
  docs: 'https://tanstack.com/start/latest/docs/framework/react/server-functions',
  packages: STARTS,
  versions: '1',
  files: [{ path: /^src\/server\.[jt]sx?$/, exports: ['default'], keys: ['fetch'], label: 'server fetch' }],
  registrations: [
    {
      calls: STARTS.map((start) => `${start}#createServerFn().**.handler()`),
      handlers: [0],
      label: 'server function {variable}',
    },
    {
      calls: STARTS.map((start) => `${start}#createMiddleware().**.server()`),
      handlers: [0],
      label: 'middleware {variable}',
    },
    {
      calls: ROUTERS.map((router) => `${router}#createFileRoute()()`),
      handlers: [`server.handlers.${METHODS}`, `server.handlers.${METHODS}.handler`].map((option) => ({
        option,
        argument: 0,
      })),
      label: 'server route {key}',
    },
  ],
  returned: 'awaited',
  continuation: 'next',
});
