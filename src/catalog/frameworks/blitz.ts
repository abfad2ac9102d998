import { defineEntry } from '../entry.ts';

export const blitz = defineEntry({
  name: 'Blitz',
  docs: 'https://blitzjs.com/docs/rpc-setup',
  packages: ['@blitzjs/rpc'],
  versions: '2, 3',
  files: [
    {
      path: /(?:^|\/)(?:queries|mutations)\/(?<route>[^.]*)\.[jt]sx?$/,
      exports: ['default'],
      label: 'rpc {route}',
    },
  ],
  registrations: [{ calls: ['@blitzjs/rpc#resolver.pipe()'], handlers: ['all'], label: 'rpc {variable}' }],
  returned: 'awaited',
});
