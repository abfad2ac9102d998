import { defineEntry } from '../entry.ts';

export const postgres = defineEntry({
  name: 'postgres',
  docs: 'https://github.com/porsager/postgres#readme',
  packages: ['postgres'],
  launches: ['postgres#default().begin|end|listen|notify()'],
  // A subclass of Promise, but still lazy.
  lazy: ['postgres#default()`…`'],
  scopes: [{ calls: ['postgres#default().begin()', 'typed postgres#Sql.begin()'] }],
  leases: [{ calls: ['postgres#default().reserve()'], release: 'release' }],
});
