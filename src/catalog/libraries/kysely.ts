import { defineEntry } from '../entry.ts';

/** A builder is neither a promise nor a thenable; only what ends in execute sends it. */
export const kysely = defineEntry({
  name: 'kysely',
  docs: 'https://kysely.dev/docs/execution',
  packages: ['kysely'],
  launches: [
    'new kysely#Kysely().**.execute|executeTakeFirst|executeTakeFirstOrThrow()',
    'new kysely#Kysely().destroy()',
  ],
  scopes: [{ calls: ['new kysely#Kysely().transaction().**.execute()'] }],
});
