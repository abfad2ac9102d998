import { defineEntry } from '../entry.ts';

/** Methods that end a chain with text, not with a query. */
const TEXTS = 'toSQL|toQuery|toString|toNative';

/** Methods of knex itself that start a query. */
const OPENERS = 'raw|select|insert|from|into|table|with|withRecursive';

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
    `knex#default|knex().${OPENERS}|queryBuilder()`,
    `knex#default|knex().${OPENERS}|schema|queryBuilder.**()`,
    'typed knex#Knex()',
    'typed knex#Knex().**()',
    `typed knex#Knex.${OPENERS}|schema|queryBuilder.**()`,
  ],
  lookalikes: ['knex#default|knex()', 'typed knex#Knex'].flatMap((made) => [
    `${made}().**.${TEXTS}().**`,
    `${made}.${OPENERS}|schema|queryBuilder.**.${TEXTS}().**`,
  ]),
  lazyTypes: [
    'knex#QueryBuilder|Raw|SchemaBuilder|ChainableInterface',
    'knex#Knex.QueryBuilder|Raw|SchemaBuilder|ChainableInterface',
  ],
  scopes: [{ calls: ['knex#default|knex().transaction()', 'typed knex#Knex.transaction()'] }],
});
