import { defineEntry } from '../entry.ts';

const DATABASES = ['new kysely#Kysely()', 'typed kysely#Transaction|ControlledTransaction'];

/** A builder is neither a promise nor a thenable. Only methods whose names start with `execute` send it. */
export const kysely = defineEntry({
  name: 'kysely',
  docs: 'https://kysely.dev/docs/execution',
  packages: ['kysely'],
  launches: [
    ...DATABASES.map((database) => `${database}.**.execute|executeTakeFirst|executeTakeFirstOrThrow()`),
    'new kysely#Kysely().destroy()',
  ],
  hands: [
    { calls: ['new kysely#Kysely().transaction().**.execute()'], parameter: 0, is: 'typed kysely#Transaction' },
    { calls: ['new kysely#Kysely().connection().execute()'], parameter: 0, is: 'typed kysely#Kysely' },
  ],
  yields: [
    { calls: ['new kysely#Kysely().startTransaction().**.execute()'], gives: 'typed kysely#ControlledTransaction' },
  ],
  scopes: [{ calls: ['new kysely#Kysely().transaction().**.execute()'] }],
});
