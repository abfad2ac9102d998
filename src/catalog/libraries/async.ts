import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const FLOW = names(`
  each eachSeries eachLimit eachOf eachOfSeries eachOfLimit forEach forEachSeries forEachLimit forEachOf map mapSeries
  mapLimit mapValues filter filterSeries filterLimit reject detect some every concat concatSeries reduce transform
  parallel parallelLimit series waterfall auto retry times timesSeries timesLimit race whilst until forever applyEach
`);

/** Without a callback, its functions return a promise (version 3). */
export const asyncLibrary = defineEntry({
  name: 'async',
  docs: 'https://caolan.github.io/async/v3/',
  packages: ['async'],
  versions: '3',
  launches: [`async#${FLOW}()`],
  // Their tasks are a list or an object, so a function at the end is the callback. Others also end with the work.
  synchronous: [{ values: ['async#series|parallel|parallelLimit|waterfall|auto|race()'], callback: true }],
});
