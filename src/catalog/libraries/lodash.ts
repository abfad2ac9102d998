import { defineEntry } from '../entry.ts';

const EACH = 'each|eachRight|forEach|forEachRight|forIn|forInRight|forOwn|forOwnRight';
const MAPS = 'map|flatMap|mapValues|mapKeys';
const MODULES = ['lodash', 'lodash-es', 'underscore'];
/** A method of the library, from whichever of its modules: each function has one of its own, too. */
const of = (names: string): string[] => [
  ...MODULES.map((module) => `${module}#${names}()`),
  ...names
    .split('|')
    .flatMap((name) => [
      `lodash/${name}#default()`,
      `lodash-es/${name}#default()`,
      `lodash.${name.toLowerCase()}#default()`,
    ]),
];

export const lodash = defineEntry({
  name: 'lodash',
  docs: 'https://lodash.com/docs/',
  packages: [...MODULES, 'lodash.foreach', 'lodash.map', 'lodash.times', 'lodash.defer', 'lodash.delay'],
  drops: [
    { values: of(EACH), callback: 1 },
    {
      values: MODULES.flatMap((module) => [`${module}#default().${EACH}()`, `${module}#chain().**.${EACH}()`]),
      callback: 0,
    },
    { values: of('defer|delay'), callback: 0 },
  ],
  maps: [{ values: of(`${MAPS}|times`), callback: 1 }],
});
