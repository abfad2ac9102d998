import { defineEntry } from '../entry.ts';

export const vercel = defineEntry({
  name: 'vercel functions',
  docs: 'https://vercel.com/docs/functions/runtimes/node-js',
  packages: ['@vercel/node', '@vercel/functions'],
  runtime: 'frozen',
  files: [{ path: /^api(?<route>\/.*)\.m?[jt]s$/, exports: ['default', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'], label: '{export} /api{route}' }],
  types: { handlers: ['@vercel/node#VercelApiHandler'], parameters: ['@vercel/node#VercelRequest|VercelResponse'] },
  answers: { parameters: [1], ends: ['json', 'send', 'end', 'redirect'], serialises: ['json', 'send', 'end'] },
  returned: 'awaited',
});
