import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const UNSTORAGE = names(`
  getItem setItem removeItem hasItem getKeys clear getItemRaw setItemRaw getMeta dispose
`);

export const caches = defineEntry({
  name: 'caches',
  docs: 'https://cacheable.org/docs/cache-manager/',
  packages: ['cache-manager', 'keyv', '@keyv/redis', 'cacheable', 'unstorage', 'lru-cache'],
  launches: [
    'cache-manager#createCache|caching().get|set|del|wrap|mget|mset|mdel|clear()',
    'new keyv#default|Keyv().get|set|delete|clear|has()',
    '@keyv/redis#createKeyv().get|set|delete|clear|has()',
    'new @keyv/redis#default().get|set|delete|clear|has()',
    'new cacheable#Cacheable().get|set|delete|clear|wrap|getOrSet()',
    `unstorage#createStorage().${UNSTORAGE}()`,
    'typed cache-manager#Cache.get|set|del|wrap|mget|mset|mdel|clear()',
  ],
  lookalikes: ['new lru-cache#LRUCache|default().get|set|delete|has|clear()'],
});
