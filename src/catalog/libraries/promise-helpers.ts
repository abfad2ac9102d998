import { defineEntry } from '../entry.ts';

export const promiseHelpers = defineEntry({
  name: 'promise helpers',
  docs: 'https://github.com/sindresorhus/promise-fun',
  packages: [
    'p-limit',
    'p-map',
    'p-retry',
    'p-queue',
    'p-all',
    'p-props',
    'p-each-series',
    'async-retry',
    'p-timeout',
    'delay',
  ],
  launches: [
    'p-limit#default()()',
    'p-map#default()',
    'p-retry#default()',
    'new p-queue#default().add|addAll|onIdle|onEmpty()',
    'p-all#default()',
    'p-props#default()',
    'p-each-series#default()',
    'async-retry#default()',
    'p-timeout#default()',
    'delay#default()',
  ],
});
