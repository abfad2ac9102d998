import { defineEntry } from '../entry.ts';

export const appwrite = defineEntry({
  name: 'appwrite functions',
  docs: 'https://appwrite.io/docs/products/functions/develop',
  packages: ['node-appwrite'],
  files: [{ path: /^src\/(?:main|index)\.[cm]?[jt]s$/, exports: ['default'], label: 'function' }],
  returned: 'awaited',
});
