import { defineEntry } from '../entry.ts';

export const knex = defineEntry({
  name: 'knex',
  docs: 'https://knexjs.org/guide/query-builder.html',
  packages: ['knex'],
  // A builder sends its query when it is awaited; a transaction starts at once.
  launches: [
    'knex#default|knex().transaction|batchInsert|destroy()',
    'typed knex#Knex.transaction|batchInsert|destroy()',
  ],
  lazy: [
    'knex#default|knex()()',
    'knex#default|knex()().**()',
    'knex#default|knex().raw|select|insert|from|into|table|with|queryBuilder()',
    'knex#default|knex().raw|select|insert|from|into|table|with|schema.**()',
    'typed knex#Knex().**()',
    'typed knex#Knex.raw|select|insert|from|into|table|schema.**()',
  ],
  lazyTypes: ['knex#QueryBuilder|Raw|SchemaBuilder|ChainableInterface'],
  scopes: [{ calls: ['knex#default|knex().transaction()', 'typed knex#Knex.transaction()'] }],
});
