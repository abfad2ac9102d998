import { defineEntry } from '../entry.ts';

const MOMENTS = ['Insert', 'Update', 'Delete', 'Find'].flatMap((what) => [`before${what}`, `after${what}`]);

export const objection = defineEntry({
  name: 'objection',
  docs: 'https://vincit.github.io/objection.js/guide/query-examples.html',
  packages: ['objection'],
  classes: [
    {
      extends: ['objection#Model'],
      // Those of an instance begin with a dollar sign.
      methods: MOMENTS.flatMap((name) => [`$${name}`, name]),
      kind: 'job',
      label: 'model hook {class}.{name}',
    },
  ],
  returned: 'awaited',
  lazy: [
    'objection#Model.query()',
    'objection#Model.query().**()',
    'typed objection#Model.$query()',
    'typed objection#Model.$query().**()',
    'objection#Model.relatedQuery().**()',
  ],
  lazyTypes: ['objection#QueryBuilder'],
});
