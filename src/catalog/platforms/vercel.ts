import { defineEntry } from '../entry.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

export const vercel = defineEntry({
  name: 'vercel functions',
  docs: 'https://vercel.com/docs/functions/runtimes/node-js',
  packages: ['@vercel/node', '@vercel/functions', '@vercel/edge', 'vercel'],
  runtime: 'frozen',
  flavour: 'vercel',
  signs: {
    packages: [
      '@vercel/functions',
      '@vercel/node',
      '@sveltejs/adapter-vercel',
      '@astrojs/vercel',
      '@vercel/react-router',
      '@vercel/remix',
    ],
    files: ['vercel.json'],
    imports: ['hono/vercel'],
  },
  files: [
    {
      path: /^api(?<route>\/.*)\.[cm]?[jt]sx?$/,
      omit: /\/index$/,
      exports: ['default', ...METHODS],
      label: '{export} /api{route}',
    },
    {
      path: /^api(?<route>\/.*)\.[cm]?[jt]sx?$/,
      omit: /\/index$/,
      exports: ['default'],
      keys: ['fetch'],
      label: 'fetch /api{route}',
    },
    { path: /^(?:src\/)?middleware\.[cm]?[jt]s$/, exports: ['default', 'middleware'], label: 'middleware' },
  ],
  types: {
    handlers: ['@vercel/node#VercelApiHandler|NowApiHandler'],
    parameters: ['@vercel/node#VercelRequest|VercelResponse|NowRequest|NowResponse'],
  },
  returned: 'awaited',
  // Outside a request on Vercel, this does nothing: locally, the work isn't kept.
  sinks: [{ values: ['@vercel/functions#waitUntil()'], accepts: 'promise', verdict: 'keep' }],
});
