import { defineEntry } from '../entry.ts';

/** Methods that end a chain with text, not with a query. */
const TEXTS = 'toSQL|toQuery|toString|toNative';

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
    'typed knex#Knex()',
    'typed knex#Knex().**()',
    'typed knex#Knex.raw|select|insert|from|into|table|schema.**()',
  ],
  lookalikes: ['knex#default|knex()', 'typed knex#Knex'].flatMap((made) => [
    `${made}().**.${TEXTS}().**`,
    `${made}.raw|select|insert|from|into|table|with|schema|queryBuilder.**.${TEXTS}().**`,
  ]),
  lazyTypes: [
    'knex#QueryBuilder|Raw|SchemaBuilder|ChainableInterface',
    'knex#Knex.QueryBuilder|Raw|SchemaBuilder|ChainableInterface',
  ],
  scopes: [{ calls: ['knex#default|knex().transaction()', 'typed knex#Knex.transaction()'] }],
});
