import { defineEntry } from '../entry.ts';

export const inversify = defineEntry({
  name: 'inversify',
  docs: 'https://inversify.io/docs/api/container/',
  packages: ['inversify'],
  versions: '5 to 7',
  stores: [{ of: ['new inversify#Container()'], gets: ['get', 'getAsync'] }],
});
