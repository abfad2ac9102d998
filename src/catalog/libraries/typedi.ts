import { defineEntry } from '../entry.ts';

export const typedi = defineEntry({
  name: 'typedi',
  docs: 'https://docs.typestack.community/typedi/',
  packages: ['typedi'],
  versions: '0.8 to 0.10',
  stores: [
    {
      of: ['typedi#Container', 'typedi#Container.of()', 'typedi#default', 'typed typedi#ContainerInstance'],
      sets: ['set'],
      gets: ['get'],
    },
  ],
});
