import { defineEntry } from '../entry.ts';

export const awilix = defineEntry({
  name: 'awilix',
  docs: 'https://github.com/jeffijoe/awilix#usage',
  packages: ['awilix'],
  versions: '8 to 12',
  stores: [
    {
      of: ['awilix#createContainer()', 'typed awilix#AwilixContainer'],
      sets: ['register'],
      gets: ['resolve'],
      under: ['cradle'],
      wraps: { asClass: 'instance', asFunction: 'result', asValue: 'value' },
    },
  ],
});
