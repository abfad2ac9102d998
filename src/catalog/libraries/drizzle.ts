import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

/** Databases with a synchronous driver: `run`, `all` and `get` have done their work when they return. */
const SYNCHRONOUS = [
  ...names('better-sqlite3 bun-sqlite durable-sqlite expo-sqlite sql-js')
    .split('|')
    .map((driver) => `drizzle-orm/${driver}#drizzle()`),
  `typed drizzle-orm/*#${names(`
    BetterSQLite3Database BunSQLiteDatabase DrizzleSqliteDODatabase ExpoSQLiteDatabase SQLJsDatabase
    BetterSQLiteTransaction
  `)}`,
];
const DATABASES = [
  'drizzle-orm/*#drizzle()',
  `typed drizzle-orm/*#${names(`
    PgDatabase NodePgDatabase PostgresJsDatabase NeonDatabase NeonHttpDatabase PgliteDatabase VercelPgDatabase
    AwsDataApiPgDatabase BunSQLDatabase PgRemoteDatabase MySqlDatabase MySql2Database PlanetScaleDatabase
    TiDBServerlessDatabase MySqlRemoteDatabase SingleStoreDatabase SingleStoreDriverDatabase LibSQLDatabase
    DrizzleD1Database SqliteRemoteDatabase PgTransaction MySqlTransaction SingleStoreTransaction LibSQLTransaction
    D1Transaction
  `)}`,
];
const ENDS = 'run|all|get|execute';
const of = (databases: readonly string[], ...paths: string[]): string[] =>
  databases.flatMap((database) => paths.map((path) => `${database}.${path}`));

export const drizzle = defineEntry({
  name: 'drizzle',
  docs: 'https://orm.drizzle.team/docs/overview',
  packages: ['drizzle-orm'],
  launches: of(
    DATABASES,
    'transaction|batch()',
    `insert|update|delete|select|selectDistinct().**.${ENDS}()`,
    `query.*.findMany|findFirst().${ENDS}()`,
  ),
  lazy: of(
    DATABASES,
    'insert|update|delete|select|selectDistinct|selectDistinctOn().**()',
    'with().insert|update|delete|select|selectDistinct|selectDistinctOn().**()',
    'execute|delete|refreshMaterializedView|$count()',
    'with().delete()',
    'query.*.findMany|findFirst()',
  ),
  lookalikes: of(
    SYNCHRONOUS,
    `insert|update|delete|select|selectDistinct().**.${ENDS}|sync()`,
    'select|selectDistinct().**.values()',
    `query.*.findMany|findFirst().${ENDS}|sync()`,
    'transaction|run|all|get|values()',
  ),
  lazyTypes: ['drizzle-orm#QueryPromise'],
  hands: [
    {
      calls: of(SYNCHRONOUS, 'transaction()'),
      parameter: 0,
      is: 'typed drizzle-orm/better-sqlite3/session#BetterSQLiteTransaction',
    },
    { calls: of(DATABASES, 'transaction()'), parameter: 0, is: 'typed drizzle-orm/pg-core#PgTransaction' },
  ],
  scopes: [{ calls: of(DATABASES, 'transaction()') }],
});
