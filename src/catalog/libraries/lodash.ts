import { defineEntry } from '../entry.ts';

const EACH = 'each|eachRight|forEach|forEachRight|forIn|forInRight|forOwn|forOwnRight';
const MAPS = 'map|flatMap|mapValues|mapKeys';
const LODASH = ['lodash', 'lodash-es'];
/** Those of these functions that underscore also has. */
const UNDERSCORE = new Set(['each', 'forEach', 'map', 'times', 'defer', 'delay']);
/** Aliases without a separate package. */
const WITHOUT_PACKAGE = new Set(['each', 'eachRight']);

/** Functions of the libraries, below a path of their export: `lodash#default().each|forEach()`. */
const from = (path: string, list: string): string[] => [
  ...LODASH.map((module) => `${module}#${path}${list}()`),
  `underscore#${path}${list
    .split('|')
    .filter((name) => UNDERSCORE.has(name))
    .join('|')}()`,
];

/** The same, and each function from its separate module, too. */
const of = (list: string): string[] => [
  ...from('', list),
  ...list
    .split('|')
    .flatMap((name) => [
      ...LODASH.map((module) => `${module}/${name}#default()`),
      ...(WITHOUT_PACKAGE.has(name) ? [] : [`lodash.${name.toLowerCase()}#default()`]),
    ]),
];

export const lodash = defineEntry({
  name: 'lodash',
  docs: 'https://lodash.com/docs/',
  packages: [...LODASH, 'underscore', 'lodash.foreach', 'lodash.map', 'lodash.times', 'lodash.defer', 'lodash.delay'],
  drops: [
    { values: of(EACH), callback: 1 },
    { values: ['default().', 'chain().**.'].flatMap((path) => from(path, EACH)), callback: 0 },
    { values: of('defer|delay'), callback: 0 },
  ],
  maps: [{ values: of(`${MAPS}|times`), callback: 1 }],
});
