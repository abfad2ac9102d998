import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const STARTS = names(`
  all allSettled any any some race props map mapSeries each filter reduce try attempt delay join fromCallback
  fromNode using
`);

export const bluebird = defineEntry({
  name: 'bluebird',
  docs: 'http://bluebirdjs.com/docs/api-reference.html',
  packages: ['bluebird'],
  launches: [
    `bluebird#${STARTS}()`,
    'bluebird#resolve().map|each|mapSeries|filter|reduce()',
    'bluebird#method|promisify|coroutine()()',
    'bluebird#promisifyAll().*()',
  ],
});
