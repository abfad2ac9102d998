import { defineEntry } from '../entry.ts';

export const ecmascript = defineEntry({
  name: 'ecmascript',
  docs: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects',
  packages: [],
  drops: [{ method: 'forEach', callback: 0 }],
  maps: [{ values: ['global#Array.from()'], callback: 1 }],
  // For the oracle, `new Promise` and the combinators are syntax.
  lookalikes: [
    'global#Array.from|isArray|of()',
    'global#JSON|Math|Number|Object|Reflect|String.*()',
    // Not what gives an element, which may be a promise.
    'new global#Map|Set|WeakMap|WeakSet().add|clear|delete|entries|forEach|has|keys|set|values()',
  ],
  launches: [
    'global#Promise.resolve|reject|try()',
    'global#Array.fromAsync()',
    'global#WebAssembly.compile|instantiate()',
  ],
});
