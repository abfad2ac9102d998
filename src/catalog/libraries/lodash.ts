import { defineEntry } from '../entry.ts';

const EACH = 'each|eachRight|forEach|forEachRight|forIn|forInRight|forOwn|forOwnRight()';

export const lodash = defineEntry({
  name: 'lodash',
  docs: 'https://lodash.com/docs/',
  packages: ['lodash', 'lodash-es', 'underscore'],
  drops: [{ values: [`lodash#${EACH}`, `lodash-es#${EACH}`, `underscore#${EACH}`], callback: 1 }],
});
