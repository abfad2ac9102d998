import { defineEntry } from '../entry.ts';

export const ecmascript = defineEntry({
  name: 'ecmascript',
  docs: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects',
  packages: [],
  drops: [{ method: 'forEach', callback: 0 }],
  launches: ['global#Promise.all|allSettled|any|race|resolve|reject|try()', 'new global#Promise()', 'global#Array.fromAsync()', 'global#WebAssembly.compile|instantiate()'],
});
