import { defineEntry } from '../entry.ts';

/** Its API routes are Nitro's. */
export const analog = defineEntry({
  name: 'analog',
  docs: 'https://analogjs.org/docs/features/data-fetching/server-side-data-fetching',
  packages: ['@analogjs/platform', '@analogjs/router'],
  versions: '1, 2',
  files: [
    {
      path: /^(?:.*\/)?src\/app\/pages\/(?<route>.*)\.server\.ts$/,
      exports: ['load', 'action'],
      label: '{export} {route}',
    },
  ],
  returned: 'awaited',
});
