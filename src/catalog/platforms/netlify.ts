import { defineEntry } from '../entry.ts';

export const netlify = defineEntry({
  name: 'netlify functions',
  docs: 'https://docs.netlify.com/build/functions/get-started/',
  packages: ['@netlify/functions', 'netlify-cli'],
  runtime: 'frozen',
  files: [{ path: /^netlify\/(?:edge-)?functions\/(?<route>.*)\.m?[jt]s$/, exports: ['default', 'handler'], label: 'function {route}' }],
  registrations: [{ calls: ['@netlify/functions#builder|stream()'], handlers: [0], label: 'function {variable}' }, { calls: ['@netlify/functions#schedule()'], handlers: [1], kind: 'job', label: 'schedule {0}' }],
  types: { handlers: ['@netlify/functions#Handler|BackgroundHandler'] },
  returned: 'awaited',
});
