import { defineEntry } from '../entry.ts';

export const drizzle = defineEntry({
  name: 'drizzle',
  docs: 'https://orm.drizzle.team/docs/overview',
  packages: ['drizzle-orm'],
  launches: ['drizzle-orm/*#drizzle().transaction|batch()'],
  lazy: [
    'drizzle-orm/*#drizzle().insert|update|delete|select|selectDistinct().**()',
    'drizzle-orm/*#drizzle().execute|delete()',
    'drizzle-orm/*#drizzle().query.*.findMany|findFirst()',
  ],
  lazyTypes: ['drizzle-orm#QueryPromise'],
  scopes: [{ calls: ['drizzle-orm/*#drizzle().transaction()'] }],
});
