import { defineEntry } from '../entry.ts';

export const objection = defineEntry({
  name: 'objection',
  docs: 'https://vincit.github.io/objection.js/guide/query-examples.html',
  packages: ['objection'],
  lazy: [
    'objection#Model.query()',
    'objection#Model.query().**()',
    'typed objection#Model.$query()',
    'typed objection#Model.$query().**()',
    'objection#Model.relatedQuery().**()',
  ],
  lazyTypes: ['objection#QueryBuilder'],
});
