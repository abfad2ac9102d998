import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const COLLECTION = names(`
  aggregate bulkWrite count createIndex distinct drop dropIndex dropIndexes ensureIndex find findOne
  findOneAndDelete findOneAndUpdate geoHaystackSearch indexes insert mapReduce remove stats update
`);

export const monk = defineEntry({
  name: 'monk',
  docs: 'https://automattic.github.io/monk/',
  packages: ['monk'],
  versions: '6, 7',
  launches: [
    `monk#default().get|create().${COLLECTION}()`,
    `typed monk#ICollection.${COLLECTION}()`,
    'monk#default().close()',
  ],
});
