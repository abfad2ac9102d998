import { defineEntry } from '../entry.ts';

export const thinkjs = defineEntry({
  name: 'thinkjs',
  docs: 'https://thinkjs.org/en/doc/3.0/controller.html',
  packages: ['thinkjs'],
  versions: '3',
  files: [
    {
      path: /^src\/(?:[^/]+\/)?controller\/(?<route>.*)\.[jt]s$/,
      exports: ['default'],
      keys: ['*'],
      label: 'controller {route}.{key}',
    },
    {
      path: /^src\/(?:[^/]+\/)?middleware\/(?<route>.*)\.[jt]s$/,
      exports: ['default'],
      factory: true,
      label: 'middleware {route}',
    },
  ],
  returned: 'awaited',
  continuation: 1,
});
