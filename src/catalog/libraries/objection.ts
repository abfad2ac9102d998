import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const MOMENTS = ['Insert', 'Update', 'Delete', 'Find'].flatMap((what) => [`before${what}`, `after${what}`]);

const ONE = names(`
  findById findOne first insert insertAndFetch insertGraph insertGraphAndFetch upsertGraph upsertGraphAndFetch
  patchAndFetchById updateAndFetchById patchAndFetch updateAndFetch
`);
const PLAIN = names('count resultSize delete deleteById patch update relate unrelate page range');
const MODEL = 'typed objection#Model';

export const objection = defineEntry({
  name: 'objection',
  docs: 'https://vincit.github.io/objection.js/guide/query-examples.html',
  packages: ['objection'],
  classes: [
    {
      extends: ['objection#Model'],
      // Hooks of an instance begin with a dollar sign.
      methods: MOMENTS.flatMap((name) => [`$${name}`, name]),
      kind: 'job',
      label: 'model hook {class}.{name}',
    },
  ],
  returned: 'awaited',
  lazy: [
    'objection#Model.query|relatedQuery()',
    'objection#Model.query|relatedQuery().**()',
    'typed objection#Model.$query|$relatedQuery()',
    'typed objection#Model.$query|$relatedQuery().**()',
  ],
  launches: [`${MODEL}.$fetchGraph()`],
  yields: [
    {
      calls: [`objection#Model.query().**.${ONE}().**`],
      except: [`objection#Model.query().**.${PLAIN}().**`],
      gives: MODEL,
    },
    { calls: ['objection#Model.query()', 'objection#Model.query().**()'], gives: MODEL, at: '*' },
  ],
  lazyTypes: ['objection#QueryBuilder'],
});
